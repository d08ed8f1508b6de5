namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// The broken-down local time a search moves forward, as proxmox-time's tm_editor.rs moves a <c>struct tm</c>: every change
/// resets the smaller units, may run over the edge of a unit, and is then normalised by mktime.
/// </summary>
internal struct CalendarCursor
{
    private const int DaySeconds = 86400;
    private readonly ZoneClock clock;

    public CalendarCursor(long epoch, ZoneClock clock)
    {
        this.clock = clock;
        Set(clock.Start(epoch));
    }

    public int Year { get; private set; }

    public int Month { get; private set; }

    public int Day { get; private set; }

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public int Weekday { get; private set; }

    public int Hour { get; private set; }

    public int Minute { get; private set; }

    public int Second { get; private set; }

    public readonly long ToEpoch() => clock.ToEpoch(Local(Year, Month, Day, Hour, Minute, Second));

    public void AddYears(int years) => Move(Year + years, 1, 1, 0, 0, 0);

    public void AddMonths(int months) => Move(Year, Month + months, 1, 0, 0, 0);

    public void AddDays(int days) => Move(Year, Month, Day + days, 0, 0, 0);

    public void SetTime(int hour, int minute, int second) => Move(Year, Month, Day, hour, minute, second);

    private void Move(int year, int month, int day, int hour, int minute, int second)
    {
        var epoch = clock.ToEpoch(Local(year, month, day, hour, minute, second));
        Set(epoch + clock.At(epoch));
    }

    private void Set(long local)
    {
        var days = Math.DivRem(local, DaySeconds, out var ofDay);
        if (ofDay < 0)
        {
            days--;
            ofDay += DaySeconds;
        }

        Hour = (int)(ofDay / 3600);
        Minute = (int)(ofDay / 60 % 60);
        Second = (int)(ofDay % 60);
        Weekday = (int)(((days + 3) % 7 + 7) % 7);
        SetDate(days);
    }

    // Days since 1970 to the proleptic Gregorian calendar, with years that begin in March so that a leap day comes last.
    private void SetDate(long days)
    {
        var fromMarchZero = days + 719468;
        var era = (fromMarchZero >= 0 ? fromMarchZero : fromMarchZero - 146096) / 146097;
        var ofEra = (int)(fromMarchZero - (era * 146097));
        var yearOfEra = (ofEra - (ofEra / 1460) + (ofEra / 36524) - (ofEra / 146096)) / 365;
        var ofYear = ofEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = ((5 * ofYear) + 2) / 153;
        Day = ofYear - (((153 * marchMonth) + 2) / 5) + 1;
        Month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        Year = (int)(yearOfEra + (era * 400)) + (Month <= 2 ? 1 : 0);
    }

    private static long Local(int year, int month, int day, int hour, int minute, int second)
    {
        year += (month - 1) / 12;
        month = ((month - 1) % 12) + 1;
        var marchYear = month <= 2 ? year - 1 : year;
        var era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400;
        var yearOfEra = marchYear - (era * 400);
        var ofYear = ((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5;
        var ofEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + ofYear;
        var days = ((long)era * 146097) + ofEra - 719468 + (day - 1);
        return (days * DaySeconds) + (hour * 3600L) + (minute * 60L) + second;
    }
}
