using Compliance.Core.Facts.Schedules;
using CsCheck;

namespace Compliance.Core.Tests.Facts.Schedules;

public sealed class CalendarEventProperties
{
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "UTC", "Europe/Vienna", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin" }
            .Select(TimeZoneInfo.FindSystemTimeZoneById)];

    private static readonly Gen<string> Weekdays = OneOf("", "mon ", "fri..mon ", "sat,sun ", "mon..fri ", "sunday,Tue..thu ");
    private static readonly Gen<string> Date = Gen.Frequency(
        (5, Gen.Const("")),
        (3, Gen.Select(Values(1, 12), Values(1, 31), (m, d) => $"{m}-{d} ")),
        (1, Gen.Select(Values(2025, 2030), Values(1, 12), Values(1, 31), (y, m, d) => $"{y}-{m}-{d} ")));

    private static readonly Gen<string> Time = Gen.OneOf(
        Gen.Select(Values(0, 23), Values(0, 59), (h, m) => $"{h}:{m}"),
        Gen.Select(Values(0, 23), Gen.Int[0, 59], Gen.Int[0, 59], (h, m, s) => $"{h}:{m}:{s}"),
        Gen.Int[0, 59].Select(m => m.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Schedules =
        Gen.Select(Weekdays, Date, Time, OneOf("", " UTC"), (w, d, t, u) => w + d + t + u);

    // A few times a day at most, so that a union is measured over the full four years.
    private static readonly Gen<string> SparseSchedules =
        Gen.Select(Weekdays, Date, Gen.Int[0, 23], Gen.Int[0, 59], (w, d, h, m) => $"{w}{d}{h}:{m}");

    private static readonly Gen<DateTimeOffset> Moments =
        Gen.Int[0, 4 * 366 * 24 * 60].Select(m => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(m));

    [Fact]
    public void Printed_event_parses_to_the_same_event()
        => Schedules.Sample(text =>
        {
            var schedule = CalendarEvent.Parse(text).Event!;
            CalendarEvent.Parse(schedule.ToString()).Event.Should().Be(schedule);
        });

    [Fact]
    public void Any_text_gives_an_event_or_an_error_inside_the_text()
        => Gen.Char["monfridaUTC0123459*/.,-: \t~é"].Array[0, 14].Select(c => new string(c)).Sample(
            text =>
            {
                var result = CalendarEvent.Parse(text);
                if (result.Error is { } error)
                {
                    error.Position.Should().BeInRange(0, text.Length);
                    error.Message.Should().NotBeEmpty();
                }
            },
            iter: 2000);

    [Fact]
    public void Next_firing_is_later_in_every_zone()
        => Gen.Select(Schedules, OneOf(Zones), Moments).Sample(
            (text, zone, after) => (CalendarEvent.Parse(text).Event!.Next(after, zone) ?? DateTimeOffset.MaxValue).Should().BeAfter(after),
            iter: 5000);

    [Fact]
    public void Firings_a_day_at_a_time_are_the_firings_one_by_one()
        => Gen.Select(Schedules, OneOf(Zones), Moments).Sample(
            (text, zone, from) =>
            {
                var schedule = CalendarEvent.Parse(text).Event!;
                var until = from.AddDays(200);
                schedule.Firings(zone, from, until).Take(2000).Should().Equal(OneByOne(schedule, zone, from, until).Take(2000));
            },
            iter: 300);

    [Fact]
    public void Gaps_are_those_of_the_enumerated_firings()
        => Gen.Select(Schedules, OneOf(Zones), Moments).Sample(
            (text, zone, from) =>
            {
                var schedule = CalendarEvent.Parse(text).Event!;
                var until = from.AddDays(90);
                var firings = OneByOne(schedule, zone, from, until.AddSeconds(-1)).ToList();
                var distances = firings.Zip(firings.Skip(1), (a, b) => b - a).ToList();
                var gaps = ScheduleGaps.Between(schedule, zone, from, until);
                gaps.Longest.Should().Be(distances.Count == 0 ? null : distances.Max());
                gaps.Shortest.Should().Be(distances.Count == 0 ? null : distances.Min());
                gaps.FiringsInYear.Should().Be(firings.Count);
            },
            iter: 200);

    [Fact]
    public void Union_is_the_merge_of_the_firings()
        => Gen.Select(SparseSchedules.Array[2, 3], OneOf(Zones), Moments).Sample(
            (texts, zone, from) =>
            {
                var schedules = texts.Select(t => CalendarEvent.Parse(t).Event!).ToList();
                var until = from.AddYears(4);
                var merged = schedules.SelectMany(s => s.Firings(zone, from, until.AddSeconds(-1))).Distinct().Order().ToList();
                var next = schedules.Select(s => s.Next(until.AddSeconds(-1), zone)).Where(n => n is not null).DefaultIfEmpty(null).Min();
                var all = next is null ? merged : [.. merged, next.Value];
                var distances = all.Zip(all.Skip(1), (a, b) => b - a).ToList();
                var gaps = ScheduleGaps.OfUnion(schedules, zone, from);
                gaps.Longest.Should().Be(merged.Count == 0 || distances.Count == 0 ? null : distances.Max());
                gaps.FiringsInYear.Should().Be(merged.Count(f => f < from.AddYears(1)));
                gaps.Ends.Should().Be(next is null);
            },
            iter: 30);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> Values(int first, int last)
    {
        var number = Gen.Int[first, last];
        var range = Gen.Select(number, number, (a, b) => $"{Math.Min(a, b)}..{Math.Max(a, b)}");
        return Gen.OneOf(
            Gen.Const("*"),
            number.Select(n => $"{n}"),
            Gen.Select(number, number, (a, b) => $"{a},{b}"),
            range,
            Gen.Select(number, Gen.Int[1, 9], (a, s) => $"{a}/{s}"),
            Gen.Select(range, Gen.Int[1, 9], (r, s) => $"{r}/{s}"),
            Gen.Int[1, 9].Select(s => $"*/{s}"));
    }

    private static IEnumerable<DateTimeOffset> OneByOne(CalendarEvent schedule, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        // Bounded, so that a search that stands still is a failed comparison and not an endless test.
        var count = 0;
        for (var next = schedule.Next(from.AddSeconds(-1), zone); next <= until && count++ < 500_000; next = schedule.Next(next.Value, zone))
        {
            yield return next.Value;
        }
    }
}
