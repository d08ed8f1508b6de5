using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Tests.Facts.Schedules;

public sealed class ScheduleGapsTests
{
    private static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 5, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("daily", 24, 24, 365)]
    [InlineData("weekly", 168, 168, 52)]
    [InlineData("mon..fri 22:00", 72, 24, 261)]
    [InlineData("yearly", 366 * 24, 365 * 24, 1)]
    public void Cadence_is_measured_in_utc(string text, int longestHours, int shortestHours, int firings)
    {
        var gaps = Event(text).Gaps(TimeZoneInfo.Utc, Start);
        gaps.Longest.Should().Be(TimeSpan.FromHours(longestHours));
        gaps.Shortest.Should().Be(TimeSpan.FromHours(shortestHours));
        gaps.FiringsInYear.Should().Be(firings);
        gaps.Ends.Should().BeFalse();
    }

    [Fact]
    public void Gap_that_begins_in_the_window_counts_although_it_ends_later()
        => Event("02-29").Gaps(TimeZoneInfo.Utc, Start).Longest.Should().Be(TimeSpan.FromDays(1461));

    [Fact]
    public void Schedule_that_ends_is_no_cadence_however_dense()
    {
        var gaps = Event("2026..2027-*-* 02:00").Gaps(TimeZoneInfo.Utc, Start);
        gaps.Longest.Should().Be(TimeSpan.FromDays(1));
        gaps.Ends.Should().BeTrue();
        gaps.IsAtLeastEvery(TimeSpan.FromDays(2)).Should().BeFalse();
    }

    [Fact]
    public void Schedule_that_never_fires_has_no_gap_and_is_no_cadence()
    {
        var gaps = Event("02-30").Gaps(TimeZoneInfo.Utc, Start);
        gaps.Should().Be(new ScheduleGaps { Longest = null, Shortest = null, FiringsInYear = 0, Ends = true });
        gaps.IsAtLeastEvery(TimeSpan.MaxValue).Should().BeFalse();
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, false)]
    public void Limit_itself_is_still_within(int hours, bool isWithin)
        => Event("daily").Gaps(TimeZoneInfo.Utc, Start).IsAtLeastEvery(TimeSpan.FromHours(hours)).Should().Be(isWithin);

    [Fact]
    public void Two_jobs_close_each_others_gaps()
    {
        var gaps = ScheduleGaps.OfUnion([Event("mon..fri 22:00"), Event("sat,sun 21:00")], TimeZoneInfo.Utc, Start);
        gaps.Longest.Should().Be(TimeSpan.FromHours(25));
        gaps.Shortest.Should().Be(TimeSpan.FromHours(23));
        gaps.FiringsInYear.Should().Be(365);
    }

    [Fact]
    public void Same_moment_of_two_jobs_is_one_firing()
    {
        var gaps = ScheduleGaps.OfUnion([Event("daily"), Event("weekly")], TimeZoneInfo.Utc, Start);
        gaps.Should().Be(Event("daily").Gaps(TimeZoneInfo.Utc, Start));
    }

    [Fact]
    public void Union_ends_only_when_every_schedule_has_ended()
    {
        ScheduleGaps.OfUnion([Event("2026-12-1"), Event("monthly")], Vienna, Start).Ends.Should().BeFalse();
        ScheduleGaps.OfUnion([Event("2026-12-1"), Event("2027-1-1")], Vienna, Start).Ends.Should().BeTrue();
        ScheduleGaps.OfUnion([], Vienna, Start).Ends.Should().BeTrue();
    }

    [Fact]
    public void Dense_schedules_are_merged_over_the_shorter_window()
        => ScheduleGaps.OfUnion([Event("minutely"), Event("*:*:30")], Vienna, Start).Should().BeEquivalentTo(new
        {
            Longest = TimeSpan.FromSeconds(3630),
            Shortest = TimeSpan.FromSeconds(30),
            Ends = false,
        });

    private static CalendarEvent Event(string text) => CalendarEvent.Parse(text).Event!;
}
