using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;
using static Compliance.Core.Tests.Disks.DiskScene;

namespace Compliance.Core.Tests.Disks;

public sealed class DiskLineageTests
{
    private const string Root = "TARGET SOURCE FSTYPE OPTIONS\n/ /dev/mapper/pve-root ext4 rw\n";

    private static readonly MountUnit Unit = new("/mnt/pve/bk", "/dev/disk/by-uuid/3f0c", "ext4");

    [Theory]
    [InlineData("/dev/sdb1", "sdb")]
    [InlineData("/dev/mapper/pve-backup", "sda")]
    [InlineData("/dev/pve/backup", "sda")]
    [InlineData("/dev/disk/by-uuid/77", "sdb")]
    [InlineData("/dev/mapper/luks-bk", "sdb")]
    [InlineData("/dev/dm-7", "sdb")]
    [InlineData("/dev/disk/by-id/ata-M_SB-part1", "sdb")]
    [InlineData("/dev/sdb1[/sub]", "sdb")]
    public void A_mounted_device_is_traced_to_its_disk(string source, string disk)
    {
        var node = With(
            findmnt: $"{Root}`-/mnt/bk {source} ext4 rw",
            lsblk: "NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS\nsdb 8:16 0 1T 0 disk\n`-sdb1 8:17 0 1T 0 part\n  `-luks-bk 252:7 0 1T 0 crypt /mnt/bk",
            links: "lrwx 1 r r 1 Nov 23 07:20 77 -> ../../sdb1\nlrwx 1 r r 1 Nov 23 07:20 dm-name-luks-bk -> ../../dm-7");
        var lineage = DiskLineage.Resolve(node, Dir("bk", "/mnt/bk", "1"));
        lineage.Verdict.Should().Be(LineageVerdict.Proved, string.Join(", ", lineage.Gaps));
        lineage.Names().Should().Equal(disk);
        lineage.MountPoint.Should().Be("/mnt/bk");
        lineage.Filesystem.Should().Be("ext4");
        lineage.Proof.Should().StartWith("proved by findmnt: /dev/");
    }

    [Fact]
    public void Without_a_mount_of_its_own_a_directory_lies_on_the_root_file_system()
    {
        var lineage = DiskLineage.Resolve(With(findmnt: Root), Dir("bk", "/srv/bk"));
        lineage.IsOnRootFilesystem.Should().BeTrue();
        lineage.Names().Should().Equal("sda");
        DiskLineage.Compare(lineage, DiskLineage.Resolve(Node, Thin)).Verdict.Should().Be(DiskComparisonVerdict.Shared);
    }

    [Theory]
    [InlineData("/mnt/bk", "yes")]
    [InlineData("/mnt/bk/inner", "/mnt/bk")]
    public void A_mount_point_without_a_mount_is_told(string path, string mountpoint)
    {
        var lineage = DiskLineage.Resolve(With(findmnt: Root), Dir("bk", path, mountpoint));
        lineage.Verdict.Should().Be(LineageVerdict.Unknown);
        lineage.IsMountMissing.Should().BeTrue();
        lineage.Gaps.Should().ContainSingle().Which.Reason.Should().Contain("nothing is mounted");
        DiskLineage.Resolve(Node.Sees(Size("bk", 0, isActive: false)), Dir("bk", path, mountpoint)).IsMountMissing.Should().BeTrue();
    }

    [Fact]
    public void A_share_mounted_by_hand_is_remote()
    {
        var node = With(findmnt: $"{Root}`-/mnt/nas 192.0.2.5:/vol/all nfs4 rw");
        var lineage = DiskLineage.Resolve(node, Dir("bk", "/mnt/nas/pve"));
        lineage.Verdict.Should().Be(LineageVerdict.Remote);
        DiskLineage.Compare(lineage, DiskLineage.Resolve(node, Nfs("guests", "192.0.2.5", "/vol/all"))).Verdict.Should().Be(DiskComparisonVerdict.Shared);
        DiskLineage.Compare(lineage, DiskLineage.Resolve(node, Thin)).Verdict.Should().Be(DiskComparisonVerdict.Separate);
        DiskLineage.OtherUses(node, lineage).IsKnown.Should().BeFalse();
    }

    [Theory]
    [InlineData("tmpfs tmpfs rw")]
    [InlineData("systemd-1 autofs rw")]
    [InlineData("/dev/md0 ext4 rw")]
    [InlineData("/dev/mapper/luks-x ext4 rw")]
    [InlineData("/dev/sdz1 ext4 rw")]
    [InlineData("/dev/disk/by-uuid/nosuch ext4 rw")]
    public void What_names_no_listed_disk_stays_unknown(string mount)
    {
        var lineage = DiskLineage.Resolve(With(findmnt: $"{Root}`-/mnt/bk {mount}"), Dir("bk", "/mnt/bk"));
        lineage.Verdict.Should().Be(LineageVerdict.Unknown);
        lineage.Gaps.Should().NotBeEmpty();
        DiskLineage.Compare(lineage, DiskLineage.Resolve(Node, Thin)).Verdict.Should().Be(DiskComparisonVerdict.Unknown);
    }

    [Fact]
    public void A_second_btrfs_device_leaves_it_open()
    {
        var node = With(
            disks: [Disk("sda", "SA", "btrfs") with { IsMounted = true }, Disk("sdb", "SB", "btrfs")],
            findmnt: $"{Root}`-/mnt/bk /dev/sda btrfs rw");
        var lineage = DiskLineage.Resolve(node, Dir("bk", "/mnt/bk"));
        lineage.Verdict.Should().Be(LineageVerdict.Unknown);
        lineage.Names().Should().Equal(["sda"], "what is certain is kept");
    }

