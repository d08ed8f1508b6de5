using Compliance.Core.Facts.Estates;

namespace Compliance.Cli.Tests.Facts;

/// <summary>What a guest will have to restore from: schedule and pruning simulated together.</summary>
public sealed class ForecastTests
{
    [Fact]
    public void A_compliant_guest_keeps_what_its_tier_promises()
    {
        foreach (var guest in PatchedEstate.Of("compliant").Guests.Where(guest => guest.Cover.IsCovered.Value))
        {
            guest.Forecast.Live.Value.Should().Be(guest.Forecast.Promised.Value, guest.Id);
            guest.Forecast.Live.Value!.FewestKept.Should().BePositive();
        }
    }

    [Fact]
    public void Days_on_a_weekly_job_are_weeks()
    {
        var forecast = Guest("qemu/200").Forecast.Live.Value!;

        // keep-daily=5 keeps the last five runs, keep-weekly=2 two more weeks before them.
        forecast.FewestKept.Should().Be(7);
        forecast.ShortestReach.Should().BeCloseTo(TimeSpan.FromDays(6 * 7), TimeSpan.FromHours(2));
        forecast.NewestAtWorst.Should().BeCloseTo(TimeSpan.FromDays(7), TimeSpan.FromHours(2));
    }

    [Fact]
    public void A_retention_that_is_cut_reaches_less_far_than_promised()
    {
        var forecast = Guest("qemu/110", "jobs.rows[id=backup-tier1].pruneBackups", "\"keep-last=3\"").Forecast;

        forecast.Live.Value!.ShortestReach.Should().BeCloseTo(TimeSpan.FromDays(2), TimeSpan.FromHours(2));
        forecast.Promised.Value!.ShortestReach.Should().BeGreaterThan(TimeSpan.FromDays(30));
        forecast.PruningRivals.Value.Should().BeEmpty("one job alone has no rival");
    }

    [Fact]
    public void A_second_job_on_the_same_storage_prunes_what_the_first_one_keeps()
    {
        var forecast = Guest(
            "qemu/110",
            "jobs.rows[id=backup-tier2].pool", "\"tier1\"",
            "jobs.rows[id=backup-tier2].schedule", "\"12:00\"",
            "jobs.rows[id=backup-tier2].pruneBackups", "\"keep-last=2\"").Forecast;

        forecast.PruningRivals.Value.Should().Equal("backup-tier2");
        forecast.Live.Value!.ShortestReach.Should().BeLessThan(TimeSpan.FromDays(2));
    }

    [Theory]
    [InlineData("jobs.rows[id=backup-tier1].pruneBackups", "\"keep-all=1\"")]
    [InlineData("jobs.rows[id=backup-tier1].remove", "false")]
    public void Without_pruning_there_is_no_steady_state(string path, string value)
        => Guest("qemu/110", path, value).Forecast.Live.Value!.GrowsForever.Should().BeTrue();

    [Fact]
    public void A_guest_without_a_job_has_no_forecast()
    {
        var forecast = Guest("qemu/110", "jobs.rows[id=backup-tier1].isEnabled", "false").Forecast;

        forecast.Live.IsKnown.Should().BeTrue();
        (forecast.Live.Value, forecast.Promised.Value).Should().Be((null, null));
        forecast.PruningRivals.Value.Should().BeEmpty();
    }

    private static GuestFacts Guest(string id, params string[] set) => PatchedEstate.Of("compliant", set).Guests.Single(guest => guest.Id == id);
}
