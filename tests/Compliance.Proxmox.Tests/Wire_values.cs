using System.Text;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox.Tests;

/// <summary>Loose types of the wire, seen through whole answers: the readers themselves are internal.</summary>
public class Wire_values
{
    private static async Task<Inventory> CollectAsync(string target, string data)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override(target, new LoopbackProxmox.Fault { Body = Encoding.UTF8.GetBytes("{\"data\":" + data + "}"), Status = 200, Reason = "OK" });
        return await rig.CollectAsync("audit");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"yes\"", true)]
    [InlineData("\"Off\"", false)]
    [InlineData("null", true)]
    public async Task Enabled_is_read_in_every_form(string wire, bool enabled)
    {
        var inventory = await CollectAsync("/cluster/backup", $$"""[{"id":"a","type":"vzdump","enabled":{{wire}}}]""");

        inventory.Jobs.Rows.Single().IsEnabled.Should().Be(enabled);
        inventory.Jobs.Hidden.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"keep-weekly":"4","keep-daily":"7"}""", "keep-daily=7,keep-weekly=4")]
    [InlineData("""{"keep-all":1}""", "keep-all=1")]
    [InlineData("\"keep-weekly=4, keep-daily=7\"", "keep-daily=7,keep-weekly=4")]
    [InlineData("{}", "")]
    public async Task Retention_is_one_text_whatever_its_form(string wire, string text)
        => (await CollectAsync("/cluster/backup", $$"""[{"id":"a","type":"vzdump","prune-backups":{{wire}}}]"""))
            .Jobs.Rows.Single().PruneBackups.Should().Be(text);

    [Theory]
    [InlineData("""{"vztmpl":"snippets","iso":"isos"}""")]
    [InlineData("\"vztmpl=snippets,iso=isos\"")]
    public async Task Content_directories_are_one_text_whatever_their_form(string wire)
        => (await CollectAsync("/storage", $$"""[{"storage":"a","type":"dir","path":"/a","content":"iso,vztmpl","content-dirs":{{wire}}}]"""))
            .Storages.Rows.Single().ContentDirs.Should().Be("iso=isos,vztmpl=snippets");

    [Fact]
    public async Task Maxfiles_of_version_8_is_kept_beside_the_retention()
        => (await CollectAsync("/cluster/backup", """[{"id":"a","maxfiles":"3"},{"id":"b","type":"vzdump","maxfiles":0},{"id":"c","type":"vzdump"}]"""))
            .Jobs.Rows.Select(job => job.MaxFiles).Should().Equal(3, 0, null);

    [Theory]
    [InlineData("\"100;101 110\"")]
    [InlineData("\"110,101,,100\"")]
    public async Task Guest_lists_are_split_as_Proxmox_does(string wire)
        => (await CollectAsync("/cluster/backup", $$"""[{"id":"a","type":"vzdump","vmid":{{wire}}}]"""))
            .Jobs.Rows.Single().VmIds.Should().Equal(100, 101, 110);

    [Fact]
    public async Task Single_guest_may_be_a_number()
        => (await CollectAsync("/cluster/backup", """[{"id":"a","type":"vzdump","vmid":100}]""")).Jobs.Rows.Single().VmIds.Should().Equal(100);

    [Fact]
    public async Task Job_of_an_unknown_type_is_not_taken_for_a_backup()
    {
        var jobs = (await CollectAsync("/cluster/backup", """[{"id":"a","type":"realm-sync"}]""")).Jobs;

        jobs.Rows.Should().BeEmpty();
        jobs.Hidden!.Reason.Should().Contain("unknown type 'realm-sync'");
    }

    [Fact]
    public async Task Sizes_may_be_fractions_but_not_negative()
    {
        const string Row = """[{"storage":"a","type":"dir","enabled":1,"active":1,"total":1.5e3,"used":"700.4","avail":AVAIL,"content":"iso"}]""";
        var target = "/nodes/pve1/storage";

        (await CollectAsync(target, Row.Replace("AVAIL", "1", StringComparison.Ordinal))).Nodes.Rows.Single().Storages.Rows.Single()
            .Should().Be(new NodeStorage("a", "dir", true, true, 1500, 700, 1));
        (await CollectAsync(target, Row.Replace("AVAIL", "-1", StringComparison.Ordinal))).Nodes.Rows.Single().Storages.Hidden!.Reason
            .Should().Contain("field 'avail' is -1 in place of a size");
    }

    [Fact]
    public async Task Guest_of_a_silent_node_has_no_template_flag()
    {
        var guests = (await CollectAsync("/cluster/resources", """[{"type":"qemu","vmid":100,"node":"pve1","status":"unknown","id":"qemu/100"}]""")).Guests;

        var guest = guests.Rows.Single();
        guest.Name.Should().BeNull();
        guest.IsTemplate.Unreadable!.Reason.Should().Be("field 'template' is missing: node pve1 does not report");
    }

    [Fact]
    public async Task One_list_tells_nodes_guests_and_pools_each_with_its_own_odd_rows()
    {
        var inventory = await CollectAsync("/cluster/resources", """
            [{"type":"node","node":"pve1","status":"online"},{"type":"node","status":"online"},{"type":"node","node":"pve2","status":"offline"},
             {"type":"pool","pool":"b"},{"type":"pool","pool":"a"},{"type":"storage"},{"type":"network"},
             {"type":"lxc","vmid":"abc","node":"pve1","status":"running"}]
            """);

        inventory.Nodes.Rows.Select(node => $"{node.Name} {node.IsOnline}").Should().Equal("pve1 True", "pve2 False");
        inventory.Nodes.Hidden.Should().Be(new Gap("/cluster/resources", "row 2 is not understood: field 'node' is missing"));
        inventory.Pools.Rows.Should().Equal("a", "b");
        inventory.Pools.Hidden.Should().BeNull();
        inventory.Guests.Rows.Should().BeEmpty();
        inventory.Guests.Hidden!.Reason.Should().StartWith("row 8 is not understood");
    }

    [Fact]
    public async Task A_row_of_no_type_may_be_any()
    {
        var inventory = await CollectAsync("/cluster/resources", """[{"node":"pve1","status":"online"}]""");

        new[] { inventory.Nodes.Hidden, inventory.Guests.Hidden, inventory.Pools.Hidden }
            .Should().OnlyContain(gap => gap!.Reason == "row 1 is not understood: field 'type' is missing");
    }

    [Fact]
    public async Task Tags_are_folded_and_sorted()
        => (await CollectAsync("/cluster/resources", """[{"type":"lxc","vmid":"100","node":"pve1","status":"running","template":0,"tags":"Tier1;infra tier1,b"}]"""))
            .Guests.Rows.Single().Tags.Should().Equal("b", "infra", "tier1");

    [Fact]
    public async Task Only_allowed_keys_of_a_configuration_are_kept()
    {
        var config = (await CollectAsync("/nodes/pve1/qemu/100/config?current=1", """
            {"agent":1,"bios":"ovmf","lock":"backup","meta":"ctime=1","template":1,"scsi0":"a:1","scsihw":"virtio-scsi-single","virtio15":"a:2","virtiofs0":"x",
             "efidisk0":"a:3","tpmstate0":"a:4","unused3":"a:5","mp0":"a:6","rootfs":"a:7","ide2":"none,media=cdrom","sata5":"a:8","description":"secret",
             "cipassword":"secret","sshkeys":"secret","net0":"x","scsi":"x","scsi0x":"x","lxc":[["a","b"]],"args":"secret","hookscript":"x"}
            """)).Guests.Rows.Single(g => g.VmId == 100).Config.Value!;

        config.Keys.Should().Equal("agent", "bios", "efidisk0", "ide2", "lock", "meta", "mp0", "rootfs", "sata5", "scsi0", "template", "tpmstate0", "unused3", "virtio15");
        config["agent"].Should().Be("1");
    }

    [Fact]
    public async Task Report_is_cut_down_to_devices_and_cannot_be_forged_from_a_guest()
    {
        var report = JsonSerializer.Serialize(string.Join('\n',
            "==== info about storage ====", "", "# cat /etc/pve/storage.cfg", "secret", "", "# findmnt --ascii", "TARGET", "/ /dev/sda1 ext4", "", "# df --human -T", "no",
            "==== info about virtual guests ====", "# cat /etc/pve/qemu-server/100.conf", "# lsblk --ascii", "forged", "#secret",
            "==== info about block devices ====", "# lsblk --ascii -M", "NAME", "sda", "", "# ls -l /dev/disk/by-*/", "link", "# findmnt --ascii", "second time",
            "==== info about volumes ====", "# pvs", "  PV", "# pvscan", "no", "# zpool status", ""));

        var inventory = await CollectAsync("/nodes/pve1/report", report);

        inventory.Nodes.Rows.Single().DeviceReport.Value.Should().Be(
            "# findmnt --ascii\nTARGET\n/ /dev/sda1 ext4\n\n# lsblk --ascii -M\nNAME\nsda\n\n# ls -l /dev/disk/by-*/\nlink\n# pvs\n  PV\n# zpool status\n");
    }

    [Fact]
    public async Task Report_without_device_sections_is_unreadable()
        => (await CollectAsync("/nodes/pve1/report", "\"\\n==== general system info ====\\n\"")).Nodes.Rows.Single().DeviceReport.Unreadable!.Reason
            .Should().Be("the report has no device sections");

    [SkippableFact]
    public async Task Leaves_of_a_pool_are_found_below_mirrors_and_logs()
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded("compliant"));
        rig.Server.Override("/nodes/pve1/report", new LoopbackProxmox.Fault { Status = 403 });
        rig.Server.Override("/nodes/pve1/disks/zfs/tank", new LoopbackProxmox.Fault
        {
            Body = """{"data":{"name":"tank","children":[{"name":"tank","children":[{"name":"mirror-0","leaf":0,"children":[{"name":"/dev/sdb1","leaf":1},{"name":"/dev/sda1","leaf":1}]}]},{"name":"logs","children":[{"name":"/dev/nvme0n1p4","leaf":1}]}]}}"""u8.ToArray(),
        });

        (await rig.CollectAsync("audit")).Nodes.Rows.Single().ZfsPools.Value.Single().Devices.Value
            .Should().Equal("/dev/nvme0n1p4", "/dev/sda1", "/dev/sdb1");
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_a_gap()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/storage", new LoopbackProxmox.Fault { Body = [.. "{\"data\":[{\"storage\":\""u8, 0xFF, 0xFE, .. "\"}]}"u8] });

        (await rig.CollectAsync("audit")).Storages.Hidden!.Reason.Should().Contain("not valid UTF-8");
    }
}
