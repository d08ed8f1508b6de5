using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;
using static Compliance.Core.Tests.Disks.DiskScene;

namespace Compliance.Core.Tests.Disks;

public sealed class DiskUsesTests
{
    private const string Mounts = "TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda3 ext4 rw\n`-/mnt/bk {0} ext4 rw";

    [Fact]
    public void Other_parts_in_use_are_told_and_empty_ones_are_not()
    {
        var node = With(
            disks:
            [
                Disk("sdb", "SB"), Part("sdb1", "ext4", isMounted: true), Part("sdb2", "EFI"), Part("sdb3", "LVM"), Part("sdb4", used: null),
                Part("sdb5", "ZFS reserved"), Part("sdb6", "ZFS"), Part("sdb7", "xfs", isMounted: true), Disk("sdc", "SC", "LVM"),
            ],
            findmnt: Mounts.Replace("{0}", "/dev/sdb1", StringComparison.Ordinal),
            lsblk: "NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS\nsdb 8:16 0 1T 0 disk\n`-sdb7 8:17 0 1T 0 part /srv")
            .Groups(new VolumeGroup("vmdata", ["/dev/sdb3"])).Pool("tank", "/dev/sdb6");
        Uses(node, Dir("bk", "/mnt/bk")).Value.Should().Equal("sdb2: EFI", "sdb3: LVM (vmdata)", "sdb6: ZFS (tank)", "sdb7: xfs (/srv)");
    }

    [Fact]
    public void A_disk_used_whole_has_no_other_uses()
        => Uses(With(disks: [Disk("sdb", "SB", "ext4") with { IsMounted = true }], findmnt: Mounts.Replace("{0}", "/dev/sdb", StringComparison.Ordinal)), Dir("bk", "/mnt/bk"))
            .Value.Should().BeEmpty();

    [Fact]
    public void Other_volumes_of_the_same_group_are_other_uses()
    {
        var lsblk = "NAME MAJ:MIN RM SIZE RO TYPE MOUNTPOINTS\nsdb 8:16 0 1T 0 disk\n`-vg-bk 252:0 0 1T 0 lvm /mnt/bk\n";
        NodeState Node(string lines) => With(disks: [Disk("sdb", "SB", "LVM")], findmnt: Mounts.Replace("{0}", "/dev/mapper/vg-bk", StringComparison.Ordinal), lsblk: lines)
            .Groups(new VolumeGroup("vg", ["/dev/sdb"]));

        Uses(Node(lsblk), Dir("bk", "/mnt/bk")).Value.Should().BeEmpty();
        Uses(Node(lsblk + "`-vg-vm--1 252:1 0 1T 0 lvm"), Dir("bk", "/mnt/bk")).Value.Should().Equal("vg-vm--1: LVM");
        Uses(Node(""), Dir("bk", "/mnt/bk")).IsKnown.Should().BeFalse("the volumes of the group were not seen");
    }

    [Fact]
    public void A_pool_may_hold_what_no_call_tells()
    {
        const string mounts = "TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda3 ext4 rw\n|-/tank tank zfs rw\n|-/tank/bk tank/bk zfs rw\n";
        var node = With(findmnt: mounts).Pool("tank", "/dev/sdb1");
        Uses(node, Dir("bk", "/tank/bk")).IsKnown.Should().BeFalse();
        Uses(With(findmnt: mounts + "`-/tank/vm tank/vm zfs rw").Pool("tank", "/dev/sdb1"), Dir("bk", "/tank/bk")).Value.Should().Equal("tank/vm: zfs (/tank/vm)");
    }

    private static Observed<System.Collections.Immutable.ImmutableArray<string>> Uses(NodeState node, StorageState storage)
        => DiskLineage.OtherUses(node, DiskLineage.Resolve(node, storage));
}
