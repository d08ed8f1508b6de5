namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// A calendar event of Proxmox VE, such as <c>mon..fri 22:00</c>: when a job runs. Same grammar, same next event and same
/// oddities as proxmox-time's calendar_event.rs, which both PVE (since 7.1) and PBS use.
/// </summary>
/// <remarks>
/// What surprises: a bare number is a <i>minute</i> (<c>22</c> runs 24 times a day); <c>24:00</c> is minute 24 of every hour;
/// weekday and date must both match; <c>02-30</c> is accepted and never fires; an open-ended step that overruns its unit is
/// carried into the next one (<see cref="CalendarValue.Following"/>).
/// </remarks>
public sealed class CalendarEvent : IEquatable<CalendarEvent>
{
    private static readonly long Epoch1970 = DateTimeOffset.UnixEpoch.ToUnixTimeSeconds();

    private string? printed;

    /// <summary>Evaluated in UTC (suffix <c>UTC</c>) instead of the local zone of the node that runs the job.</summary>
    public bool IsUtc { get; internal init; }

    /// <summary>
    /// No firing is left after some day: the years are listed and none of them repeats without end. Such a schedule is no
    /// cadence, however dense it is until then.
    /// </summary>
    public bool IsFinite => !Year.IsAny && !Year.Values.Any(v => v.IsOpenEnded);

    /// <summary>It does not fire at any time after 1 January 1970, for example <c>02-30</c>.</summary>
    public bool NeverFires => NextFiring(Epoch1970 - 1, new ZoneClock(TimeZoneInfo.Utc)) is null;

    /// <summary>Bit 0 is Monday; 0 means every day (all seven named is the same and stored as 0).</summary>
    internal byte Weekdays { get; init; }

    internal CalendarField Year { get; init; } = CalendarField.Any;

    internal CalendarField Month { get; init; } = CalendarField.Any;

    internal CalendarField Day { get; init; } = CalendarField.Any;

    internal CalendarField Hour { get; init; } = CalendarField.Any;

    internal CalendarField Minute { get; init; } = CalendarField.Any;

    internal CalendarField Second { get; init; } = CalendarField.Any;

    /// <summary>Reads a schedule. Total: any text gives an event or an error with its position.</summary>
    public static CalendarEventResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CalendarEventParser(text).Parse();
    }

    /// <summary>
    /// The first firing strictly after the given second, or null when there is none. Null also when Proxmox gives up: its
    /// search ends after 1000 steps.
    /// </summary>
    /// <param name="after">fractions of a second are dropped, as in an epoch</param>
    /// <param name="zone">local zone of the node that runs the job; without effect when <see cref="IsUtc"/></param>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
        => NextFiring(after.ToUnixTimeSeconds(), ClockFor(zone)) is { } next ? DateTimeOffset.FromUnixTimeSeconds(next) : null;

    /// <summary>All firings from one moment to another, both included, in order. Lazy: a schedule may fire every second.</summary>
    public IEnumerable<DateTimeOffset> Firings(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
        => new FiringSequence(this, zone).Firings(from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds())
            .Select(DateTimeOffset.FromUnixTimeSeconds);

    /// <summary>How far apart the firings are in the four years after <paramref name="from"/>: every DST change and a leap day.</summary>
    public ScheduleGaps Gaps(TimeZoneInfo zone, DateTimeOffset from) => ScheduleGaps.Of(this, zone, from);

    /// <summary>The canonical text; parsing it gives an equal event.</summary>
    public override string ToString() => printed ??= Print();

    public bool Equals(CalendarEvent? other)
        => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as CalendarEvent);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    internal CalendarEvent InUtc(bool isUtc) => isUtc == IsUtc ? this : new CalendarEvent
    {
        IsUtc = isUtc,
        Weekdays = Weekdays,
        Year = Year,
        Month = Month,
        Day = Day,
        Hour = Hour,
        Minute = Minute,
        Second = Second,
    };

    internal ZoneClock ClockFor(TimeZoneInfo zone) => new(IsUtc ? TimeZoneInfo.Utc : zone);

    internal long? NextFiring(long after, ZoneClock clock) => CalendarSearch.Next(this, after, clock);

    private string Print()
    {
        var parts = new List<string>();
        if (Weekdays != 0)
        {
            parts.Add(CalendarWeekdays.Print(Weekdays));
        }

        if (!(Year.IsAny && Month.IsAny && Day.IsAny))
        {
            parts.Add($"{Year.Print("D4")}-{Month.Print("D2")}-{Day.Print("D2")}");
        }

        var isFullMinute = Second.Values is [{ Start: 0, End: null, Step: null }];
        parts.Add($"{Hour.Print("D2")}:{Minute.Print("D2")}" + (isFullMinute ? "" : ":" + Second.Print("D2")));
        return string.Join(" ", parts) + (IsUtc ? " UTC" : "");
    }
}