    [Fact]
    public void A_dataset_is_traced_through_its_pool()
    {
        var node = With(findmnt: $"{Root}`-/tank/bk tank/bk zfs rw").Pool("tank", "/dev/sdb1");
        var lineage = DiskLineage.Resolve(node, Dir("bk", "/tank/bk/dump"));
        lineage.Verdict.Should().Be(LineageVerdict.Proved);
        lineage.Filesystem.Should().Be("zfs");
        DiskLineage.Compare(lineage, DiskLineage.Resolve(node, Zfs("tank", "tank/vm"))).Verdict.Should().Be(DiskComparisonVerdict.Shared);
    }

    [Fact]
    public void Without_the_report_the_only_fitting_mount_is_inferred()
    {
        var lineage = DiskLineage.Resolve(Node.Units(Unit).Sees(Size("bk", 980)), Dir("bk", "/mnt/pve/bk", "1"));
        lineage.Verdict.Should().Be(LineageVerdict.Inferred);
        lineage.Names().Should().Equal("sdb");
        lineage.Proof.Should().StartWith("inferred: ").And.Contain("UUID");
        var comparison = DiskLineage.Compare(lineage, DiskLineage.Resolve(Node, Thin));
        comparison.Verdict.Should().Be(DiskComparisonVerdict.Separate);
        comparison.IsInferred.Should().BeTrue();
    }

    [Fact]
    public void A_size_that_does_not_fit_is_not_inferred()
        => DiskLineage.Resolve(Node.Units(Unit).Sees(Size("bk", 500)), Dir("bk", "/mnt/pve/bk", "1")).Verdict.Should().Be(LineageVerdict.Unknown);

    [Fact]
    public void Two_fitting_mounts_are_not_inferred()
    {
        var node = With(disks: [.. Node.Disks.Value, Disk("sdc", "SC"), Part("sdc1", "ext4", isMounted: true)]).Units(Unit);
        DiskLineage.Resolve(node, Dir("bk", "/mnt/pve/bk", "1")).Gaps.Should().ContainSingle().Which.Reason.Should().Contain("/dev/disk/by-uuid/3f0c");
    }

    [Fact]
    public void A_unit_whose_partition_is_not_mounted_is_told()
    {
        var node = With(disks: [Disk("sdb", "SB"), Part("sdb1", "ext4")]).Units(Unit with { Device = "/dev/sdb1" });
        DiskLineage.Resolve(node, Dir("bk", "/mnt/pve/bk")).IsMountMissing.Should().BeTrue();
    }

    [Theory]
    [InlineData("/mnt/pve/bk", LineageVerdict.Proved)]
    [InlineData("/mnt/pve/bk/inner", LineageVerdict.Inferred)]
    public void A_unit_that_names_a_mounted_partition_proves_its_own_path_only(string path, LineageVerdict verdict)
    {
        var lineage = DiskLineage.Resolve(Node.Units(Unit with { Device = "/dev/sdb1" }), Dir("bk", path));
        lineage.Verdict.Should().Be(verdict);
        lineage.Names().Should().Equal("sdb");
    }

    [Fact]
    public void The_only_disk_is_inferred()
    {
        var node = With(disks: [Disk("sda", "SA"), Part("sda3", "LVM")]);
        var lineage = DiskLineage.Resolve(node, Dir("bk", "/mnt/pve/bk"));
        lineage.Verdict.Should().Be(LineageVerdict.Inferred);
        DiskLineage.Compare(lineage, DiskLineage.Resolve(node, Thin)).Verdict.Should().Be(DiskComparisonVerdict.Shared);
    }

    [Fact]
    public void Nothing_readable_is_unknown_with_the_gap()
    {
        var gap = new Gap("/nodes/pve1/disks/list", "403 Permission check failed", "Sys.Audit on /nodes/pve1");
        var node = Node with { Disks = Observation.Unreadable<System.Collections.Immutable.ImmutableArray<DiskRow>>(gap) };
        var lineage = DiskLineage.Resolve(node, Thin);
        lineage.Verdict.Should().Be(LineageVerdict.Unknown);
        lineage.Gaps.Should().Equal(gap);
        DiskLineage.OtherUses(node, lineage).Unreadable.Should().Be(gap);
    }

    [Theory]
    [InlineData("myplugin")]
    [InlineData("lvm")]
    [InlineData("zfspool")]
    [InlineData("dir")]
    public void A_storage_that_does_not_say_where_it_lies_is_unknown(string type)
        => DiskLineage.Resolve(Node, new StorageState { Id = "x", Type = type, Content = ["backup"] }).Gaps.Should().NotBeEmpty();

    [Theory]
    [InlineData("/dev/sdb1", "LVM")]
    [InlineData("/dev/sdb", "LVM")]
    public void An_unknown_volume_group_and_a_missing_physical_volume_are_unknown(string present, string used)
    {
        var node = With(disks: [Disk("sdb", "SB", used), Part("sdb1", used)]).Groups(new VolumeGroup("vg", [present, "[unknown]"]));
        DiskLineage.Resolve(node, Thin with { VgName = "vg" }).Verdict.Should().Be(LineageVerdict.Unknown);
        DiskLineage.Resolve(node, Thin with { VgName = "other" }).Gaps.Should().ContainSingle().Which.Endpoint.Should().Be("/nodes/pve1/disks/lvm");
    }
}
