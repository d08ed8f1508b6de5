using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A tier with what its schedule and retention yield. UTC: a policy does not say where its nodes are.</summary>
/// <param name="Facts">the tier, with what its cadence and grace mean</param>
/// <param name="Schedule">null on demand</param>
/// <param name="Calendar">null on demand, when its runs end, or when it runs so often or keeps so much that simulating takes longer than the blink that lint may take</param>
internal sealed record TierForecast(TierFacts Facts, CalendarEvent? Schedule, ScheduleGaps? Gaps, RetentionCalendar? Calendar)
{
    /// <summary>Each run looks at every point that is kept. A daily tier that keeps 26 of them over four years takes an eighth of it.</summary>
    private const double MostSteps = 400_000;

    public Tier Tier => Facts.Declared;

    public static TierForecast Of(Tier tier, BackupDemand defaults)
    {
        var schedule = TierPlan.ScheduleOf(tier);
        var gaps = schedule?.Gaps(TimeZoneInfo.Utc, SemanticLint.Start);
        var keep = TierPlan.KeepOf(tier);
        var canRun = gaps is { Ends: false } && gaps.FiringsInYear * YearsOf(keep, gaps) * keep.Total <= MostSteps;
        return new TierForecast(
            new TierFacts(tier, defaults),
            schedule,
            gaps,
            canRun ? RetentionCalendar.Of(schedule!, keep, TimeZoneInfo.Utc, SemanticLint.Start) : null);
    }

    /// <summary>Until each option was filled, and one more that is measured.</summary>
    private static double YearsOf(KeepOptions keep, ScheduleGaps gaps)
        => 1 + keep.Yearly + (keep.Monthly / 12.0) + (keep.Weekly / 52.0) + (keep.Daily / 365.0) + (keep.Hourly / 8760.0) + (keep.Last / Math.Max(1.0, gaps.FiringsInYear));

    /// <summary>How far back the settled retention reaches at least.</summary>
    public TimeSpan Reach => Calendar?.Settled?.ShortestReach ?? TimeSpan.Zero;

    /// <summary>The settled numbers, such as <c>7 restore points, the oldest 42d old</c>.</summary>
    public string Yield
    {
        get
        {
            var settled = Calendar!.Settled!;
            var points = settled.FewestKept == settled.MostKept ? $"{settled.MostKept}" : $"{settled.FewestKept} to {settled.MostKept}";
            var (shortest, longest) = (Durations.Format(settled.ShortestReach), Durations.Format(settled.LongestReach));
            return $"{points} restore point{(settled.MostKept == 1 ? "" : "s")}, the oldest {(shortest == longest ? shortest : $"{shortest} to {longest}")} old";
        }
    }
}
