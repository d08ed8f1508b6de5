using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>
/// The mount of a directory when the report does not tell it: from Proxmox's own mount units, from the default mount point of a
/// pool, or because no other disk is there. The units name file systems by UUID, which no list of the API resolves.
/// </summary>
internal sealed class MountUnitLineage(NodeState node, DeviceTree tree, Lineage start)
{
    // A file system's own tables take a few hundredths of the device; what is much smaller is another one.
    private const double SmallestPart = 0.9;

    public Lineage Resolve(string path)
    {
        var expected = DirectoryLineage.ExpectedMount(start.Storage);
        if (expected is not null && start.Capacity is { IsEnabled: true, IsActive: false })
        {
            // Proxmox activates such a storage only while something is mounted there (DirPlugin.pm:activate_storage).
            return DirectoryLineage.Missing(start, new Gap($"/nodes/{node.Name}/storage", $"{start.Storage.Id} is not active: nothing is mounted at {expected}"));
        }

        var unit = node.MountUnits.IsKnown && !node.MountUnits.Value.IsDefault
            ? node.MountUnits.Value.Where(u => StoragePath.IsWithin(path, u.Path)).MaxBy(u => u.Path.Length)
            : null;
        var found = unit is null ? ByPool(path) : ByUnit(unit, path);
        return found.Verdict == LineageVerdict.Unknown ? OnlyDisk(found) : found;
    }

    private Lineage ByUnit(MountUnit unit, string path)
    {
        var found = start with { Device = unit.Device, MountPoint = unit.Path, Filesystem = unit.Type, IsOnRootFilesystem = false };
        var trace = tree.Device(unit.Device);
        var isNamed = !unit.Device.StartsWith("/dev/disk/", StringComparison.Ordinal);
        if (!trace.Gaps.IsEmpty)
        {
            // A device that is named and cannot be traced (md, multipath) may have any members: nothing is left to infer.
            return isNamed ? found with { Gaps = trace.Gaps, Disks = trace.Disks } : ByElimination(found, unit, trace);
        }

        if (trace.Rows is [{ IsMounted: false } row] && row.Used is not ("LVM" or "ZFS"))
        {
            return DirectoryLineage.Missing(found, new Gap($"/nodes/{node.Name}/disks/list", $"{row.DevPath} should be mounted at {unit.Path} and is not mounted"));
        }

        // Below the unit's own path something else may be mounted, made by hand.
        var isOwn = StoragePath.Normal(path) == StoragePath.Normal(unit.Path);
        var isActiveMount = DirectoryLineage.ExpectedMount(start.Storage) is not null && start.Capacity is { IsActive: true };
        var isSeen = isOwn && (trace.Rows is [{ IsMounted: true }] || isActiveMount);
        return LineageSteps.Finish(found, trace, $"the mount unit of {unit.Path}: {unit.Device}", isSeen ? null : "the unit declares it; the mount itself was not seen");
    }

    /// <summary>Exactly one mounted device with this file system and a size that fits, and not on the disk the node boots from.</summary>
    private Lineage ByElimination(Lineage found, MountUnit unit, DeviceTrace lost)
    {
        var fitting = tree.Rows.Where(r => r.IsMounted && r.Used == unit.Type && Fits(r)).ToArray();
        var boot = tree.Rows.Where(r => r.Used is "EFI" or "BIOS boot").Select(r => r.Parent ?? r.DevPath).ToHashSet(StringComparer.Ordinal);
        return fitting is [var row] && !boot.Contains(row.Parent ?? row.DevPath)
            ? LineageSteps.Finish(
                found with { Device = row.DevPath },
                tree.Device(row.DevPath),
                $"the file system at {unit.Path}",
                $"it is the only mounted {unit.Type} that fits, and the mount unit names a UUID which no list resolves")
            : found with { Gaps = lost.Gaps };
    }

    private bool Fits(DiskRow row)
        => start.Capacity is not { Total: > 0 } capacity || (capacity.Total <= row.Size && capacity.Total >= row.Size * SmallestPart);

    /// <summary>A pool is mounted at its own name unless told otherwise.</summary>
    private Lineage ByPool(string path)
    {
        var pool = node.ZfsPools.IsKnown && !node.ZfsPools.Value.IsDefault
            ? node.ZfsPools.Value.FirstOrDefault(p => StoragePath.IsWithin(path, "/" + p.Name))
            : null;
        return pool is null
            ? start with { Gaps = [MountGap] }
            : LineageSteps.Finish(
                start with { Filesystem = "zfs", Device = pool.Name, MountPoint = "/" + pool.Name, IsOnRootFilesystem = false },
                tree.Pool(pool.Name),
                $"the ZFS pool {pool.Name}",
                $"{path} lies below its default mount point");
    }

    private Lineage OnlyDisk(Lineage found)
    {
        if (found.IsMountMissing || (found.Device is { } device && !device.StartsWith("/dev/disk/", StringComparison.Ordinal)))
        {
            return found;
        }

        var all = tree.AllDisks;
        return all is [var only]
            ? found with
            {
                Verdict = LineageVerdict.Inferred,
                Proof = $"inferred: {only.DevPath}, because the node lists no other disk",
                Disks = all,
                Gaps = [],
            }
            : found with { Candidates = all };
    }

    private Gap MountGap => node.DeviceReport.Unreadable
        ?? new Gap($"/nodes/{node.Name}/report", $"it does not tell what is mounted at {start.Storage.Path}");
}
