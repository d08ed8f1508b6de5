using Compliance.Core.Facts.Guests;

namespace Compliance.Core.Tests.Guests;

public sealed class VolumeSizeTests
{
    [Theory]
    [InlineData("local-lvm:vm-100-disk-0,size=64G", "file", 68_719_476_736)]
    [InlineData("local-lvm:vm-100-disk-0,iothread=1,size=4M", "file", 4_194_304)]
    [InlineData("tank:subvol-201-disk-1,mp=/srv,size=1.5T", "volume", 1_649_267_441_664)]
    [InlineData("local:100/vm-100-disk-0.raw,size=528K", "file", 540_672)]
    [InlineData("local:100/vm-100-disk-0.raw,size=1000", "file", 1000)]
    public void A_size_is_read_in_the_units_of_Proxmox(string value, string defaultKey, long bytes)
        => VolumeSize.Of(value, defaultKey).Should().Be(bytes);

    [Theory]
    [InlineData("local-lvm:vm-100-disk-0")]
    [InlineData("local-lvm:vm-100-disk-0,size=64GB")]
    [InlineData("local-lvm:vm-100-disk-0,size=-1G")]
    [InlineData("local-lvm:vm-100-disk-0,size=")]
    [InlineData("local-lvm:vm-100-disk-0,size=99999999999T")]
    [InlineData("/dev/sdb")]
    public void Without_a_size_nothing_is_claimed(string value) => VolumeSize.Of(value, "file").Should().BeNull();
}
