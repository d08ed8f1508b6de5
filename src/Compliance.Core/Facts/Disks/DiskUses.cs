using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>What else is on the disks of a storage.</summary>
internal sealed class DiskUses(NodeState node, Lineage lineage)
{
    private readonly DeviceTree _tree = new(node);

    public static Observed<ImmutableArray<string>> Of(NodeState node, Lineage lineage) => lineage.Verdict switch
    {
        LineageVerdict.Unknown => Observation.Unreadable<ImmutableArray<string>>(lineage.Gaps[0]),
        LineageVerdict.Remote => Observation.Unreadable<ImmutableArray<string>>(
            new Gap($"/nodes/{node.Name}/disks/list", $"{lineage.Storage.Id} is {lineage.Proof}: its disks cannot be seen from here")),
        _ when node.Disks.Unreadable is { } gap => Observation.Unreadable<ImmutableArray<string>>(gap),
        _ => new DiskUses(node, lineage).All(),
    };

    private Observed<ImmutableArray<string>> All()
    {
        List<string> uses = [.. _tree.Rows.Where(IsOther).Select(Text)];
        var (volumes, gap) = InGroup();
        uses.AddRange(volumes);
        return Observation.Found<string>([.. uses.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], gap);
    }

    /// <summary>A part of one of the disks in use, which is not where the storage itself lies.</summary>
    private bool IsOther(DiskRow row)
    {
        var isOnDisk = lineage.Disks.Any(d => d.DevPath == (row.Parent ?? row.DevPath));
        // A disk with partitions is spoken for by them. ZFS keeps its reserved partition for itself.
        var isDiskOfParts = row.Parent is null && (row.Used is "partitions" || _tree.Rows.Any(r => r.Parent == row.DevPath));
        var isInUse = row.IsMounted || row.Used is not null || MountPoints(row).Length > 0;
        return isOnDisk && !isDiskOfParts && isInUse && row.Used is not "ZFS reserved" && !IsOwn(row);
    }

    // Inferred from the only disk there is: which part of it is its own was not seen, so no part of that file system counts.
    private bool IsOwn(DiskRow row) => lineage.Parts.IsEmpty
        ? lineage.Filesystem is not null && row.Used == lineage.Filesystem
        : lineage.Parts.Contains(row.DevPath, StringComparer.Ordinal);

    private string Text(DiskRow row)
    {
        var name = row.DevPath.StartsWith("/dev/", StringComparison.Ordinal) ? row.DevPath["/dev/".Length..] : row.DevPath;
        var owner = row.Used switch
        {
            "LVM" => GroupOn(row.DevPath),
            "ZFS" => PoolOn(row.DevPath),
            _ => string.Join(", ", MountPoints(row)),
        };
        return $"{name}: {row.Used ?? "mounted"}{(string.IsNullOrEmpty(owner) ? "" : $" ({owner})")}";
    }

    /// <summary>A directory on a logical volume or dataset shares its partition with the other volumes of that group or pool.</summary>
    private (IEnumerable<string> Volumes, Gap? Gap) InGroup()
    {
        if (!StorageKind.IsDirectory(lineage.Storage.Type) || lineage.Device is not { } device)
        {
            return ([], null);
        }

        if (lineage.Filesystem == "zfs")
        {
            return (Datasets(device), new Gap($"/nodes/{node.Name}/disks/zfs", $"no call tells what else is in the pool {device.Split('/')[0]}"));
        }

        if (DeviceNames.VolumeGroupOf(device) is not { } group || lineage.Parts.Contains(device, StringComparer.Ordinal))
        {
            return ([], null);
        }

        var volumes = _tree.Report.BlockDevices.Where(b => b.Type == "lvm" && DeviceNames.VolumeGroupOf(b.Device) == group).ToArray();
        return volumes.Any(v => IsSameVolume(v.Device, device))
            ? (volumes.Where(v => !IsSameVolume(v.Device, device)).Select(VolumeText), null)
            : ([], new Gap($"/nodes/{node.Name}/report", $"it does not list the logical volumes of {group}"));
    }

    private IEnumerable<string> Datasets(string own)
    {
        var pool = own.Split('/')[0];
        return _tree.Report.Mounts
            .Where(m => m.FileSystem == "zfs" && m.Source.Split('/')[0] == pool && !(own + "/").StartsWith(m.Source + "/", StringComparison.Ordinal))
            .Select(m => $"{m.Source}: zfs ({m.Target})");
    }

    private static string VolumeText(BlockDevice volume)
        => $"{volume.Device["/dev/mapper/".Length..]}: LVM{(volume.MountPoints.IsEmpty ? "" : $" ({string.Join(", ", volume.MountPoints)})")}";

    // /dev/pve/backup and /dev/mapper/pve-backup are one.
    private static bool IsSameVolume(string mapper, string device)
    {
        if (mapper == device)
        {
            return true;
        }

        var parts = device.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["dev", var group, var volume] && group != "mapper"
            && mapper == $"/dev/mapper/{Escaped(group)}-{Escaped(volume)}";
    }

    private static string Escaped(string name) => name.Replace("-", "--", StringComparison.Ordinal);

    private string[] MountPoints(DiskRow row)
        => [.. _tree.Report.BlockDevices.Where(b => b.Device == row.DevPath).SelectMany(b => b.MountPoints).Distinct(StringComparer.Ordinal)];

    private string GroupOn(string device)
    {
        var listed = node.VolumeGroups.IsKnown && !node.VolumeGroups.Value.IsDefault
            ? node.VolumeGroups.Value.FirstOrDefault(g => g.PhysicalVolumes.Contains(device, StringComparer.Ordinal))?.Name
            : null;
        return listed ?? _tree.Report.PhysicalVolumes.FirstOrDefault(v => v.Key == device).Value ?? string.Empty;
    }

    private string PoolOn(string device)
        => node.ZfsPools.IsKnown && !node.ZfsPools.Value.IsDefault
            ? node.ZfsPools.Value.FirstOrDefault(p => _tree.Pool(p.Name).Rows.Any(r => r.DevPath == device))?.Name ?? string.Empty
            : string.Empty;
}
