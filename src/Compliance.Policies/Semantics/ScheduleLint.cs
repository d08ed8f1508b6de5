using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What is wrong between a tier's schedule, its calendar and its grace.</summary>
internal static class ScheduleLint
{
    /// <summary>As BKP111 judges live jobs.</summary>
    private const int FarMoreOften = 4;

    public static void Check(TierForecast plan, ProblemList problems)
    {
        CheckGrace(plan, problems);
        if (plan.Tier.Calendar is not { } calendar || plan.Gaps is not { } gaps)
        {
            return;
        }

        if (gaps.Ends)
        {
            var never = plan.Schedule!.NeverFires;
            problems.Add(
                ProblemCodes.CalendarNeverFires,
                calendar.Place,
                never ? $"{Words.Quoted(calendar.Value)} never fires: there is no such day" : $"{Words.Quoted(calendar.Value)} stops firing: no run comes after its last year",
                "Write a day that comes again and again, such as \"*-*-1 22:00\".");
        }
        else if (!plan.Facts.IsScheduled)
        {
            problems.Add(
                ProblemCodes.CalendarOnDemand,
                calendar.Place,
                $"tier {plan.Tier.Level} is on demand, and its jobs start by {Words.Quoted(calendar.Value)} all the same",
                "Remove the calendar, or write the schedule that is meant.");
        }
        else if (gaps.Longest > plan.Facts.LongestGap)
        {
            problems.Add(
                ProblemCodes.CalendarTooSeldom,
                calendar.Place,
                $"{Words.Quoted(calendar.Value)} leaves up to {Durations.Format(gaps.Longest.Value)} between two runs; {plan.Facts.Schedule} "
                + $"with {Durations.Format(plan.Facts.Slack)} of grace allows {Durations.Format(plan.Facts.LongestGap)}",
                "Run more often, or write the schedule that is meant.");
        }
        else if (gaps.FiringsInYear > FarMoreOften * plan.Facts.RunsInYear)
        {
            ReportTooOften(plan, calendar, gaps, problems);
        }
    }

    private static void ReportTooOften(TierForecast plan, Placed<string> calendar, ScheduleGaps gaps, ProblemList problems)
    {
        var meant = CalendarSlip.ProbablyMeant(plan.Schedule!);
        var what = meant is null ? "fires" : $"is minute {calendar.Value.Trim().Split(' ', ':')[^1]} of every hour:";
        var yields = plan.Calendar is null ? "" : $"; the retention would then keep {plan.Yield}";
        problems.Add(
            ProblemCodes.CalendarTooOften,
            calendar.Place,
            $"{Words.Quoted(calendar.Value)} {what} {gaps.FiringsInYear} runs a year, where {plan.Facts.Schedule} means {plan.Facts.RunsInYear}{yields}",
            meant is null ? "Run less often, or write the schedule that is meant." : $"Did you mean \"{meant}\"?");
    }

    private static void CheckGrace(TierForecast plan, ProblemList problems)
    {
        if (plan.Facts.Period is not { } period || plan.Facts.Grace.Value < period)
        {
            return;
        }

        problems.Add(
            ProblemCodes.GraceTooLong,
            plan.Facts.Grace.Place,
            $"a grace of {Durations.Format(plan.Facts.Grace.Value)} is no shorter than the {plan.Facts.Schedule} schedule of tier {plan.Tier.Level}: "
            + $"the newest restore point may be {Durations.Format(period + plan.Facts.Grace.Value)} old before anything is late",
            "Give the hours that a run may be late.");
    }
}
