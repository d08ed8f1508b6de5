using System.Globalization;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Notifications;

/// <summary>
/// A <c>match-calendar</c> statement: a window of each day, or of some weekdays, in local time (proxmox-time
/// <c>daily_duration.rs</c>). The end is not part of it, and cannot be 24:00: no window has the last minute of a day.
/// </summary>
public sealed partial class DailyDuration
{
    private readonly byte days;
    private readonly TimeSpan start;
    private readonly TimeSpan end;

    private DailyDuration(byte days, TimeSpan start, TimeSpan end)
    {
        this.days = days;
        this.start = start;
        this.end = end;
    }

    /// <summary>No moment is within.</summary>
    public bool IsEmpty => start == end;

    /// <summary>Reads <c>mon..fri 8-17:30</c>; null when Proxmox would refuse it, such as a window over midnight.</summary>
    public static DailyDuration? Parse(string statement)
    {
        var parts = Statement().Match(statement);
        if (!parts.Success
            || DaysOf(parts.Groups["days"].Value) is not { } days
            || TimeOf(parts.Groups["h1"].ValueSpan, parts.Groups["m1"].ValueSpan) is not { } start
            || TimeOf(parts.Groups["h2"].ValueSpan, parts.Groups["m2"].ValueSpan) is not { } end
            || start > end)
        {
            return null;
        }

        return new DailyDuration(days, start, end);
    }

    /// <summary>Whether a moment is within.</summary>
    /// <param name="local">in the zone of the node; seconds do not count</param>
    public bool Contains(DateTime local)
    {
        // Monday is bit 0 here, and Sunday 0 in .NET.
        var day = ((int)local.DayOfWeek + 6) % 7;
        var minute = new TimeSpan(local.Hour, local.Minute, 0);
        return (days == 0 || (days >> day & 1) != 0) && minute >= start && minute < end;
    }

    private static byte? DaysOf(string list)
    {
        byte days = 0;
        if (list.Length == 0)
        {
            return days;
        }

        foreach (var range in list.Split(','))
        {
            var ends = range.Split("..");
            var (first, last) = (CalendarWeekdays.Find(ends[0]), CalendarWeekdays.Find(ends[^1]));
            if (first < 0 || last < 0)
            {
                return null;
            }

            days |= CalendarWeekdays.Range(first, last);
        }

        return days;
    }

    private static TimeSpan? TimeOf(ReadOnlySpan<char> hour, ReadOnlySpan<char> minute)
    {
        var h = Number(hour);
        var m = minute.IsEmpty ? 0 : Number(minute);
        return h < 24 && m < 60 ? new TimeSpan(h, m, 0) : null;
    }

    private static int Number(ReadOnlySpan<char> digits)
        => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    // Blanks and tabs are taken after the weekdays and around the dash, and nowhere else.
    [GeneratedRegex(
        @"\A(?:(?<days>[A-Za-z]+(?:\.\.[A-Za-z]+)?(?:,[A-Za-z]+(?:\.\.[A-Za-z]+)?)*)[ \t]*)?(?<h1>[0-9]+)(?::(?<m1>[0-9]+))?[ \t]*-[ \t]*(?<h2>[0-9]+)(?::(?<m2>[0-9]+))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
