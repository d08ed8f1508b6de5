using System.Text.RegularExpressions;
using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary><c>samples/homelab/policy.yaml</c> is the runbook, value for value.</summary>
public class HomelabSampleTests
{
    private static readonly Policy Sample = LoadSample();

    [Theory]
    [InlineData(0, 7, 4, 3)]
    [InlineData(1, 7, 4, 2)]
    [InlineData(2, 5, 2, 0)]
    [InlineData(3, 2, 0, 0)]
    public void Retention_is_the_runbooks_table(int tier, int daily, int weekly, int monthly)
    {
        var retention = Tier(tier).Retention;

        (retention.Daily.Value, retention.Weekly.Value, retention.Monthly.Value).Should().Be((daily, weekly, monthly));
    }

    [SkippableFact]
    public void Retention_is_the_table_in_the_runbook_file()
    {
        var runbook = File.ReadAllText(Shared.Require(Repository.PathOf("../shared/runbook.md")));
        var rows = Regex.Matches(runbook, @"^\| Tier (\d) \| (\d+) \| (\d+) \| (\d+) \|\r?$", RegexOptions.Multiline)
            .Select(row => string.Join('/', row.Groups.Values.Skip(1).Select(cell => cell.Value)));

        rows.Should().Equal(Sample.Tiers.Select(tier => $"{tier.Level}/{tier.Retention.Daily}/{tier.Retention.Weekly}/{tier.Retention.Monthly}"));
    }

    [SkippableFact]
    public void Comments_quote_the_runbook()
    {
        var runbook = Squeeze(File.ReadAllText(Shared.Require(Repository.PathOf("../shared/runbook.md"))).Replace("**", "").Replace("`", "").Replace('–', '-'));
        var comments = Regex.Matches(Repository.Read("samples/homelab/policy.yaml"), @"#(?!.*not in the runbook)(.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        var quotes = Regex.Matches(Squeeze(string.Join(' ', comments)), "\"([^\"]+)\"").SelectMany(match => match.Groups[1].Value.Split("..."));

        foreach (var quote in quotes.Select(quote => quote.Trim()).Where(quote => quote.Length > 0))
        {
            runbook.Should().ContainEquivalentOf(quote);
        }
    }

    [Fact]
    public void Schedules_are_the_runbooks()
    {
        Sample.Tiers.Select(tier => tier.Schedule.Value).Should().Equal(Cadence.Daily, Cadence.Daily, Cadence.Weekly, Cadence.OnDemand);
    }

    [Fact]
    public void Backups_are_made_as_the_runbook_says()
    {
        var backup = Sample.Backup;

        (backup.Target.Value, backup.Mode.Value, backup.Compression.Value, backup.GuestAgent?.Value).Should().Be(("local-backup", "snapshot", "zstd", true));
        backup.Grace.Value.Should().Be(TimeSpan.FromHours(6));
        Sample.Phase.Value.Should().Be(PolicyPhase.Local);
        Sample.Version!.Value.Value.Should().Be("4.2");
    }

    [Fact]
    public void Tier_0_protects_the_configuration_of_every_host_before_each_kind_of_change()
    {
        Tier(0).Hosts.Select(host => host.Value).Should().Equal("*");
        Tier(0).HostPaths.Select(path => path.Value).Should().Equal("/etc/pve", "/etc/network/interfaces", "/etc/pve/storage.cfg");
        Tier(0).Before.Select(change => change.Value).Should().Equal(ChangeKind.Upgrade, ChangeKind.NetworkChange, ChangeKind.StorageChange);
    }

    [Theory]
    [InlineData(1, "Internal CA=ca01, DNS=dns01, Odoo control plane=odoo-ctl, Active Directory / identity services=future")]
    [InlineData(2, "Monitoring=mon01, Automation=automation01, Internal tools=tools01")]
    [InlineData(3, "")]
    public void Services_are_the_runbooks(int tier, string services)
    {
        var written = Tier(tier).Services.Select(service => $"{service.Name}={(service.IsFuture is { Value: true } ? "future" : service.Guest?.Value)}");

        string.Join(", ", written).Should().Be(services);
    }

    [Fact]
    public void Each_tier_claims_its_tag_its_pool_and_its_job()
    {
        foreach (var tier in Sample.Tiers)
        {
            tier.Guests!.Tags.Select(tag => tag.Value).Should().Equal($"tier{tier.Level}");
            tier.Guests.Pools.Select(pool => pool.Value).Should().Equal($"tier{tier.Level}");
            tier.Jobs.Select(job => job.Value).Should().Equal($"backup-tier{tier.Level}");
        }
    }

    [Fact]
    public void The_target_is_a_dedicated_disk_that_only_the_account_of_this_tool_reaches()
    {
        var storage = Sample.Storages.Should().ContainSingle().Subject;

        storage.Id.Value.Should().Be("local-backup");
        storage.Filesystems.Select(name => name.Value).Should().Equal("ext4", "xfs");
        (storage.IsDedicatedDisk?.Value, storage.IsApartFromGuests?.Value, storage.IsMountPoint?.Value).Should().Be((true, true, true));
        storage.NetworkExposure!.Value.Value.Should().Be("none");
        storage.Access.Should().NotBeNull();
        storage.Access!.Value.Select(who => who.Value).Should().Equal("audit@pve");
    }

    [Fact]
    public void What_else_the_runbook_demands_is_there()
    {
        (Sample.Copies!.Local?.Value, Sample.Copies.OffHost?.Value, Sample.Copies.Immutable?.Value).Should().Be(("required", "preferred", "preferred"));
        (Sample.Notification!.HasMailRelay.Value, Sample.Notification.LogReviewEvery?.Value).Should().Be((false, TimeSpan.FromDays(7)));
        Sample.Validation!.ToNewVmId!.Value.Value.Should().BeTrue();
        Sample.Validation.Verify.Select(step => step.Value).Should().Equal("boot", "service");
        Sample.Validation.DocumentIn.Select(book => book.Value).Should().Equal("session-notes");
        Sample.Validation.DocumentOncePerTierIn.Select(book => book.Value).Should().Equal("build-journal");
        Sample.ChangeControl!.Documented.Select(kind => kind.Value).Should().Equal("target", "retention", "schedule", "restore-failure");
        (Sample.Rollback!.DisableJobAfter?.Value, Sample.Rollback.PreserveLastGood?.Value, Sample.Rollback.ReviewLogs?.Value).Should().Be((3, true, true));
        (Sample.Pbs!.Storage?.Value, Sample.Pbs.IsEncrypted?.Value, Sample.Pbs.IsVerified?.Value, Sample.Pbs.KeyCustody?.Value).Should().Be(("pbs", true, true, "secrets manager"));
    }

    [Fact]
    public void A_value_knows_its_line()
    {
        var lines = Repository.Read("samples/homelab/policy.yaml").Split('\n');
        var place = Tier(2).Retention.Weekly.Place;

        place.File.Should().Be("policy.yaml");
        lines[place.Line - 1][(place.Column - 1)..(place.EndColumn - 1)].Should().Be("2");
        lines[place.Line - 1].Should().Contain("keep-weekly: 2");
    }

    private static Tier Tier(int level) => Sample.Tiers.Single(tier => tier.Level.Value == level);

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", " ");

    private static Policy LoadSample()
    {
        var parsed = PolicyRepositoryLoader.Load(Repository.PathOf("samples/homelab"));
        parsed.Problems.Select(problem => problem.Code).Should().Equal(["POL307", "POL305"], "the runbook's own rows are legitimate, and what they mean is said once");
        return parsed.Value!.Policy;
    }
}
