using System.Globalization;

namespace Compliance.Reporting;

/// <summary>Days as people write them: neighbours as one range, and what is left out is counted.</summary>
internal static class DateRanges
{
    /// <param name="days">in any order</param>
    /// <param name="most">so many ranges are written out</param>
    public static string Of(IEnumerable<DateOnly> days, int most)
    {
        var ranges = Ranges(days);
        var words = ranges.Take(most).Select(range => range.First == range.Last ? Iso(range.First)
            : range.First.AddDays(1) == range.Last ? $"{Iso(range.First)}, {Iso(range.Last)}"
            : $"{Iso(range.First)} to {Iso(range.Last)}");
        var rest = ranges.Skip(most).Sum(range => range.Last.DayNumber - range.First.DayNumber + 1);
        return string.Join(", ", rest == 0 ? words : words.Append($"and {Words.Count(rest, "more day")}"));
    }

    /// <summary><c>2026-11-23</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<(DateOnly First, DateOnly Last)> Ranges(IEnumerable<DateOnly> days)
    {
        List<(DateOnly First, DateOnly Last)> ranges = [];
        foreach (var day in days.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last.AddDays(1) == day)
            {
                ranges[^1] = (ranges[^1].First, day);
            }
            else
            {
                ranges.Add((day, day));
            }
        }

        return ranges;
    }
}
