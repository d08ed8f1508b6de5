using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Tests.Facts.Schedules;

public sealed class CalendarEventTests
{
    private static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 5, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("22", "*:22")]
    [InlineData("mon..fri 22:00", "mon..fri 22:00")]
    [InlineData("Fri..MONDAY,wed", "mon,wed,fri..sun 00:00")]
    [InlineData("mon..sun 4:5:6", "04:05:06")]
    [InlineData("*-05", "*-*-05 00:00")]
    [InlineData("2027..2029/2-1,7-1/7 */6:0/15:*", "2027..2029/2-01,07-01/7 00/6:00/15:*")]
    [InlineData("dailyUTC", "00:00 UTC")]
    [InlineData("  24:00  ", "*:24")]
    [InlineData("weekly", "mon 00:00")]
    [InlineData("minutely", "*:*")]
    public void Text_has_one_canonical_form(string text, string canonical)
        => CalendarEvent.Parse(text).Event!.ToString().Should().Be(canonical);

    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData("mon-fri 22:00", 3, "left over")]
    [InlineData("daily 22:00", 0, "'daily' is neither a weekday")]
    [InlineData("mon, tue 22:00", 4, "no spaces")]
    [InlineData("21:60", 3, "60 is too large for a minute")]
    [InlineData("60", 0, "60 is too large for a minute")]
    [InlineData("2200-01-01", 0, "too large for a")]
    [InlineData("9..5:00", 1, "ends before it starts")]
    [InlineData("22:00 extra", 6, "left over")]
    [InlineData("22:", 3, "expected a minute")]
    [InlineData("*/0", 1, "step of 0")]
    [InlineData("mo 22:00", 0, "'mo' is neither a weekday")]
    [InlineData("99999999999999999999", 0, "too large")]
    public void Error_names_the_place_and_the_reason(string text, int position, string reason)
    {
        var result = CalendarEvent.Parse(text);
        result.IsValid.Should().BeFalse();
        result.Error!.Message.Should().Contain(reason);
        result.Error.Position.Should().Be(position);
    }

    [Fact]
    public void Bare_number_is_a_minute_of_every_hour()
        => CalendarEvent.Parse("22").Event!.Gaps(TimeZoneInfo.Utc, Start).Longest.Should().Be(TimeSpan.FromHours(1));

    [Fact]
    public void Two_times_in_a_list_are_one_hour_and_two_minutes()
        => Times("22:00,23:00", 3).Should().Equal("2026-11-23 22:00", "2026-11-23 22:23", "2026-11-24 22:00");

    [Fact]
    public void Open_ended_hours_run_past_midnight_and_skip_it()
        => Times("*/5:00", 6).Should().Equal(
            "2026-11-23 10:00", "2026-11-23 15:00", "2026-11-23 20:00",
            "2026-11-24 05:00", "2026-11-24 10:00", "2026-11-24 15:00");

    [Fact]
    public void Skipped_hour_loses_the_day_and_repeated_hour_fires_once()
    {
        var nightly = CalendarEvent.Parse("02:30").Event!;
        nightly.Gaps(Vienna, Start).Longest.Should().Be(TimeSpan.FromHours(47));
        nightly.Gaps(Vienna, Start).Shortest.Should().Be(TimeSpan.FromHours(24));
        nightly.Next(At("2026-10-24T01:00:00Z"), Vienna).Should().Be(At("2026-10-25T00:30:00Z"));
        nightly.Next(At("2026-10-25T00:30:00Z"), Vienna).Should().Be(At("2026-10-26T01:30:00Z"));
    }

    [Fact]
    public void Zone_whose_winter_time_is_the_daylight_one_does_not_end_the_schedule()
        => CalendarEvent.Parse("01:00").Event!.Gaps(TimeZoneInfo.FindSystemTimeZoneById("Europe/Dublin"), Start)
            .Should().BeEquivalentTo(new { Longest = TimeSpan.FromHours(47), FiringsInYear = 364, Ends = false });

    [Fact]
    public void Fraction_of_a_second_does_not_skip_a_firing()
        => CalendarEvent.Parse("06:00").Event!.Next(At("2026-11-23T05:59:59.9Z"), TimeZoneInfo.Utc).Should().Be(At("2026-11-23T06:00:00Z"));

    [Theory]
    [InlineData("02-30", true, false)]
    [InlineData("2021-02-29", true, true)]
    [InlineData("*-*-0", true, false)]
    [InlineData("2027-01-01", false, true)]
    [InlineData("2020/1-01-01", false, false)]
    [InlineData("02-29", false, false)]
    [InlineData("daily", false, false)]
    public void Schedules_that_never_fire_or_end_are_told_apart(string text, bool never, bool finite)
    {
        var schedule = CalendarEvent.Parse(text).Event!;
        schedule.NeverFires.Should().Be(never);
        schedule.IsFinite.Should().Be(finite);
    }

    [Fact]
    public void Schedule_of_the_last_possible_year_ends_without_an_exception()
        => CalendarEvent.Parse("daily").Event!.Next(DateTimeOffset.MaxValue.AddDays(-2), Vienna).Should().BeNull();

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Times(string text, int count)
        => CalendarEvent.Parse(text).Event!.Firings(TimeZoneInfo.Utc, Start, Start.AddYears(1)).Take(count)
            .Select(t => t.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
