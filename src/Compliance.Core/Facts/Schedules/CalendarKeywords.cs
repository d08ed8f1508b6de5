namespace Compliance.Core.Facts.Schedules;

/// <summary>The words that are whole schedules. Lower case only, and never combined with anything but <c>UTC</c>.</summary>
internal static class CalendarKeywords
{
    private const byte Monday = 1;

    /// <summary>The event a word stands for in the local zone, or null when it is no keyword.</summary>
    public static CalendarEvent? Find(ReadOnlySpan<char> word) => word switch
    {
        "minutely" => new CalendarEvent { Second = CalendarField.Zero },
        "hourly" => new CalendarEvent { Second = CalendarField.Zero, Minute = CalendarField.Zero },
        "daily" => Midnight(0, CalendarField.Any, CalendarField.Any),
        "weekly" => Midnight(Monday, CalendarField.Any, CalendarField.Any),
        "monthly" => Midnight(0, CalendarField.Any, CalendarField.Of(1)),
        "quarterly" => Midnight(0, CalendarField.Of(1, 4, 7, 10), CalendarField.Of(1)),
        "semiannually" or "semi-annually" => Midnight(0, CalendarField.Of(1, 7), CalendarField.Of(1)),
        "yearly" or "annually" => Midnight(0, CalendarField.Of(1), CalendarField.Of(1)),
        _ => null,
    };

    private static CalendarEvent Midnight(byte weekdays, CalendarField month, CalendarField day) => new()
    {
        Weekdays = weekdays,
        Month = month,
        Day = day,
        Hour = CalendarField.Zero,
        Minute = CalendarField.Zero,
        Second = CalendarField.Zero,
    };
}
