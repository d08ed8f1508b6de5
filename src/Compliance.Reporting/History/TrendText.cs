using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Trends as sparklines. A day without a run is a dot: nobody looked, which is not zero.</summary>
internal static class TrendText
{
    /// <summary>How many days a report shows.</summary>
    public const int ReportDays = 30;

    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Ascii = "_1234567";

    public static string Title(Trend trend)
        => string.Create(CultureInfo.InvariantCulture, $"Trend: {trend.Days.Length} days to {trend.Days[^1].Day:yyyy-MM-dd}");

    /// <summary>Errors, warnings and unknown, then the worst rules; with the number of the last day beside each.</summary>
    public static ImmutableArray<TrendLine> Lines(Trend trend, bool isAscii)
        =>
        [
            Line("errors", [.. trend.Days.Select(day => day.Errors)], isAscii),
            Line("warnings", [.. trend.Days.Select(day => day.Warnings)], isAscii),
            Line("unknown", [.. trend.Days.Select(day => day.Unknown)], isAscii),
            .. trend.Worst.Select(rule => Line(UntrustedText.Shortened(rule.Rule, Limits.Name), rule.Days, isAscii)),
        ];

    /// <summary>The first of a list, and how many more there are.</summary>
    public static IEnumerable<string> Listed<T>(ImmutableArray<T> all, int limit, Func<T, string> line)
        => all.Take(limit).Select(line).Concat(all.Length > limit ? [$"and {all.Length - limit} more: see the json report"] : []);

    private static TrendLine Line(string label, ImmutableArray<int?> days, bool isAscii)
    {
        var (levels, none) = isAscii ? (Ascii, '.') : (Blocks, '·');
        var most = days.Max() ?? 0;
        var spark = string.Concat(days.Select(day => day is { } count ? levels[Level(count, most, levels.Length - 1)] : none));
        var first = days.FirstOrDefault(day => day is not null);
        var last = days[^1];
        var words = last is { } now
            ? string.Create(CultureInfo.InvariantCulture, $"{now} now, {first} first, {most} at most")
            : "not judged now";
        return new TrendLine(label, spark, words, days);
    }

    // Only zero is on the ground, and only the most is at the top.
    private static int Level(int count, int most, int top) => count == 0 ? 0 : Math.Max(1, count * top / most);
}
