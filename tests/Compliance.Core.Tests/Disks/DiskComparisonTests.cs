using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;
using static Compliance.Core.Tests.Disks.DiskScene;

namespace Compliance.Core.Tests.Disks;

public sealed class DiskComparisonTests
{
    [Theory]
    [InlineData("S1", null, "S1", null, true)]
    [InlineData(null, "0x5001", null, "0x5001", true)]
    [InlineData("S1", "0x5001", "S2", "0x5002", false)]
    [InlineData("unknown", "unknown", "unknown", "unknown", false)]
    [InlineData("00000000", "0x0000000000000000", "00000000", "0x0000000000000000", false)]
    [InlineData("", null, "", null, false)]
    [InlineData("S1", "0x600508b1001c4d5e", "S2", "0x600508b1001c4d5e", false)]
    [InlineData("S1", "0x5000c500c0000001", "S2", "0x5000c500c0000001", true)]
    public void Serial_number_or_wwn_make_two_names_one_disk(string? serial, string? wwn, string? otherSerial, string? otherWwn, bool isOne)
    {
        var node = With(disks: [Disk("sda", serial, "LVM", wwn), Disk("sdb", otherSerial, "LVM", otherWwn)])
            .Groups(new VolumeGroup("a", ["/dev/sda"]), new VolumeGroup("b", ["/dev/sdb"]));
        Compare(node, Thin with { Id = "a", VgName = "a" }, Thin with { Id = "b", VgName = "b" })
            .Should().Be(isOne ? DiskComparisonVerdict.Shared : DiskComparisonVerdict.Separate);
    }

    [Fact]
    public void Disks_of_the_same_name_on_two_nodes_are_two()
    {
        var other = Node with { Name = "pve2", Disks = Observation.Known<System.Collections.Immutable.ImmutableArray<DiskRow>>([Disk("sda", "OTHER"), Part("sda3", "LVM")]) };
        DiskLineage.Compare(DiskLineage.Resolve(Node, Thin), DiskLineage.Resolve(other, Thin)).Verdict.Should().Be(DiskComparisonVerdict.Separate);
    }

    [Theory]
    [InlineData("192.0.2.5", "/vol/all", "192.0.2.5", "/vol/all/", DiskComparisonVerdict.Shared)]
    [InlineData("NAS", "/vol", "nas", "/vol/all", DiskComparisonVerdict.Shared)]
    [InlineData("nas", "/vol/a", "nas", "/vol/b", DiskComparisonVerdict.Unknown)]
    [InlineData("nas", "/vol/a", "nas2", "/vol/a", DiskComparisonVerdict.Separate)]
    [InlineData("127.0.0.1", "/vol/a", "127.0.0.1", "/vol/a", DiskComparisonVerdict.Shared)]
    [InlineData("127.0.0.1", "/vol/a", "nas", "/vol/a", DiskComparisonVerdict.Unknown)]
    public void Network_storages_are_told_apart_by_server_and_export(string server, string export, string second, string other, DiskComparisonVerdict verdict)
        => Compare(Node, Nfs("a", server, export), Nfs("b", second, other)).Should().Be(verdict);

    [Fact]
    public void Two_ceph_storages_may_be_one_cluster()
    {
        var rbd = new StorageState { Id = "rbd", Type = "rbd", Pool = "vm", Content = ["images"] };
        Compare(Node, rbd, rbd with { Id = "fs", Type = "cephfs", Pool = null }).Should().Be(DiskComparisonVerdict.Unknown);
        Compare(Node, rbd, Nfs("a", "nas", "/a")).Should().Be(DiskComparisonVerdict.Separate);
    }

    [Fact]
    public void Another_machine_is_separate_by_type_and_says_so()
    {
        var pbs = new StorageState { Id = "pbs", Type = "pbs", Server = "192.0.2.9", Datastore = "main", Content = ["backup"] };
        var comparison = DiskLineage.Compare(DiskLineage.Resolve(Node, pbs), DiskLineage.Resolve(Node, Thin));
        comparison.Verdict.Should().Be(DiskComparisonVerdict.Separate);
        comparison.Text.Should().Be("pbs is on another machine by its type, pbs");
        Compare(Node, Nfs("a", "nas", "/a"), Dir("d", "/mnt/perhaps-nas")).Should().Be(DiskComparisonVerdict.Unknown);
    }

    [Fact]
    public void One_storage_one_path_one_folder_inside_another_are_shared()
    {
        Compare(Node, Dir("a", "/mnt/x"), Dir("a", "/mnt/x")).Should().Be(DiskComparisonVerdict.Shared);
        Compare(Node, Dir("a", "/mnt/x/"), Dir("b", "/mnt//x")).Should().Be(DiskComparisonVerdict.Shared);
        Compare(Node, Dir("a", "/mnt/x/backup"), Dir("b", "/mnt/x")).Should().Be(DiskComparisonVerdict.Shared);
        Compare(Node, Dir("a", "/mnt/x/backup", "1"), Dir("b", "/mnt/x")).Should().Be(DiskComparisonVerdict.Unknown, "another disk must be mounted there");
        Compare(Node, Dir("a", "/mnt/xy"), Dir("b", "/mnt/x")).Should().Be(DiskComparisonVerdict.Unknown);
    }

    [Fact]
    public void One_array_under_both_is_shared_though_its_disks_are_unknown()
    {
        var node = With(findmnt: "TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda3 ext4 rw\n|-/mnt/a /dev/md0 ext4 rw\n`-/srv/b /dev/md0 ext4 rw");
        Compare(node, Dir("a", "/mnt/a"), Dir("b", "/srv/b")).Should().Be(DiskComparisonVerdict.Shared);

        var group = With(findmnt: "TARGET SOURCE FSTYPE OPTIONS\n/ /dev/sda3 ext4 rw\n`-/mnt/a /dev/mapper/vg-bk ext4 rw").Groups(new VolumeGroup("vg", ["/dev/md0"]));
        Compare(group, Dir("a", "/mnt/a"), Thin with { VgName = "vg" }).Should().Be(DiskComparisonVerdict.Shared);
    }

    [Fact]
    public void Equal_sizes_mean_one_file_system()
    {
        var node = Node.Sees(Size("a", 500, 77), Size("b", 500, 77), Size("c", 500, 78));
        Compare(node, Dir("a", "/mnt/a"), Dir("b", "/srv/b")).Should().Be(DiskComparisonVerdict.Shared);
        Compare(node, Dir("a", "/mnt/a"), Dir("c", "/srv/c")).Should().Be(DiskComparisonVerdict.Unknown);
    }

    [Fact]
    public void Wherever_it_lies_it_shares_when_the_guests_use_every_disk()
    {
        var node = With(disks: [Disk("sda", "SA", "LVM"), Disk("sdb", "SB", "LVM")]).Groups(new VolumeGroup("pve", ["/dev/sda", "/dev/sdb"]));
        Compare(node, Dir("a", "/mnt/a"), Thin).Should().Be(DiskComparisonVerdict.Shared);
        Compare(node.Groups(new VolumeGroup("pve", ["/dev/sda"])), Dir("a", "/mnt/a"), Thin).Should().Be(DiskComparisonVerdict.Unknown);
    }

    private static DiskComparisonVerdict Compare(NodeState node, StorageState one, StorageState other)
    {
        var (a, b) = (DiskLineage.Resolve(node, one), DiskLineage.Resolve(node, other));
        var verdict = DiskLineage.Compare(a, b).Verdict;
        DiskLineage.Compare(b, a).Verdict.Should().Be(verdict, "the order does not matter");
        return verdict;
    }
}
