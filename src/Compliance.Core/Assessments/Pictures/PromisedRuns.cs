using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Retentions;

namespace Compliance.Core.Assessments;

/// <summary>The runs that a tier's retention is tried on.</summary>
/// <param name="Words">when they are, for people</param>
internal sealed record PromisedRuns(string Words, ImmutableArray<RetentionJob> Jobs)
{
    /// <summary>
    /// The tier's own calendar. Where it leaves the time open, the live runs if they are as often as it demands: it promised no other
    /// day than theirs; else what its cadence means to Proxmox VE. Null on demand without a live run.
    /// </summary>
    public static PromisedRuns? Of(TierFacts tier, GuestFacts guest, ImmutableArray<(CoveringJob Job, RetentionJob Run)> live)
    {
        if (tier.Calendar is { } calendar)
        {
            return new PromisedRuns(tier.Declared.Calendar!.Value.Value, [new RetentionJob { Schedule = calendar, Keep = tier.Keep }]);
        }

        var isOften = !tier.IsScheduled || (guest.Cover.LongestGap is { IsKnown: true, Value: { } gap } && gap <= tier.LongestGap);
        if (!live.IsEmpty && isOften)
        {
            return new PromisedRuns(
                $"{tier.Schedule}, when the live jobs run", [.. live.Select(one => one.Run with { Keep = tier.Keep, IsPruning = true })]);
        }

        return TierPlan.ScheduleOf(tier.Declared) is { } schedule
            ? new PromisedRuns($"{tier.Schedule}, at any time ({schedule} stands for it)", [new RetentionJob { Schedule = schedule, Keep = tier.Keep }])
            : null;
    }
}
