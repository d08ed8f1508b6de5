namespace Compliance.Core.Tests.Assessments.Timelines;

/// <summary>Retention promised and real, as days.</summary>
public sealed class RetentionPictureTests
{
    [Fact]
    public void What_live_jobs_keep_as_promised_differs_on_no_day()
    {
        var picture = new TimelineScene { Points = TimelineScene.Daily("2026-11-23 02:00", 3) }.Picture();

        picture.Promised!.Days.Should().Equal(picture.Live!.Days).And.HaveCount(14);
        picture.Promised.Days[0].Should().Be(new DateOnly(2026, 11, 23));
        (picture.Lacking.Length, picture.Surplus.Length).Should().Be((0, 0));
        picture.Present.Select(day => day.Date.Day).Should().Equal(23, 22, 21);
    }

    [Fact]
    public void Days_that_the_live_retention_would_not_keep_are_lacking()
    {
        var picture = new TimelineScene { Promised = (7, 0, 0), Keep = "keep-daily=3" }.Picture();

        picture.Lacking.Select(day => day.Day).Should().Equal(20, 19, 18, 17);
        picture.Surplus.Should().BeEmpty();
    }

    [Fact]
    public void Days_nobody_promised_are_surplus_and_without_pruning_there_is_no_end_of_them()
    {
        var picture = new TimelineScene { Promised = (7, 0, 0), Keep = "keep-all=1" }.Picture();

        picture.Live!.GrowsForever.Should().BeTrue();
        picture.Lacking.Should().BeEmpty();
        picture.Surplus.Should().HaveCount(396 - 7);
    }

    [Fact]
    public void A_guest_that_no_job_covers_keeps_nothing()
    {
        var picture = new TimelineScene { HasJob = false }.Picture();

        picture.Live!.Days.Should().BeEmpty();
        picture.Live.Runs.Should().Be("no job selects it");
        picture.Lacking.Should().HaveCount(14);
    }

    /// <summary>A policy that says weekly and no day promises the day of the job, not Monday.</summary>
    [Fact]
    public void A_cadence_without_a_time_promises_the_days_of_the_live_runs()
    {
        var scene = new TimelineScene { Cadence = Core.Model.Cadence.Weekly, Calendar = null, Promised = (0, 4, 0), Schedule = "sat 02:30", Keep = "keep-weekly=4" };

        scene.Picture().Promised!.Days.Should().OnlyContain(day => day.DayOfWeek == DayOfWeek.Saturday).And.HaveCount(4);
        (scene with { Schedule = "*-*-01 02:30" }).Picture().Promised!.Days.Should().OnlyContain(day => day.DayOfWeek == DayOfWeek.Monday, "a month is no week");
    }
}
