using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Tests.Facts.Retentions;

public sealed class RetentionSimulationTests
{
    private static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");
    private static readonly DateTimeOffset From = new(2026, 11, 23, 5, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Year = TimeSpan.FromDays(366);

    [Fact]
    public void Daily_job_with_7_4_3_settles_at_14_restore_points()
    {
        var forecast = Run(TimeZoneInfo.Utc, ("21:00", "keep-daily=7,keep-weekly=4,keep-monthly=3"));
        forecast.Should().BeEquivalentTo(new
        {
            Runs = 366,
            FewestKept = 14,
            MostKept = 14,
            NewestAtWorst = TimeSpan.FromDays(1),
            GrowsForever = false,
            IsCutShort = false,
        });
        forecast.ShortestReach.TotalDays.Should().BeInRange(88, 101);
        forecast.LongestReach.TotalDays.Should().BeInRange(101, 135);
    }

    [Fact]
    public void Weekly_job_with_5_2_keeps_seven_weeks()
        => Run(Vienna, ("sun 01:00", "keep-daily=5,keep-weekly=2")).Should().BeEquivalentTo(new { FewestKept = 7, MostKept = 7 });

    [Fact]
    public void Two_jobs_on_one_storage_prune_each_others_backups()
        => Run(Vienna, ("21:00", "keep-daily=2"), ("sun 03:00", "keep-daily=7,keep-weekly=4,keep-monthly=3"))
            .Should().BeEquivalentTo(new { FewestKept = 2, MostKept = 3 });

    [Fact]
    public void Job_that_keeps_all_is_still_pruned_by_the_other()
        => Run(Vienna, ("21:00", "keep-last=3"), ("sun 03:00", "keep-all=1"))
            .Should().BeEquivalentTo(new { FewestKept = 3, MostKept = 4, GrowsForever = false });

    [Fact]
    public void Retention_without_pruning_grows_for_ever()
    {
        Run(Vienna, ("21:00", "keep-all=1")).GrowsForever.Should().BeTrue();
        var job = new RetentionJob { Schedule = Event("21:00"), Keep = KeepOptions.Parse("keep-last=3").Options!, IsPruning = false };
        RetentionSimulation.Run([job], Vienna, From, Year).GrowsForever.Should().BeTrue();
    }

    [Fact]
    public void Yearly_backups_are_filled_before_they_are_measured()
        => Run(TimeZoneInfo.Utc, ("weekly", "keep-last=1,keep-yearly=3")).Should().BeEquivalentTo(new { FewestKept = 4, MostKept = 4 });

    [Fact]
    public void Schedule_that_never_fires_leaves_nothing_to_restore()
        => Run(Vienna, ("02-30", "keep-last=3")).Should().BeEquivalentTo(new
        {
            Runs = 0,
            MostKept = 0,
            FewestKept = 0,
            LongestReach = TimeSpan.Zero,
            NewestAtWorst = (TimeSpan?)null,
        });

    [Fact]
    public void Dense_schedule_is_cut_short_and_says_so()
        => Run(Vienna, ("minutely", "keep-last=2")).Should().BeEquivalentTo(new { FewestKept = 2, MostKept = 2, IsCutShort = true });

    [Fact]
    public void No_job_is_no_restore_point()
        => RetentionSimulation.Run([], Vienna, From, Year).MostKept.Should().Be(0);

    private static RetentionForecast Run(TimeZoneInfo zone, params (string Schedule, string Keep)[] jobs)
        => RetentionSimulation.Run(
            [.. jobs.Select(j => new RetentionJob { Schedule = Event(j.Schedule), Keep = KeepOptions.Parse(j.Keep).Options! })], zone, From, Year);

    private static CalendarEvent Event(string text) => CalendarEvent.Parse(text).Event!;
}
