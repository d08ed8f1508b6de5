using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Tests.Facts.Estates;

namespace Compliance.Core.Tests.Assessments.Timelines;

/// <summary>What a timeline claims of a day, and what it does not.</summary>
public sealed class GuestTimelineTests
{
    [Fact]
    public void It_shows_ninety_days_up_to_the_day_judged()
    {
        var days = new TimelineScene().Timeline().Days;

        days.Should().HaveCount(90);
        (days[0].Date, days[^1].Date).Should().Be((new DateOnly(2026, 8, 26), new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void A_window_that_nothing_was_saved_in_is_missed()
    {
        var scene = new TimelineScene { Points = [.. TimelineScene.Daily("2026-11-23 02:00", 5).Where(at => at.Day != 21)] };

        Mark(scene, "2026-11-21").Should().Be(DayMark.Missed);
        Mark(scene, "2026-11-20").Should().Be(DayMark.Present);
        scene.Timeline().Count(DayMark.Missed).Should().Be(1);
    }

    /// <summary>Due at 23:00 with three hours of grace: what began at 02:00 of the next day is in time, a second later it is not.</summary>
    [Theory]
    [InlineData("2026-11-22 02:00:00", 0)]
    [InlineData("2026-11-22 02:00:01", 1)]
    public void Grace_ends_to_the_second(string saved, int missed)
    {
        var scene = new TimelineScene
        {
            Calendar = "23:00",
            Grace = TimeSpan.FromHours(3),
            Points = [TimelineScene.Utc("2026-11-20 23:00"), TimelineScene.Utc(saved), TimelineScene.Utc("2026-11-22 23:00")],
        };

        scene.Timeline().MissedWindows.Should().Be(missed);
    }

    /// <summary>A day that has a restore point may still have missed a window: neither hides the other.</summary>
    [Fact]
    public void A_day_with_a_restore_point_too_late_or_too_few_says_both()
    {
        var late = new TimelineScene { Points = [.. TimelineScene.Daily("2026-11-20 02:00", 2), TimelineScene.Utc("2026-11-21 08:00:01"), .. TimelineScene.Daily("2026-11-23 02:00", 2)] };
        var twice = new TimelineScene { Calendar = "02:00,14:00", Points = TimelineScene.Daily("2026-11-23 02:00", 7) };

        Day(late, "2026-11-21").Should().BeEquivalentTo(new { Mark = DayMark.Partly, Points = 1, Missed = 1 });
        late.Timeline().NeedsLook.Should().BeTrue();
        Day(twice, "2026-11-21").Should().BeEquivalentTo(new { Mark = DayMark.Partly, Points = 1, Missed = 1 });
    }

    [Fact]
    public void The_window_that_is_still_open_is_not_missed()
    {
        var scene = new TimelineScene { AsOf = TimelineScene.Utc("2026-11-23 07:59"), Points = TimelineScene.Daily("2026-11-22 02:00", 3) };

        Mark(scene, "2026-11-23").Should().Be(DayMark.Nothing);
        Mark(scene with { AsOf = TimelineScene.Utc("2026-11-23 08:00") }, "2026-11-23").Should().Be(DayMark.Missed);
    }

    [Fact]
    public void A_run_that_still_goes_on_may_save_the_guest_yet()
    {
        var scene = new TimelineScene { Points = TimelineScene.Daily("2026-11-22 02:00", 3) };
        var running = RunScene.Run(TimelineScene.Utc("2026-11-23 02:00"), "OK") with { EndedAt = null, Status = null };

        Mark(scene, "2026-11-23").Should().Be(DayMark.Missed);
        Mark(scene with { Active = Observation.Known<ImmutableArray<TaskState>>([running]) }, "2026-11-23").Should().Be(DayMark.NotKnown);
        Mark(scene with { Active = Observation.Unreadable<ImmutableArray<TaskState>>(new Gap("/nodes/pve1/tasks", "595")) }, "2026-11-23").Should().Be(DayMark.NotKnown);
    }

    [Fact]
    public void A_failed_run_stands_beside_the_window_it_missed()
    {
        var failed = RunScene.Run(TimelineScene.Utc("2026-11-22 02:00"), "job errors");
        var scene = new TimelineScene
        {
            Points = [TimelineScene.Utc("2026-11-21 02:00"), TimelineScene.Utc("2026-11-23 02:00")],
            Runs = [failed],
            Logs = [RunScene.Log(failed, "INFO: starting new backup job: vzdump 101 102", "INFO: Starting Backup of VM 101 (lxc)", "ERROR: Backup of VM 101 failed - no space", "TASK ERROR: job errors")],
        };
        var day = Day(scene, "2026-11-22");

        day.Mark.Should().Be(DayMark.Missed);
        day.Failed.Should().Be(1);
    }

    [Fact]
    public void A_run_of_which_nobody_knows_what_came_of_it_is_a_doubt_and_no_missed_window()
    {
        var scene = new TimelineScene
        {
            Points = [TimelineScene.Utc("2026-11-21 02:00"), TimelineScene.Utc("2026-11-23 02:00")],
            Runs = [RunScene.Run(TimelineScene.Utc("2026-11-22 02:00"), "job errors")],
        };
        var day = Day(scene, "2026-11-22");

        day.Mark.Should().Be(DayMark.NotKnown);
        day.Failed.Should().Be(0);
    }

    /// <summary>Rotated or not: a node that is young ran nothing before its first task, and the guest may have been on another one.</summary>
    [Theory]
    [InlineData(BackupRuns.NeverRotated + 1)]
    [InlineData(1_000)]
    public void Before_the_task_index_begins_nothing_is_known(long bytes)
    {
        var scene = new TimelineScene
        {
            Type = "qemu",
            MadeAt = TimelineScene.Utc("2026-01-01 00:00"),
            Points = TimelineScene.Daily("2026-11-23 02:00", 7),
            History = new TaskHistory(400, bytes, TimelineScene.Utc("2026-11-10 09:00")),
        };

        scene.Timeline().Days.Where(day => day.Date <= new DateOnly(2026, 11, 10)).Should().OnlyContain(day => day.Mark == DayMark.NotKnown);
        scene.Timeline().Unrecorded!.Reason.Should().Contain("2026-11-10");
        Mark(scene, "2026-11-11").Should().Be(DayMark.Missed);
    }

    /// <summary>Seven are kept one by one, so that a hole among the newest seven is a run that is missing, whatever the index has lost.</summary>
    [Fact]
    public void Restore_points_that_are_kept_one_by_one_prove_a_hole_without_the_index()
    {
        var scene = new TimelineScene
        {
            Points = [.. TimelineScene.Daily("2026-11-23 02:00", 6).Where(at => at.Day != 21)],
            History = new TaskHistory(400, BackupRuns.NeverRotated + 1, TimelineScene.Utc("2026-11-22 09:00")),
        };

        Mark(scene, "2026-11-21").Should().Be(DayMark.Missed);
        Mark(scene with { Keep = "keep-last=2" }, "2026-11-21").Should().Be(DayMark.NotKnown, "two are kept, and two are newer");
    }

    [Fact]
    public void A_listing_that_could_not_be_read_leaves_all_days_open()
    {
        var timeline = new TimelineScene { Points = null }.Timeline();

        timeline.Days.Should().OnlyContain(day => day.Mark == DayMark.NotKnown);
        timeline.Unlisted!.Endpoint.Should().Be("/nodes/pve1/storage/store/prunebackups");
        timeline.NeedsLook.Should().BeTrue();
    }

    [Fact]
    public void What_a_run_saved_and_pruning_removed_is_not_missed()
    {
        var runs = TimelineScene.Daily("2026-11-23 02:00", 20).Reverse().Select(at => RunScene.Run(at, "OK", 101)).ToList();
        var scene = new TimelineScene { Promised = (7, 0, 0), Points = TimelineScene.Daily("2026-11-23 02:00", 7), Runs = runs };

        Mark(scene, "2026-11-16").Should().Be(DayMark.Ran);
        scene.Timeline().Count(DayMark.Ran).Should().Be(13);
        scene.Timeline().Count(DayMark.Missed).Should().Be(0);
    }

    [Fact]
    public void What_the_policy_would_still_keep_is_gone_too_early()
    {
        var runs = TimelineScene.Daily("2026-11-23 02:00", 20).Reverse().Select(at => RunScene.Run(at, "OK", 101)).ToList();
        var scene = new TimelineScene { Promised = (7, 0, 0), Points = TimelineScene.Daily("2026-11-23 02:00", 5), Runs = runs };

        Mark(scene, "2026-11-18").Should().Be(DayMark.Gone);
        Mark(scene, "2026-11-17").Should().Be(DayMark.Gone);
        Mark(scene, "2026-11-16").Should().Be(DayMark.Ran);
    }

    /// <summary>Who starts a run by hand chooses where it writes to.</summary>
    [Fact]
    public void What_was_saved_by_hand_is_not_called_gone()
    {
        var scene = new TimelineScene { Points = TimelineScene.Daily("2026-11-23 02:00", 3), Runs = [RunScene.Run(TimelineScene.Utc("2026-11-20 12:00"), "OK", 101)] };

        Mark(scene, "2026-11-20").Should().Be(DayMark.Ran);
        Mark(scene with { Runs = [RunScene.Run(TimelineScene.Utc("2026-11-20 02:00"), "OK", 101)] }, "2026-11-20").Should().Be(DayMark.Gone);
    }

    /// <summary>The job's own run succeeded: on the only node there is, it saved the guest it selects.</summary>
    [Fact]
    public void A_run_of_its_job_without_a_log_counts_only_where_the_guest_is_known_to_have_been()
    {
        var runs = TimelineScene.Daily("2026-11-23 02:00", 3).Reverse().Select(at => RunScene.Run(at, "OK")).ToList();
        var scene = new TimelineScene { Promised = (1, 0, 0), Points = [TimelineScene.Utc("2026-11-20 02:00"), TimelineScene.Utc("2026-11-23 02:00")], Runs = runs };

        Mark(scene, "2026-11-22").Should().Be(DayMark.Ran);
        var cluster = scene with { OtherNodes = [RunScene.Node([], new TaskHistory(0, 0, null)) with { Name = "pve2", ActiveTasks = new TimelineScene().Active }] };
        Mark(cluster, "2026-11-22").Should().Be(DayMark.NotKnown, "it may have been on the other node that night");
    }

    [Fact]
    public void Nothing_was_due_before_the_guest_was_made()
    {
        var scene = new TimelineScene { Type = "qemu", MadeAt = TimelineScene.Utc("2026-11-20 10:00"), Points = TimelineScene.Daily("2026-11-23 02:00", 2) };

        Mark(scene, "2026-11-19").Should().Be(DayMark.NotMade);
        Mark(scene, "2026-11-20").Should().Be(DayMark.Nothing, "the window of that day was over");
        Mark(scene, "2026-11-21").Should().Be(DayMark.Missed);
    }

    [Fact]
    public void A_container_that_does_not_say_when_it_was_made_misses_nothing_before_it_is_first_heard_of()
    {
        var scene = new TimelineScene { Points = TimelineScene.Daily("2026-11-23 02:00", 2) };

        scene.Timeline().Count(DayMark.Missed).Should().Be(0);
        Mark(scene, "2026-11-21").Should().Be(DayMark.NotKnown);
    }

    /// <summary>Never saved, and nobody knows since when it is there: that is neither missed nor fine, and the first to look at.</summary>
    [Theory]
    [InlineData("02:00")]
    [InlineData(null)]
    public void A_guest_that_was_never_heard_of_is_not_known_on_any_day(string? calendar)
    {
        var scene = new TimelineScene { Calendar = calendar, Type = "qemu", HasJob = false };

        scene.Timeline().Days.Should().OnlyContain(day => day.Mark == DayMark.NotKnown);
        scene.Timeline().NeedsLook.Should().BeTrue();
        (scene with { IsInTier = false }).Timeline().NeedsLook.Should().BeFalse("nothing is promised to it");
    }

    /// <summary>On 25 October 2026 Berlin's day has 25 hours; one backup a day at the same hour of the clock misses nothing.</summary>
    [Theory]
    [InlineData("02:30")]
    [InlineData(null)]
    public void The_day_that_ends_daylight_saving_time_is_one_day(string? calendar)
    {
        string[] starts = ["2026-10-23 00:30", "2026-10-24 00:30", "2026-10-25 00:30", "2026-10-26 01:30", "2026-10-27 01:30", "2026-10-28 01:30"];
        var scene = new TimelineScene
        {
            AsOf = TimelineScene.Utc("2026-10-28 12:00"),
            Zone = "Europe/Berlin",
            Calendar = calendar,
            Schedule = "02:30",
            Grace = TimeSpan.FromHours(1),
            Points = [.. starts.Select(TimelineScene.Utc)],
        };

        scene.Timeline().Count(DayMark.Present).Should().Be(6);
        scene.Timeline().Count(DayMark.Missed).Should().Be(0);
        var hole = scene with { Points = [.. scene.Points!.Where((_, at) => at != 3)] };
        Mark(hole, "2026-10-26").Should().Be(DayMark.Missed);
        hole.Timeline().Count(DayMark.Missed).Should().Be(1);
    }

    [Fact]
    public void A_cadence_without_a_time_is_due_one_period_after_the_save_before()
    {
        var scene = new TimelineScene { Cadence = Cadence.Weekly, Calendar = null, Points = [TimelineScene.Utc("2026-11-01 05:00"), TimelineScene.Utc("2026-11-22 05:00")] };

        scene.Timeline().Days.Where(day => day.Mark == DayMark.Missed).Select(day => day.Date.Day).Should().Equal(8, 15);
        scene.Timeline().Days.Should().OnlyContain(day => !day.IsDue);
    }

    /// <summary>A day and the grace after a save the next is too late; after a hole of days, the day that has one has what it promised.</summary>
    [Fact]
    public void A_cadence_without_a_time_asks_for_the_hour_only_after_a_save()
    {
        var scene = new TimelineScene { Calendar = null, Points = [TimelineScene.Utc("2026-11-18 02:00"), TimelineScene.Utc("2026-11-21 20:00"), TimelineScene.Utc("2026-11-23 01:00")] };

        scene.Timeline().Days.Where(day => day.Missed > 0).Select(day => day.Date.Day).Should().Equal(19, 20);
        var late = scene with { Points = [TimelineScene.Utc("2026-11-21 02:00"), TimelineScene.Utc("2026-11-22 20:00")] };
        late.Timeline().Days.Where(day => day.Missed > 0).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Date = new DateOnly(2026, 11, 22), Mark = DayMark.Partly });
    }

    [Fact]
    public void Without_a_tier_nothing_is_promised_and_it_says_so()
    {
        var timeline = new TimelineScene { IsInTier = false, Points = TimelineScene.Daily("2026-11-20 02:00", 2) }.Timeline();

        (timeline.Promise, timeline.NoPromise).Should().Be((null, "in no tier"));
        timeline.Points.Should().Be(2);
        timeline.Count(DayMark.Missed).Should().Be(0);
    }

    private static TimelineDay Day(TimelineScene scene, string date)
        => scene.Timeline().Days.Single(day => day.Date == DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static DayMark Mark(TimelineScene scene, string date) => Day(scene, date).Mark;
}
