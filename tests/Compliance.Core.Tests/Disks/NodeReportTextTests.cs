using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;
using CsCheck;

namespace Compliance.Core.Tests.Disks;

public sealed class NodeReportTextTests
{
    private const string Report = """
        ==== info about storage ====

        # findmnt --ascii
        TARGET                      SOURCE                        FSTYPE  OPTIONS
        /                           /dev/mapper/pve--x-root       ext4    rw,relatime
        |-/proc                     proc                          proc    rw
        | `-/proc/sys/fs/binfmt     systemd-1                     autofs  rw
        |-/mnt/with space           /dev/sda2[/sub]               ext4    rw
        |-/mnt/share                //nas/my share                cifs    rw
        `-/mnt/share                192.0.2.20:/export            nfs4    rw

        # df --human
        /dev/wrong ext4 /mnt/share

        # lsblk --ascii -M -o +HOTPLUG,ROTA,PHY-SEC,FSTYPE,MODEL,TRAN,WWN
        NAME                MAJ:MIN RM   SIZE RO TYPE  MOUNTPOINTS     HOTPLUG ROTA PHY-SEC FSTYPE      MODEL TRAN WWN
        sda                   8:0    0   1.8T  0 disk                        0    0    4096             Disk  sata 0x500a0751e59aa001
        |-sda1                8:1    0   932G  0 part                        0    0    4096 LVM2_member
        | `-pve--x-root     252:0    0    96G  0 lvm   /                     0    0    4096 ext4
        |                                              /mnt/other
        `-sda2                8:2    0   932G  0 part  /mnt/with space       0    0    4096 ext4
        cciss!c0d0          104:0    0     1G  0 disk                        0    0    4096

        # ls -l /dev/disk/by-*/
        /dev/disk/by-id/:
        total 0
        lrwxrwxrwx 1 root root 10 Nov 23 07:20 wwn-0x5 -> ../../sda
        lrwxrwxrwx 1 root root 10 Nov 23 07:20 same -> ../../sda1
        lrwxrwxrwx 1 root root 10 Nov 23 07:20 dm-name-luks-1 -> ../../dm-3

        /dev/disk/by-label/:
        lrwxrwxrwx 1 root root 10 Nov 23 07:20 same -> ../../sda2

        ==== info about volumes ====

        # pvs
          PV         VG     Fmt  Attr PSize   PFree
          /dev/sda1  pve-x  lvm2 a--  931.00g 16.00g
          /dev/sdz9         lvm2 ---  931.00g 16.00g
        """;

    private static readonly NodeReportText Parsed = NodeReportText.Parse(Report);

    [Fact]
    public void Mounts_are_read_through_the_drawing_of_the_tree()
        => Parsed.Mounts.Select(m => $"{m.Target}|{m.Source}|{m.FileSystem}").Should().Equal(
            "/|/dev/mapper/pve--x-root|ext4",
            "/proc|proc|proc",
            "/proc/sys/fs/binfmt|systemd-1|autofs",
            "/mnt/with space|/dev/sda2|ext4",
            "/mnt/share|//nas/my share|cifs",
            "/mnt/share|192.0.2.20:/export|nfs4");

    [Theory]
    [InlineData("/mnt/share/dump", "192.0.2.20:/export")]
    [InlineData("/mnt/with space/", "/dev/sda2")]
    [InlineData("/mnt/sharepoint", "/dev/mapper/pve--x-root")]
    public void A_path_lies_on_the_longest_and_last_mount(string path, string source)
        => Parsed.MountOf(path)!.Source.Should().Be(source);

    [Fact]
    public void Block_devices_have_their_parents_and_all_mount_points()
        => Parsed.BlockDevices.Select(b => $"{b.Device} {b.Type} on [{string.Join(",", b.Parents)}] at [{string.Join(",", b.MountPoints)}] {b.Wwn}".TrimEnd()).Should().Equal(
            "/dev/sda disk on [] at [] 0x500a0751e59aa001",
            "/dev/sda1 part on [/dev/sda] at []",
            "/dev/mapper/pve--x-root lvm on [/dev/sda1] at [/,/mnt/other]",
            "/dev/sda2 part on [/dev/sda] at [/mnt/with space]",
            "/dev/cciss/c0d0 disk on [] at []");

    [Fact]
    public void Merged_drawing_proves_no_parents_of_what_may_have_several()
        => NodeReportText.Parse("""
            # lsblk --ascii -M
            NAME          MAJ:MIN RM  SIZE RO TYPE  MOUNTPOINTS
                sda         8:0    0  1.8T  0 disk
            ,-> |-sda1      8:1    0  932G  0 part
            |   sdb         8:16   0  1.8T  0 disk
            '-> `-sdb1      8:17   0  932G  0 part
             `-md0          9:0    0  932G  0 raid1
               `-luks-1   252:0    0  932G  0 crypt /mnt/bk
            """).BlockDevices.Select(b => $"{b.Device} on [{string.Join(",", b.Parents)}]").Should().Equal(
                "/dev/sda on []",
                "/dev/sda1 on [/dev/sda]",
                "/dev/sdb on []",
                "/dev/sdb1 on [/dev/sdb]",
                "/dev/md0 on []",
                "/dev/mapper/luks-1 on [/dev/md0]");

    [Theory]
    [InlineData("/dev/disk/by-id/wwn-0x5", "/dev/sda")]
    [InlineData("/dev/disk/by-id/same", "/dev/sda1")]
    [InlineData("/dev/disk/by-label/same", "/dev/sda2")]
    [InlineData("/dev/disk/by-uuid/same", null)]
    [InlineData("/dev/sda1", null)]
    public void A_link_names_the_device_of_its_own_folder(string link, string? device)
        => Parsed.DeviceOf(link).Should().Be(device);

