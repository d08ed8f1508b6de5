using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A timeline in words: everything its picture says.</summary>
internal static class TimelineText
{
    /// <summary>So many stretches of days are written out.</summary>
    private const int Ranges = 4;

    /// <summary>What the policy promises, or why it promises nothing.</summary>
    public static string Promise(GuestTimeline timeline) => timeline.Promise is { } promise
        ? $"Tier {promise.Level} ({UntrustedText.Shortened(promise.Title, Limits.Name)}) promises {UntrustedText.Shortened(promise.Schedule, Limits.Name)}, {promise.Keep}"
        : $"No promise: {UntrustedText.Shortened(timeline.NoPromise, Limits.Value)}";

    /// <summary>Such as <c>31 restore points on 29 of 90 days; 2 missed windows (2026-11-02, 2026-11-09); 1 failed run (2026-11-09)</c>.</summary>
    public static string Summary(GuestTimeline timeline)
    {
        if (timeline.Undrawn is { } undrawn)
        {
            return $"Nothing is drawn, because its days cannot be told apart: {UntrustedText.Shortened(undrawn.ToString(), Limits.Value)}.";
        }

        List<string> parts = [Points(timeline)];
        Add(parts, timeline, day => day.Missed, "missed window");
        Add(parts, timeline, day => day.Failed, "failed run");
        Add(parts, timeline, DayMark.Gone, count => $"{Words.Count(count, "restore point")} gone too early");
        if (timeline.Count(DayMark.Ran) is var ran and > 0)
        {
            parts.Add($"saved on {Words.Count(ran, "day")} more, and pruned since or elsewhere");
        }

        Add(parts, timeline, DayMark.NotMade, count => $"{Words.Count(count, "day")} before it was made");
        Add(parts, timeline, DayMark.NotKnown, count => $"nothing known of {Words.Count(count, "day")}");
        var unlisted = timeline.Unlisted is { } gap ? $" Not all of its restore points could be listed: {UntrustedText.Shortened(gap.ToString(), Limits.Value)}." : "";
        return $"{string.Join("; ", parts)}.{unlisted}";
    }

    private static string Points(GuestTimeline timeline)
        => $"{Words.Count(timeline.Points, "restore point")} on {timeline.Days.Count(day => day.Points > 0)} of {Words.Count(timeline.Days.Length, "day")}";

    private static void Add(List<string> parts, GuestTimeline timeline, Func<TimelineDay, int> count, string one)
    {
        if (timeline.Days.Sum(count) is var all and > 0)
        {
            parts.Add($"{Words.Count(all, one)} ({DateRanges.Of(timeline.Days.Where(day => count(day) > 0).Select(day => day.Date), Ranges)})");
        }
    }

    private static void Add(List<string> parts, GuestTimeline timeline, DayMark mark, Func<int, string> words)
    {
        var days = timeline.Days.Where(day => day.Mark == mark).Select(day => day.Date).ToList();
        if (days.Count > 0)
        {
            parts.Add($"{words(days.Count)} ({DateRanges.Of(days, Ranges)})");
        }
    }
}
