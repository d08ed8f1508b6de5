using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A setting at both ends of the time between two inventories.</summary>
/// <param name="Before">in words, as of the earlier inventory</param>
/// <param name="Now">in words, as of the one that is judged</param>
/// <param name="Undocumented">it changed, and why no record explains that; known and null when it did not change, or a record does</param>
public sealed record ComparedSetting(Observed<string> Before, Observed<string> Now, Observed<string?> Undocumented)
{
    /// <summary>What a subject does not have, or what there is no earlier inventory to compare with for.</summary>
    internal static readonly ComparedSetting None = new(Observation.Known("not compared"), Observation.Known("not compared"), Observation.Known<string?>(null));

    /// <summary>A setting that nobody could see.</summary>
    internal static ComparedSetting Hidden(Gap gap)
        => new(Observation.Unreadable<string>(gap), Observation.Unreadable<string>(gap), Observation.Unreadable<string?>(gap));
}
