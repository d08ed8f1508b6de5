using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>How often something runs, in the words of a policy.</summary>
internal static class Frequency
{
    /// <summary>An hour that daylight saving skips makes the gap of a daily run 47 h, and every other day is 48 h.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(48);

    private static readonly TimeSpan Week = TimeSpan.FromDays(8);

    /// <summary>
    /// The cadence that a longest gap keeps. Anything rarer than a week counts as monthly, even what keeps no month: a draft never
    /// demands less of a guest because its jobs run too seldom.
    /// </summary>
    public static Cadence Of(TimeSpan longestGap) => longestGap < Day ? Cadence.Daily : longestGap < Week ? Cadence.Weekly : Cadence.Monthly;

    /// <summary>The tier that the runbook gives this cadence.</summary>
    public static int LevelOf(Cadence cadence) => cadence switch
    {
        Cadence.Daily => 1,
        Cadence.Weekly => 2,
        _ => RunbookTable.Last,
    };

    /// <summary>The one that demands more runs.</summary>
    public static Cadence Stricter(Cadence one, Cadence other)
        => one == Cadence.OnDemand ? other : other == Cadence.OnDemand ? one : one < other ? one : other;
}
