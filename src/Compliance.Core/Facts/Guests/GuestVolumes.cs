using System.Collections.Immutable;
using System.Globalization;

namespace Compliance.Core.Facts.Guests;

/// <summary>
/// Which volumes of a guest a backup contains: qemu-server <c>PVE/QemuConfig.pm:get_backup_volumes</c> and pve-container
/// <c>PVE/LXC/Config.pm:mountpoint_backup_enabled</c>. CD-ROMs, cloud-init drives and unused volumes are not listed there either.
/// </summary>
public static class GuestVolumes
{
    /// <param name="guestType"><c>qemu</c> or <c>lxc</c>; any other has no volumes</param>
    /// <param name="config">the guest's configuration, values as the API gives them</param>
    /// <returns>sorted by key, ordinal</returns>
    public static ImmutableArray<GuestVolume> Of(string guestType, IReadOnlyDictionary<string, string> config) => guestType switch
    {
        "qemu" => Listed(config, (key, value) => Drive(key, value, hasOvmf: config.GetValueOrDefault("bios") == "ovmf")),
        "lxc" => Listed(config, MountPoint),
        _ => [],
    };

    private static ImmutableArray<GuestVolume> Listed(IReadOnlyDictionary<string, string> config, Func<string, string, GuestVolume?> read)
        => [.. config
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => read(entry.Key, entry.Value))
            .OfType<GuestVolume>()];

    private static GuestVolume? Drive(string key, string value, bool hasOvmf)
    {
        var isEfi = key == "efidisk0";
        var isTpm = key == "tpmstate0";
        if (!isEfi && !isTpm && !IsNumbered(key, "ide", 3) && !IsNumbered(key, "sata", 5) && !IsNumbered(key, "scsi", 30) && !IsNumbered(key, "virtio", 15))
        {
            return null;
        }

        var drive = VolumeText.Parse(value, defaultKey: "file");
        if (drive.VolumeId is null || drive.IsCdrom)
        {
            return null;
        }

        var isUnused = isEfi && !hasOvmf;
        var reason = isUnused ? "an EFI disk without OVMF BIOS is never used" : DriveReason(drive);
        return new GuestVolume
        {
            Key = key,
            VolumeId = drive.VolumeId,
            Kind = isEfi ? "efidisk" : isTpm ? "tpmstate" : drive.VolumeId.StartsWith("/dev/", StringComparison.Ordinal) ? "device" : "disk",
            IsIncluded = reason.Length == 0,
            Reason = reason,
            HoldsData = !isUnused,
        };
    }

    // A drive is saved unless it says otherwise; devices of the host are saved as well.
    private static string DriveReason(VolumeText drive)
        => drive.IsBroken ? "Proxmox cannot read its settings"
            : drive.Backup == false ? "backup=0 is set on it"
            : string.Empty;

    private static GuestVolume? MountPoint(string key, string value)
    {
        var isRoot = key == "rootfs";
        if (!isRoot && !IsNumbered(key, "mp", 255))
        {
            return null;
        }

        var volume = VolumeText.Parse(value, defaultKey: "volume");
        if (volume.VolumeId is not { } id)
        {
            return null;
        }

        var kind = isRoot ? "rootfs"
            : id.StartsWith("/dev/", StringComparison.Ordinal) ? "device"
            : id.StartsWith('/') ? "bind"
            : "mountpoint";
        var reason = MountPointReason(kind, volume);
        return new GuestVolume
        {
            Key = key,
            VolumeId = id,
            Kind = kind,
            IsIncluded = reason.Length == 0,
            Reason = reason,
            HoldsData = true,
        };
    }

    // A mount point is left out unless it says otherwise: the opposite of a drive.
    private static string MountPointReason(string kind, VolumeText volume) => (kind, volume) switch
    {
        (_, { IsBroken: true }) => "Proxmox cannot read its settings",
        ("rootfs", _) => string.Empty,
        ("bind", _) => "bind mounts are never backed up",
        ("device", _) => "devices of the host are never backed up with a container",
        (_, { Backup: true }) => string.Empty,
        (_, { Backup: false }) => "backup=0 is set on this mount point",
        _ => "backup=1 is not set on this mount point",
    };

    private static bool IsNumbered(string key, string prefix, int highest)
        => key.Length > prefix.Length
            && key.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= highest
            && (key[prefix.Length] != '0' || key.Length == prefix.Length + 1);
}
