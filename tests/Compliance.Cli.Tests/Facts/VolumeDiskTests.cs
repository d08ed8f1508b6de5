using Compliance.Core.Facts.Estates;

namespace Compliance.Cli.Tests.Facts;

/// <summary>From a guest's volume down to the disks, and whether its backups lie on them, too.</summary>
public sealed class VolumeDiskTests
{
    private const string Config110 = "guests.rows[vmId=110].config";

    [Theory]
    [InlineData("compliant", "qemu/100", "scsi0", "local-lvm", "nvme0n1", "proved by the volume group pve on /dev/nvme0n1p3", null)]
    [InlineData("compliant", "lxc/201", "mp0", "tank", "sda", "proved by the ZFS pool tank on /dev/sda1", null)]
    [InlineData("drifted", "qemu/110", "scsi0", "vmdata", "sda", "proved by the volume group vmdata on /dev/sda1", "local-backup (sda")]
    [InlineData("drifted", "lxc/101", "mp0", null, "nvme0n1", "proved by findmnt: /dev/mapper/pve-root is mounted at /, on /dev/nvme0n1p3", "local (nvme0n1")]
    public void A_volume_is_followed_to_its_disks(string sample, string guest, string key, string? storage, string disk, string proof, string? shared)
    {
        var volume = Volume(sample, guest, key);

        volume.Storage.Value.Should().Be(storage);
        volume.Disks.Value.Should().ContainSingle().Which.Should().StartWith(disk + " (");
        volume.DiskProof.Value.Should().Be(proof);
        volume.SharedWithBackups.Value.Select(text => text[..(text.IndexOf('(', StringComparison.Ordinal) + 1)] + disk)
            .Should().Equal(shared is null ? [] : [shared]);
    }

    [Theory]
    [InlineData("/dev/disk/by-id/ata-ST4000VN008-2DR166_ZGY00001", "sdb")]
    [InlineData("/dev/sdb1", "sdb")]
    [InlineData("/dev/sda", "sda")]
    public void A_device_that_is_passed_through_is_traced_for_itself(string device, string disk)
    {
        var volume = Volume("compliant", "qemu/110", "scsi5", Config110, Drive("scsi5", device));

        volume.Storage.Value.Should().BeNull();
        volume.Disks.Value.Should().ContainSingle().Which.Should().StartWith(disk + " (");
        volume.SharedWithBackups.Value.Should().HaveCount(disk == "sdb" ? 1 : 0, "backups lie on sdb");
    }

    [Theory]
    [InlineData("gone:vm-110-disk-0", "there is no storage 'gone'")]
    [InlineData("/dev/mapper/mpatha", "/dev/mapper/mpatha is not in it, and the report does not tell its disks")]
    public void What_leads_nowhere_is_unknown_and_not_apart_from_the_backups(string volume, string reason)
    {
        var lost = Volume("compliant", "qemu/110", "scsi5", Config110, Drive("scsi5", volume));

        lost.Disks.Unreadable!.Reason.Should().Be(reason);
        lost.DiskProof.IsKnown.Should().BeFalse();
        lost.SharedWithBackups.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void Storages_that_nobody_could_see_make_no_volume_separate()
    {
        const string Hidden = """{"rows":[],"hidden":{"endpoint":"/storage","reason":"refused","needs":null}}""";

        Volume("compliant", "qemu/110", "scsi0", "storages", Hidden).SharedWithBackups.Unreadable!.Endpoint.Should().Be("/storage");
    }

    [Fact]
    public void A_storage_tells_its_mount_point_and_how_certain_its_disks_are()
    {
        var estate = PatchedEstate.Of("compliant");
        var backup = estate.NodeStorages.Single(at => at.Storage.Id == "local-backup").Disks;

        backup.MountPoint.Value.Should().Be("/mnt/local-backup");
        backup.Verdict.Value.Should().Be("proved");
        PatchedEstate.Of("compliant", "nodes.rows[name=pve1].deviceReport", PatchedEstate.Unreadable("/nodes/pve1/report"))
            .NodeStorages.Single(at => at.Storage.Id == "local-backup").Disks.Verdict.IsKnown.Should().BeFalse();
    }

    private static string Drive(string key, string volume) => $$$"""{"value":{"{{{key}}}":"{{{volume}}},size=1G"}}""";

    private static VolumeFacts Volume(string sample, string guest, string key, params string[] set)
        => PatchedEstate.Of(sample, set).Guests.Single(g => g.Id == guest).Volumes.Value.Single(v => v.Key == key);
}
