using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Tests.Facts.Retentions;

/// <summary>Which restore points a schedule and a retention leave a year on, and which option keeps each.</summary>
public class RetentionCalendarTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_days_of_a_weekly_schedule_are_five_weeks()
    {
        var calendar = Of("weekly", new KeepOptions { Daily = 5, Weekly = 2 });

        calendar.Points.Select(point => (point.Time.ToString("MM-dd", null), point.KeptBy)).Should().Equal(
            ("11-22", "keep-daily"), ("11-15", "keep-daily"), ("11-08", "keep-daily"), ("11-01", "keep-daily"), ("10-25", "keep-daily"),
            ("10-18", "keep-weekly"), ("10-11", "keep-weekly"));
        calendar.Span.Should().Be(TimeSpan.FromDays(42));
        calendar.Settled!.NewestAtWorst.Should().Be(TimeSpan.FromDays(7));
    }

    [Theory]
    [InlineData("daily", 7, 4, 3)]
    [InlineData("weekly", 5, 2, 0)]
    [InlineData("mon..fri 22:00", 3, 0, 6)]
    public void Points_of_the_day_are_as_many_as_the_forecast_says(string schedule, int daily, int weekly, int monthly)
    {
        var calendar = Of(schedule, new KeepOptions { Daily = daily, Weekly = weekly, Monthly = monthly });

        calendar.Points.Length.Should().BeInRange(calendar.Settled!.FewestKept, calendar.Settled.MostKept);
        calendar.Points.GroupBy(point => point.KeptBy).ToDictionary(group => group.Key, group => group.Count())
            .Should().BeEquivalentTo(KeepParts.Of(calendar.Keep).ToDictionary(part => part.Key, part => part.Count));
    }

    [Fact]
    public void Without_pruning_everything_is_kept_by_keep_all()
        => Of("monthly", KeepOptions.All).Points.Should().HaveCount(12).And.OnlyContain(point => point.KeptBy == "keep-all");

    [Fact]
    public void A_schedule_that_never_fires_leaves_nothing()
    {
        var calendar = Of("*-2-30", new KeepOptions { Daily = 7 });

        calendar.Points.Should().BeEmpty();
        calendar.Span.Should().Be(TimeSpan.Zero);
        calendar.Settled!.Runs.Should().Be(0);
    }

    [Fact]
    public void Runs_every_second_are_not_simulated()
    {
        var calendar = Of("*:*:*", new KeepOptions { Daily = 7 });

        calendar.IsTooDense.Should().BeTrue();
        calendar.Settled.Should().BeNull();
    }

    [Theory]
    [InlineData("daily", 400, 4, "keep-weekly")]
    [InlineData("daily", 7, 4, "")]
    [InlineData("weekly", 5, 2, "")]
    [InlineData("weekly", 60, 1, "keep-weekly")]
    [InlineData("daily", 400, 0, "")]
    public void An_option_is_idle_when_a_year_is_the_same_without_it(string schedule, int daily, int weekly, string idle)
        => string.Join(",", KeepParts.Idle(Event(schedule), new KeepOptions { Daily = daily, Weekly = weekly }, TimeZoneInfo.Utc, Start).Select(part => part.Key))
            .Should().Be(idle);

    [Theory]
    [InlineData("22", "22:00")]
    [InlineData("*:22", "22:00")]
    [InlineData("sat 4", "sat 04:00")]
    [InlineData("24:00", "00:00")]
    [InlineData("22 UTC", "22:00 UTC")]
    [InlineData("hourly", null)]
    [InlineData("*:45", null)]
    [InlineData("22:00", null)]
    [InlineData("*:0/15", null)]
    public void A_minute_that_was_meant_as_an_hour_is_told(string schedule, string? meant)
        => CalendarSlip.ProbablyMeant(Event(schedule)).Should().Be(meant);

    private static RetentionCalendar Of(string schedule, KeepOptions keep) => RetentionCalendar.Of(Event(schedule), keep, TimeZoneInfo.Utc, Start);

    private static CalendarEvent Event(string text) => CalendarEvent.Parse(text).Event!;
}
