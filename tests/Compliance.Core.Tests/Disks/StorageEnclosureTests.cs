using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;
using static Compliance.Core.Tests.Disks.DiskScene;

namespace Compliance.Core.Tests.Disks;

public sealed class StorageEnclosureTests
{
    [Theory]
    [InlineData("/tank/backup", "tank", true)]
    [InlineData("/tank", "tank", true)]
    [InlineData("/tank/vm/backup", "tank/vm", true)]
    [InlineData("/tank/backup", "tank/vm", false)]
    [InlineData("/tankbackup", "tank", false)]
    public void A_path_below_a_pools_mount_point_is_inside_it(string path, string pool, bool isInside)
        => StorageEnclosure.Of(Dir("bk", path), [Zfs("z", pool)]).Should().Equal(isInside ? ["z"] : []);

    [Fact]
    public void A_pool_mounted_elsewhere_counts_there()
    {
        var pool = Zfs("z", "tank") with { Path = "/srv/pool" };
        StorageEnclosure.Of(Dir("bk", "/srv/pool/bk"), [pool]).Should().Equal("z");
        StorageEnclosure.Of(Dir("bk", "/tank/bk"), [pool]).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/mnt/x/backup", "images", true)]
    [InlineData("/mnt/x", "rootdir", true)]
    [InlineData("/mnt/xy", "images", false)]
    [InlineData("/mnt", "images", false)]
    [InlineData("/mnt/x/backup", "iso,backup", false)]
    public void A_path_below_a_directory_for_guest_disks_is_inside_it(string path, string content, bool isInside)
        => StorageEnclosure.Of(Dir("bk", path), [Dir("d", "/mnt/x", content: content)]).Should().Equal(isInside ? ["d"] : []);

    [Fact]
    public void A_storage_is_not_inside_itself_nor_inside_one_of_another_node()
    {
        var own = Dir("bk", "/mnt/x", content: "backup,images");
        StorageEnclosure.Of(own, [own]).Should().BeEmpty();
        var outer = Dir("d", "/mnt", content: "images") with { Nodes = ["pve2"] };
        StorageEnclosure.Of(own with { Nodes = ["pve1"] }, [outer]).Should().BeEmpty();
        StorageEnclosure.Of(own, [outer, Dir("c", "/", content: "images")]).Should().Equal("c", "d");
        StorageEnclosure.Of(Nfs("n", "nas", "/x"), [Dir("d", "/mnt", content: "images")]).Should().BeEmpty();
    }
}
