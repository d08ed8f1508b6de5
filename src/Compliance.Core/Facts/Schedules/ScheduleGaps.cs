namespace Compliance.Core.Facts.Schedules;

/// <summary>How far apart the firings of a schedule, or of several together, are.</summary>
public sealed record ScheduleGaps
{
    private const int WindowYears = 4;

    // Above this many firings a year a union is merged firing by firing over the shorter window; it repeats every day anyway.
    private const int DenseFirings = 20_000;

    /// <summary>
    /// The longest time between two firings one after the other; null when fewer than two are ahead. For a daily schedule
    /// it is 25 h in a zone with daylight saving, and 47 h if its hour is skipped in spring.
    /// </summary>
    public required TimeSpan? Longest { get; init; }

    /// <summary>The shortest time between two firings; null when fewer than two are ahead.</summary>
    public required TimeSpan? Shortest { get; init; }

    /// <summary>Firings in the year that begins with the window.</summary>
    public required int FiringsInYear { get; init; }

    /// <summary>No firing comes after those measured: whatever the gaps are, this is no cadence.</summary>
    public required bool Ends { get; init; }

    /// <summary>Firings are never further apart than the limit, and go on.</summary>
    public bool IsAtLeastEvery(TimeSpan limit) => !Ends && Longest <= limit;

    /// <summary>
    /// The gaps of one schedule that begin in the four years after <paramref name="from"/>, which hold every change of
    /// daylight saving and a leap day.
    /// </summary>
    public static ScheduleGaps Of(CalendarEvent schedule, TimeZoneInfo zone, DateTimeOffset from)
        => Measure(schedule, zone, from, from.AddYears(WindowYears), isLastGapOpen: true);

    /// <summary>The gaps between the firings from one moment (included) to another (excluded).</summary>
    public static ScheduleGaps Between(CalendarEvent schedule, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
        => Measure(schedule, zone, from, until, isLastGapOpen: false);

    /// <summary>
    /// The gaps of all schedules taken together, as for a guest that several jobs save. Four years; 400 days when they fire
    /// more than 20000 times a year. No schedule at all: no firing, and it ends.
    /// </summary>
    public static ScheduleGaps OfUnion(IReadOnlyList<CalendarEvent> schedules, TimeZoneInfo zone, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        var distinct = schedules.Distinct().ToList();
        if (distinct.Count == 1)
        {
            return Of(distinct[0], zone, from);
        }

        var firingsInYear = distinct.Sum(s => (long)Of(s, zone, from).FiringsInYear);
        var until = firingsInYear > DenseFirings ? from.AddDays(400) : from.AddYears(WindowYears);
        return MeasureUnion([.. distinct.Select(s => new FiringSequence(s, zone))], from, until);
    }

    private static ScheduleGaps Measure(
        CalendarEvent schedule, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until, bool isLastGapOpen)
    {
        var sequence = new FiringSequence(schedule, zone);
        var (start, end, yearEnd) = (from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds(), from.AddYears(1).ToUnixTimeSeconds());
        var meter = new GapMeter();
        var inYear = 0;
        foreach (var day in sequence.Days(start, end - 1))
        {
            inYear += CountBefore(day, Math.Min(end, yearEnd));
            if (day.Last < end)
            {
                meter.Add(day);
                continue;
            }

            foreach (var offset in day.Pattern.Offsets.Where(o => day.Start + o < end))
            {
                meter.Add(day.Start + offset);
            }
        }

        var next = sequence.Following(meter.Previous ?? (start - 1));
        return Result(meter, next, inYear, isLastGapOpen);
    }

    private static ScheduleGaps MeasureUnion(FiringSequence[] sequences, DateTimeOffset from, DateTimeOffset until)
    {
        var (start, end, yearEnd) = (from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds(), from.AddYears(1).ToUnixTimeSeconds());
        var meter = new GapMeter();
        var inYear = 0;
        foreach (var firing in FiringMerge.Of(sequences, start, end - 1))
        {
            meter.Add(firing);
            inYear = firing < yearEnd ? meter.Count : inYear;
        }

        var after = meter.Previous ?? (start - 1);
        var next = sequences.Select(s => s.Following(after)).Where(f => f is not null).DefaultIfEmpty(null).Min();
        return Result(meter, next, inYear, isLastGapOpen: true);
    }

    private static ScheduleGaps Result(GapMeter meter, long? next, int inYear, bool isLastGapOpen)
    {
        if (isLastGapOpen && next is { } following)
        {
            meter.AddGap(following);
        }

        return new ScheduleGaps { Longest = meter.Longest, Shortest = meter.Shortest, FiringsInYear = inYear, Ends = next is null };
    }

    private static int CountBefore(FiringDay day, long limit)
        => day.Last < limit ? day.Pattern.Offsets.Length : day.Pattern.Offsets.Count(o => day.Start + o < limit);
}
