namespace Compliance.Core.Facts.Schedules;

/// <summary>Weekday names of calendar events. A set is a bit mask, Monday in bit 0; 0 and all seven both mean "no limit".</summary>
internal static class CalendarWeekdays
{
    public const byte All = 0x7F;

    private static readonly string[] FullNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>0 for Monday to 6 for Sunday, in any case, as three letters or in full; -1 for anything else.</summary>
    public static int Find(ReadOnlySpan<char> name)
    {
        for (var day = 0; day < FullNames.Length; day++)
        {
            if (name.Equals(FullNames[day], StringComparison.OrdinalIgnoreCase)
                || name.Equals(FullNames[day].AsSpan(0, 3), StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return -1;
    }

    /// <summary>Both ends included; <c>fri..mon</c> wraps around the end of the week.</summary>
    public static byte Range(int first, int last)
    {
        byte days = 0;
        for (var day = first; ; day = (day + 1) % 7)
        {
            days |= (byte)(1 << day);
            if (day == last)
            {
                return days;
            }
        }
    }

    /// <summary>A comma list of three-letter names, with ranges for three days and more in a row.</summary>
    public static string Print(byte days)
    {
        var parts = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            if ((days >> day & 1) == 0)
            {
                continue;
            }

            var last = day;
            while (last < 6 && (days >> (last + 1) & 1) != 0)
            {
                last++;
            }

            if (last - day < 2)
            {
                last = day;
            }

            parts.Add(last == day ? FullNames[day][..3] : FullNames[day][..3] + ".." + FullNames[last][..3]);
            day = last;
        }

        return string.Join(",", parts);
    }
}
