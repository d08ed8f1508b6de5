using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Keep values that decide nothing on the tier's schedule, or something else than they seem to.</summary>
internal static class RetentionLint
{
    public static void Check(TierForecast plan, ProblemList problems)
    {
        if (plan.Calendar is not { Gaps.Shortest: { } shortest } calendar || calendar.Keep.IsKeepAll)
        {
            return;
        }

        var idle = KeepParts.Idle(calendar.Schedule, calendar.Keep, TimeZoneInfo.Utc, calendar.From);
        foreach (var part in idle)
        {
            problems.Add(
                ProblemCodes.KeepNeverDecides,
                PlaceOf(plan.Tier.Retention, part.Key),
                $"{part.Key}: {part.Count} decides nothing: in the first year the same restore points are there without it, {calendar.Points.Length} at its end",
                "Lower what keeps them instead, or leave it out.");
        }

        if (KeepParts.Of(calendar.Keep).Where(part => part.Period < shortest && !idle.Contains(part)).ToList() is [var first, ..])
        {
            problems.Add(
                ProblemCodes.KeepMeansOther,
                PlaceOf(plan.Tier.Retention, first.Key),
                $"tier {plan.Tier.Level} runs every {Durations.Format(shortest)} at most, so {first.Key}: {first.Count} keeps {first.Count} runs, not {first.Count} {first.Unit}s; "
                + $"all in all {plan.Yield}, the newest {Durations.Format(calendar.Settled!.NewestAtWorst ?? TimeSpan.Zero)} at worst",
                $"Nothing to do if that is meant: pve-compliance explain tier {plan.Tier.Level} shows the dates.");
        }
    }

    internal static Place PlaceOf(RetentionDemand retention, string key) => key switch
    {
        "keep-daily" => retention.Daily.Place,
        "keep-weekly" => retention.Weekly.Place,
        _ => retention.Monthly.Place,
    };
}
