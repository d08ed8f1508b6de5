using System.Text;
using Compliance.Core.Model;

namespace Compliance.Proxmox.Tests;

public class Collecting_recorded_estates
{
    public static TheoryData<string, string> Everything()
    {
        var rows = new TheoryData<string, string>();
        foreach (var estate in new[] { "compliant", "drifted", "cluster", "large" })
        {
            foreach (var token in new[] { "audit", "plus", "backup", "none", "ci" })
            {
                // Nobody recorded the administrator's view of the large estate.
                if ((estate, token) != ("large", "ci"))
                {
                    rows.Add(estate, token);
                }
            }
        }

        return rows;
    }

    [SkippableTheory]
    [MemberData(nameof(Everything))]
    public async Task Every_token_gives_an_inventory_that_is_read_back_byte_for_byte(string estate, string token)
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded(estate));
        var inventory = await rig.CollectAsync(token);

        var file = InventoryFile.Format(inventory);
        InventoryFile.Format(InventoryFile.Parse(file, "inventory.json")).Should().Equal(file);
        (await InventorySchema.ValidateAsync(file)).Should().BeEmpty();
        rig.Server.OtherMethods.Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    [InlineData("cluster")]
    [InlineData("large")]
    public async Task An_auditor_asks_only_what_the_real_API_was_asked(string estate)
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded(estate));
        await rig.CollectAsync("audit");

        rig.Server.Unrecorded.Should().BeEmpty();
        rig.Server.Requests.Should().OnlyHaveUniqueItems();
    }

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task The_samples_say_what_the_recordings_say(string estate)
    {
        var recorded = await Rig.CollectAsync(Rig.Recorded(estate), "audit");
        var sample = await Rig.CollectAsync(Rig.Sample(estate), "audit");

        Text(sample with { CollectedAt = recorded.CollectedAt }).Should().Be(Text(recorded));
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task A_sample_is_complete_and_only_read(string estate)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample(estate));
        await rig.CollectAsync("audit");

        rig.Server.Unrecorded.Should().BeEmpty();
        rig.Server.OtherMethods.Should().BeEmpty();
        rig.Server.Hits.Length.Should().Be(rig.Server.Recording.Answers.Count(), "a sample holds nothing that nobody asks for");
    }

    [Fact]
    public async Task An_auditor_sees_every_list_whole()
    {
        var inventory = await Rig.CollectAsync(Rig.Sample("drifted"), "audit");

        inventory.Name.Should().Be("pve1");
        inventory.ServerVersion.Should().Be("9.2.11");
        inventory.IsQuorate.Should().Be(Observation.Known<bool?>(null));
        inventory.Guests.Hidden.Should().BeNull();
        inventory.Guests.Rows.Select(g => g.VmId).Should().Equal(100, 101, 110, 111, 112, 200, 201, 202, 900, 901, 902, 9000);
        inventory.Jobs.Rows.Should().HaveCount(8);
        inventory.Storages.Rows.Select(s => s.Id).Should().BeInAscendingOrder(StringComparer.Ordinal);
        inventory.Pools.Rows.Should().Equal("empty", "tier0", "tier1", "tier2", "tier3");
        new[] { inventory.Jobs.Hidden, inventory.Storages.Hidden, inventory.Pools.Hidden, inventory.Acl.Hidden, inventory.Roles.Hidden, inventory.Nodes.Hidden }
            .Should().OnlyContain(gap => gap == null);
    }

    [Fact]
    public async Task Jobs_are_read_in_all_shapes_of_the_wire()
    {
        var inventory = await Rig.CollectAsync(Rig.Sample("drifted"), "audit");
        JobState Job(string id) => inventory.Jobs.Rows.Single(j => j.Id.StartsWith(id, StringComparison.Ordinal));

        Job("fc3c").Should().Match<JobState>(j => j.IsLegacy && j.IsEnabled && j.Schedule == "sat 23:30");
        Job("backup-tier2").Should().Match<JobState>(j => !j.IsLegacy && !j.IsEnabled && j.PruneBackups == "keep-all=1" && j.Pool == "tier2");
        Job("backup-ghost").PruneBackups.Should().Be("keep-daily=0,keep-last=1");
        Job("backup-ghost").VmIds.Should().Equal(200, 555);
        Job("backup-ghost").Included.Value.Should().Contain(g => g.VmId == 555 && g.Type == "unknown" && g.Volumes.IsEmpty);
        Job("backup-d2c4").Remove.Should().BeFalse();
        Job("backup-othernode").Included.Value.Should().BeEmpty();
        Job("backup-tier0").Remove.Should().BeNull();
        Job("backup-nostorage").Exclude.Should().Equal(110, 111, 112, 900, 901, 902);
    }

    [Fact]
    public async Task An_auditor_sees_backups_that_the_content_list_hides_but_not_their_sizes()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var inventory = await rig.CollectAsync("audit");

        var local = inventory.Backups.Single(b => b.Storage == "local-backup");
        local.Points.Value.Should().Contain(p => p.VmId == null && p.IsRenamed && p.Type == "unknown");
        local.Points.Value.Should().Contain(p => p.VmId == 110 && p.IsRenamed);
        local.Points.Value.Should().OnlyContain(p => p.Size.Unreadable!.Needs!.StartsWith("Datastore.Allocate"));
        inventory.Backups.Single(b => b.Storage == "nas-backup").Points.Value.Should().Contain(p => p.IsProtected);
        inventory.Backups.Select(b => b.Storage).Should().Equal("local", "local-backup", "nas-backup");
        rig.Server.Requests.Should().NotContain(r => r.Contains("/content", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_token_that_may_list_content_gets_sizes_and_no_more()
    {
        var inventory = await Rig.CollectAsync(Rig.Recorded("drifted"), "plus");

        var points = inventory.Backups.Single(b => b.Storage == "local-backup").Points.Value;
        points.Single(p => p.VolumeId.Contains("lxc-101-2025_07_11")).Size.Should().Be(Observation.Known(0L));
        points.Single(p => p.VmId is null).Size.Unreadable!.Needs.Should().Be("Datastore.Allocate on /storage/local-backup");
    }

    [SkippableFact]
    public async Task A_token_without_rights_proves_nothing()
    {
        var inventory = await Rig.CollectAsync(Rig.Recorded("drifted"), "none");

        inventory.Sight.Value!.Paths.Should().OnlyContain(p => p.Privileges.IsEmpty);
        inventory.Sight.Value.Has("VM.Audit", "/vms/100").Should().BeFalse();
        inventory.Guests.Should().Match<Listing<GuestState>>(l => l.Rows.IsEmpty && l.Hidden!.Needs == "VM.Audit on /vms");
        inventory.Storages.Hidden!.Needs.Should().Be("Datastore.Audit on /storage");
        inventory.Pools.Hidden!.Needs.Should().Be("Pool.Audit on /pool");
        inventory.Acl.Hidden!.Needs.Should().Be("Sys.Audit on /access");
        inventory.Jobs.Hidden!.Should().Be(new Gap("/cluster/backup", "403 Permission check failed (/, Sys.Audit)", "Sys.Audit on /"));
        inventory.IsQuorate.Unreadable!.Needs.Should().Be("Sys.Audit on /");
        var node = inventory.Nodes.Rows.Single();
        node.Tasks.Unreadable!.Needs.Should().Be("Sys.Audit on /nodes/pve1");
        node.Storages.Hidden!.Needs.Should().Be("Datastore.Audit on /storage");
        node.Disks.Unreadable!.Needs.Should().Be("Sys.Audit on /nodes/pve1");
        node.MountUnits.Unreadable!.Needs.Should().Be("Sys.Audit on /");
    }

    [SkippableFact]
    public async Task A_narrow_token_sees_rows_but_never_a_whole_list()
    {
        var inventory = await Rig.CollectAsync(Rig.Recorded("drifted"), "backup");

        inventory.Storages.Rows.Should().ContainSingle().Which.Id.Should().Be("local-backup");
        inventory.Storages.IsComplete.Should().BeFalse();
        inventory.Backups.Should().ContainSingle().Which.Points.Value.Should().NotBeEmpty();
        inventory.Nodes.Rows.Single().Defaults.Single().Settings.Unreadable!.Needs.Should().Be("Sys.Audit on /nodes/pve1");
    }

    [SkippableFact]
    public async Task An_offline_node_is_not_asked_and_everything_of_it_is_unreadable()
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded("cluster"));
        var inventory = await rig.CollectAsync("audit");

        rig.Server.Requests.Should().NotContain(r => r.Contains("/nodes/pve2", StringComparison.Ordinal));
        inventory.Name.Should().Be("lab");
        inventory.IsQuorate.Value.Should().BeTrue();
        var node = inventory.Nodes.Rows.Single(n => n.Name == "pve2");
        node.IsOnline.Should().BeFalse();
        var gaps = new[]
        {
            node.TimeZone.Unreadable, node.Scheduler.Unreadable, node.Disks.Unreadable, node.MountUnits.Unreadable, node.VolumeGroups.Unreadable,
            node.ZfsPools.Unreadable, node.DeviceReport.Unreadable, node.Tasks.Unreadable, node.Storages.Hidden,
        };
        gaps.Should().OnlyContain(gap => gap != null && gap.Reason == "node pve2 is offline");
        inventory.Backups.Should().Contain(b => b.Node == "pve2" && b.Storage == "local-backup" && !b.Points.IsKnown);
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task The_order_of_the_wire_does_not_show(string estate)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample(estate));
        var straight = await rig.CollectAsync("audit");
        rig.Server.EditAll = WireShuffle.Reverse;
        var reversed = await rig.CollectAsync("audit");

        Text(reversed with { CollectedAt = straight.CollectedAt }).Should().Be(Text(straight));
    }

    [Fact]
    public async Task Nothing_secret_or_unneeded_gets_into_the_file()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var text = Text(await rig.CollectAsync("audit"));

        var secret = rig.Server.Recording.Tokens["audit"].Split('=')[1];
        foreach (var unwanted in new[] { secret, "ssl_fingerprint", "cipassword", "sshkeys", "smbios1", "net0", "hwaddr", "[PENDING]", "storage.cfg" })
        {
            text.Should().NotContain(unwanted);
        }
    }

    [SkippableFact]
    public async Task Many_guests_share_few_connections()
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded("large"));
        var options = rig.Options("audit") with { Connections = 5 };
        await Rig.CollectAsync(options, CollectionScope.Everything);

        rig.Server.Connections.Should().BeLessThanOrEqualTo(5);
        rig.Server.MostUnderWay.Should().BeLessThanOrEqualTo(5);
        rig.Server.Requests.Should().HaveCountGreaterThan(300);
    }

    [Fact]
    public async Task A_narrow_scope_asks_little_and_leaves_gaps_not_blanks()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        var inventory = await Rig.CollectAsync(rig.Options("audit"), CollectionScope.ClusterOnly);

        rig.Server.Requests.Should().HaveCount(8);
        inventory.Guests.Rows.Should().OnlyContain(g => g.Config.Unreadable!.Reason.StartsWith("not collected"));
        inventory.Jobs.Rows.Should().OnlyContain(j => !j.Included.IsKnown);
        inventory.Nodes.Rows.Single().Tasks.IsKnown.Should().BeFalse();
        inventory.Backups.Should().HaveCount(3).And.OnlyContain(b => !b.Points.IsKnown);
    }

    [Fact]
    public async Task Progress_ends_when_everything_expected_is_done()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("compliant"));
        var seen = new ProgressLog();
        var options = rig.Options("audit");
        using var transport = ProxmoxTransport.Create(options);
        await new LiveInventorySource(transport, options, TimeProvider.System) { Progress = seen }
            .CollectAsync(CollectionScope.Everything, CancellationToken.None);

        seen.Reports.Should().HaveCount(rig.Server.Requests.Length);
        seen.Reports.Should().Contain(r => r.Done == rig.Server.Requests.Length && r.Expected == r.Done && r.Wave == 3);
    }

    private static string Text(Inventory inventory) => Encoding.UTF8.GetString(InventoryFile.Format(inventory));
}
