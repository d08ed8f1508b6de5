using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Drafts;

/// <summary>What names say of tiers, and gaps of cadences.</summary>
public sealed class TierNameTests
{
    [Theory]
    [InlineData("tier0", 0)]
    [InlineData("Tier-1", 1)]
    [InlineData("tier_2", 2)]
    [InlineData("t3", 3)]
    [InlineData("prod/tier1", 1)]
    [InlineData("tier10", null)]
    [InlineData("tier", null)]
    [InlineData("atier1", null)]
    [InlineData("tier1/web", null)]
    [InlineData("tier1\n", null)]
    [InlineData("", null)]
    public void Tag_or_pool_is_named_for_a_tier_only_as_a_whole(string name, int? level)
        => TierNames.LevelOf(name).Should().Be(level);

    [Theory]
    [InlineData("backup-tier0", null, 0)]
    [InlineData("b", "Tier 1 - daily", 1)]
    [InlineData("backup-tier0", "Tier 1", null)]
    [InlineData("backup-frontier1", null, null)]
    [InlineData("b", "tier 12", null)]
    [InlineData("b", "tiers 0 and 1", null)]
    public void A_job_speaks_of_a_tier_only_when_it_speaks_of_one(string id, string? comment, int? level)
        => TierNames.SpokenOfIn(id, comment).Should().Be(level);

    [Theory]
    [InlineData(24, Cadence.Daily)]
    [InlineData(47, Cadence.Daily)]
    [InlineData(48, Cadence.Weekly)]
    [InlineData(169, Cadence.Weekly)]
    [InlineData(192, Cadence.Monthly)]
    [InlineData(9000, Cadence.Monthly)]
    public void A_gap_is_the_cadence_it_keeps(int hours, Cadence cadence)
        => Frequency.Of(TimeSpan.FromHours(hours)).Should().Be(cadence);

    [Theory]
    [InlineData("ca01", "Internal CA")]
    [InlineData("cache01", null)]
    [InlineData("mon01", "Monitoring")]
    [InlineData("monkey", null)]
    public void A_guest_suggests_a_service_by_its_whole_name(string guest, string? service)
        => ServiceNames.Of(guest).Should().Be(service);
}
