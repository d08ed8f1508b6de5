using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Who hears of a failing run.</summary>
public sealed record NotificationDemand
{
    /// <summary>Whether a mail relay exists; only then is e-mail demanded.</summary>
    public required Placed<bool> HasMailRelay { get; init; }

    /// <summary>Addresses that must be reached; empty when any will do.</summary>
    public ImmutableArray<Placed<string>> Recipients { get; init; } = [];

    /// <summary>Until then: how old the last manual log review may be.</summary>
    public Placed<TimeSpan>? LogReviewEvery { get; init; }
}
