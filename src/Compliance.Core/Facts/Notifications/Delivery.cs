using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Notifications;

/// <summary>Whom an event reaches: addresses, and the names of targets that are no mail.</summary>
/// <param name="Certain">those it reaches for sure, sorted</param>
/// <param name="Doubt">why it may reach others too; null when these are all</param>
public sealed record Delivery(ImmutableArray<string> Certain, Gap? Doubt)
{
    /// <summary>All it reaches; unreadable when there may be more.</summary>
    public Observed<ImmutableArray<string>> Recipients => Doubt is null
        ? Observation.Known(Certain)
        : Observation.Unreadable<ImmutableArray<string>>(Doubt);

    /// <summary>Whether it reaches anybody: one certain recipient is proof, none is proof only when nothing is in doubt.</summary>
    public Observed<bool> ReachesSomebody => !Certain.IsEmpty ? Observation.Known(true)
        : Doubt is null ? Observation.Known(false)
        : Observation.Unreadable<bool>(Doubt);
}
