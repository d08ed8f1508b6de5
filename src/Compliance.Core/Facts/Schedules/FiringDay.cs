namespace Compliance.Core.Facts.Schedules;

/// <summary>The firings of one local day.</summary>
/// <param name="Start">epoch that the offsets of the pattern count from</param>
/// <param name="Pattern">its firings, from the first one searched for</param>
/// <param name="IsPlain">the day has 24 hours, and starts at its start</param>
internal readonly record struct FiringDay(long Start, DayPattern Pattern, bool IsPlain)
{
    public long First => Start + Pattern.Offsets[0];

    public long Last => Start + Pattern.Offsets[^1];
}
