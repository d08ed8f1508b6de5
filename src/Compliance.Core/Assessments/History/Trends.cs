using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Counts findings day by day.</summary>
public static class Trends
{
    private const int WorstRules = 5;

    /// <param name="series">with at least one run</param>
    /// <param name="days">how many, back from the newest run</param>
    public static Trend Of(RunSeries series, int days)
    {
        var end = DayOf(series.Runs[^1]);
        var lastOfDay = series.Runs.GroupBy(DayOf).ToDictionary(day => day.Key, day => day.Last());
        ImmutableArray<DateOnly> calendar = [.. Enumerable.Range(0, days).Select(back => end.AddDays(back - days + 1))];
        ImmutableArray<HistoryRun?> runs = [.. calendar.Select(day => lastOfDay.GetValueOrDefault(day))];
        return new Trend(
            series.Estate,
            series.Policy,
            [.. calendar.Zip(runs, (day, run) => new TrendDay(day, run?.Failed(Severity.Error), run?.Failed(Severity.Warning), run?.Unknown))],
            Worst(runs));
    }

    private static ImmutableArray<RuleTrend> Worst(ImmutableArray<HistoryRun?> runs)
    {
        var counts = runs.Select(run => run?.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal)).ToList();
        return
        [
            .. counts
                .SelectMany(day => day?.Values ?? Enumerable.Empty<HistoryCount>())
                .GroupBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => (Id: rule.Key, Fails: rule.Sum(day => day.Fail)))
                .Where(rule => rule.Fails > 0)
                .OrderByDescending(rule => rule.Fails)
                .ThenBy(rule => rule.Id, StringComparer.Ordinal)
                .Take(WorstRules)
                .Select(rule => new RuleTrend(rule.Id, [.. counts.Select(day => Fails(day?.GetValueOrDefault(rule.Id)))])),
        ];
    }

    // A rule that could judge nothing found nothing, which is not that nothing was there.
    private static int? Fails(HistoryCount? count) => count is null or { Pass: 0, Fail: 0, Unknown: > 0 } ? null : count.Fail;

    private static DateOnly DayOf(HistoryRun run) => DateOnly.FromDateTime(run.AsOf.UtcDateTime);
}