    [Fact]
    public void Without_folders_an_ambiguous_name_names_nothing()
    {
        var report = NodeReportText.Parse("# ls -l /dev/disk/by-*/\nlrwx 1 r r 1 Nov 23 07:20 a -> ../../sda1\nlrwx 1 r r 1 Nov 23 07:20 a -> ../../sdb1\nlrwx 1 r r 1 Nov 23 07:20 b -> ../../sdb1");
        report.DeviceOf("/dev/disk/by-uuid/a").Should().BeNull();
        report.DeviceOf("/dev/disk/by-uuid/b").Should().Be("/dev/sdb1");
    }

    [Fact]
    public void Physical_volumes_without_a_group_are_left_out()
        => Parsed.PhysicalVolumes.Select(v => $"{v.Key} in {v.Value}").Should().Equal("/dev/sda1 in pve-x");

    [Fact]
    public void Volume_groups_are_those_of_pvs()
        => Parsed.VolumeGroups!.Value.Select(Text).Should().Equal("pve-x: /dev/sda1");

    [Theory]
    [InlineData("")]
    [InlineData("  /dev/sda1 pve lvm2 a-- 1g 1g")]
    [InlineData("  PV VG Fmt Attr PSize PFree\n  /dev/sda1 pve lvm2 a-- 1g 1g\n  [unknown] pve lvm2 a-m 1g 1g")]
    [InlineData("  WARNING: Couldn't find device with uuid x.\n  PV VG Fmt Attr PSize PFree\n  /dev/sda1 pve lvm2 a-- 1g 1g")]
    [InlineData("  PV VG Fmt Attr PSize PFree\n  /dev/sda1 pve lvm2 a-- 1g 1g\n  WARNING: VG pve is missing PV x")]
    [InlineData("  PV VG Fmt Attr PSize PFree\n  /dev/sda1 pve")]
    public void Volume_groups_of_which_one_line_is_not_understood_are_not_told(string pvs)
        => NodeReportText.Parse("# pvs\n" + pvs).VolumeGroups.Should().BeNull();

    [Fact]
    public void Pools_have_their_leaves_with_logs_caches_and_spares()
        => NodeReportText.Parse("""
            # zpool status
              pool: tank
             state: DEGRADED
            status: One or more devices could not be used because the label is missing or
            	invalid.
            config:

            	NAME                     STATE     READ WRITE CKSUM
            	tank                     DEGRADED     0     0     0
            	  mirror-0               DEGRADED     0     0     0
            	    ata-A_1-part3        ONLINE       0     0     0
            	    1234567890           UNAVAIL      0     0     0  was /dev/sdz1
            	  raidz1-1               ONLINE       0     0     0
            	    spare-0              ONLINE       0     0     0
            	      sdd                ONLINE       0     0     0
            	      sde                ONLINE       0     0     0
            	logs
            	  nvme0n1p4              ONLINE       0     0     0
            	spares
            	  sde                    INUSE     currently in use

            errors: Permanent errors have been detected in the following files:

                    /tank/a

              pool: apool
             state: ONLINE
            config:

            	NAME        STATE     READ WRITE CKSUM
            	apool       ONLINE       0     0     0
            	  sdf       ONLINE       0     0     0

            errors: No known data errors
            """).ZfsPools!.Value.Select(p => $"{p.Name}: {string.Join(' ', p.Devices.Value)}").Should().Equal(
                "apool: sdf", "tank: 1234567890 ata-A_1-part3 nvme0n1p4 sdd sde sde");

    [Fact]
    public void That_there_are_no_pools_is_told()
        => NodeReportText.Parse("# zpool status\nno pools available\n").ZfsPools!.Value.Should().BeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("The ZFS modules are not loaded.")]
    [InlineData("  pool: tank\n state: ONLINE")]
    [InlineData("  pool: tank\nconfig:\n\tNAME STATE")]
    [InlineData("  pool: tank\nconfig:\n\tNAME STATE\n\ttank ONLINE")]
    [InlineData("  pool: tank\nconfig:\n\tNAME STATE\n\tother ONLINE\n\t  sda ONLINE")]
    [InlineData("  pool: tank\nconfig:\n\tNAME STATE\n\ttank ONLINE\n\t  sda ONLINE\n\tnews\n\t  sdb ONLINE")]
    [InlineData("  pool: tank\nconfig:\n\tNAME STATE\n\ttank ONLINE\n\t  sda\n")]
    [InlineData("  pool: tank\nconfig:\n\tNAME STATE\n\ttank ONLINE\n\t  sda ONLINE\n  pool: b\nconfig:\n")]
    public void Pools_that_are_not_understood_to_the_last_line_are_not_told(string status)
        => NodeReportText.Parse("# zpool status\n" + status).ZfsPools.Should().BeNull();

    [Fact]
    public void A_text_without_a_root_mount_tells_no_mounts()
    {
        NodeReportText.Empty.MountOf("/mnt/x").Should().BeNull();
        NodeReportText.Parse("# findmnt --ascii\nTARGET SOURCE FSTYPE OPTIONS\n|-/mnt/x /dev/sda ext4 rw").MountOf("/mnt/x").Should().BeNull();
    }

    [Fact]
    public void Any_text_is_read()
        => Gen.Int[0, Report.Length].Select(Gen.String[0, 20], (at, text) => Report[..at] + text + Report[at..])
            .Sample(text => NodeReportText.Parse(text).Mounts.All(m => m.Target.StartsWith('/')));

    private static string Text(VolumeGroup group) => $"{group.Name}: {string.Join(' ', group.PhysicalVolumes)}";
}
