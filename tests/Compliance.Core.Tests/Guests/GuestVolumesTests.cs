using System.Collections.Immutable;
using Compliance.Core.Facts.Guests;
using CsCheck;

namespace Compliance.Core.Tests.Guests;

public sealed class GuestVolumesTests
{
    [Fact]
    public void Drives_are_included_unless_they_say_otherwise()
        => Texts("qemu",
                ("virtio0", "file=local-lvm:vm-1-disk-0,size=8G"),
                ("scsi0", "local-lvm:vm-1-disk-1,backup=off"),
                ("scsi1", "/dev/disk/by-id/ata-X"),
                ("tpmstate0", "local-lvm:vm-1-disk-2,version=v2.0"))
            .Should().Equal(
                "scsi0 disk local-lvm: backup=0 is set on it",
                "scsi1 device -: included",
                "tpmstate0 tpmstate local-lvm: included",
                "virtio0 disk local-lvm: included");

    [Fact]
    public void Cdroms_cloud_init_unused_and_foreign_keys_are_not_volumes()
        => Texts("qemu",
                ("ide2", "none,media=cdrom"),
                ("ide0", "local-lvm:vm-1-cloudinit,media=cdrom"),
                ("unused0", "local-lvm:vm-1-disk-9"),
                ("scsi31", "a:b"),
                ("scsi01", "a:b"),
                ("scsihw", "virtio-scsi-single"),
                ("mp0", "a:b"))
            .Should().BeEmpty();

    [Theory]
    [InlineData("ovmf", true)]
    [InlineData("seabios", false)]
    [InlineData(null, false)]
    public void Efi_disk_counts_only_with_ovmf(string? bios, bool counts)
    {
        var config = Config(("efidisk0", "a:vm-1-disk-0,efitype=4m"));
        var volume = GuestVolumes.Of("qemu", bios is null ? config : config.Add("bios", bios)).Should().ContainSingle().Subject;
        volume.IsIncluded.Should().Be(counts);
        volume.HoldsData.Should().Be(counts);
        volume.Kind.Should().Be("efidisk");
        volume.Reason.Should().Be(counts ? "" : "an EFI disk without OVMF BIOS is never used");
    }

    [Fact]
    public void Mount_points_are_left_out_unless_they_say_otherwise()
        => Texts("lxc",
                ("rootfs", "a:vm-1-disk-0,size=8G"),
                ("mp0", "a:vm-1-disk-1,mp=/a"),
                ("mp1", "a:vm-1-disk-2,mp=/b,backup=1"),
                ("mp2", "/srv/zones,mp=/c,backup=1"),
                ("mp3", "/dev/sdb1,mp=/d,backup=1"),
                ("mp4", "a:vm-1-disk-3,mp=/e,backup=0"),
                ("unused0", "a:vm-1-disk-4"))
            .Should().Equal(
                "mp0 mountpoint a: backup=1 is not set on this mount point",
                "mp1 mountpoint a: included",
                "mp2 bind -: bind mounts are never backed up",
                "mp3 device -: devices of the host are never backed up with a container",
                "mp4 mountpoint a: backup=0 is set on this mount point",
                "rootfs rootfs a: included");

    [Theory]
    [InlineData("a:vm-1-disk-0,backup=maybe")]
    [InlineData("a:vm-1-disk-0,backup=")]
    [InlineData("a:vm-1-disk-0,backup=1,backup=1")]
    public void A_drive_Proxmox_cannot_read_is_shown_as_left_out(string value)
        => Texts("qemu", ("scsi0", value)).Should().Equal("scsi0 disk a: Proxmox cannot read its settings");

    [Fact]
    public void Any_text_is_read()
        => Gen.Select(Gen.OneOf("qemu", "lxc", "other"), Gen.OneOf("scsi0", "rootfs", "mp0"), Gen.String[Gen.Char["a:/,=backup01 "], 0, 30])
            .Sample((type, key, value) => GuestVolumes.Of(type, Config((key, value))).All(v => v.IsIncluded == (v.Reason.Length == 0)));

    private static IEnumerable<string> Texts(string type, params (string Key, string Value)[] config)
        => GuestVolumes.Of(type, Config(config))
            .Select(v => $"{v.Key} {v.Kind} {v.StorageId ?? "-"}: {(v.IsIncluded ? "included" : v.Reason)}");

    private static ImmutableDictionary<string, string> Config(params (string Key, string Value)[] config)
        => config.ToImmutableDictionary(c => c.Key, c => c.Value);
}
