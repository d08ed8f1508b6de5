using System.Collections.Immutable;

namespace Compliance.Core.Facts.Disks;

/// <summary>
/// Whether two lineages share a disk. Sharing is proved by one disk; separateness only when all disks of both are known, or when
/// one of them is on another machine.
/// </summary>
internal static class LineageComparison
{
    public static DiskComparison Compare(Lineage one, Lineage other)
    {
        if (one.Node == other.Node && one.Storage.Id == other.Storage.Id)
        {
            return DiskComparison.SameStorage;
        }

        return ByPlace(one, other)
            ?? ByCarrier(one, other)
            ?? ByDisks(one, other)
            ?? ByMachine(one, other)
            ?? ByNesting(one, other)
            ?? ByElimination(one, other)
            ?? BySizes(one, other)
            ?? (IsKnown(one) && IsKnown(other)
                ? DiskComparison.Separate(
                    $"{Names(one.Disks)} and {Names(other.Disks)}",
                    one.Verdict == LineageVerdict.Inferred || other.Verdict == LineageVerdict.Inferred)
                : DiskComparison.Unknown(one.Gaps.Concat(other.Gaps).Distinct()));
    }

    private static DiskComparison? ByPlace(Lineage one, Lineage other)
    {
        if (one.Node == other.Node && Folder(one) is { } path && Folder(other) is { } same && path == same)
        {
            return DiskComparison.Shared($"the same directory {path}");
        }

        return RemoteComparison.IsSamePlace(one, other) ? DiskComparison.Shared($"the same place on {one.Server}: {one.Share}") : null;
    }

    /// <summary>The same device, pool or volume group is shared, even when its disks could not be found.</summary>
    private static DiskComparison? ByCarrier(Lineage one, Lineage other)
    {
        var isOpen = one.Node == other.Node && (!IsKnown(one) || !IsKnown(other));
        if (!isOpen || one.Device is not { } device || other.Device is not { } second)
        {
            return null;
        }

        if (Pool(one) is { } pool && pool == Pool(other))
        {
            return DiskComparison.Shared($"the ZFS pool {pool}");
        }

        if (device == second && device.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return DiskComparison.Shared($"the device {device}");
        }

        // A device name alone does not prove a volume group; a storage of that group does.
        var isGroup = StorageKind.IsVolumeGroup(one.Storage.Type) || StorageKind.IsVolumeGroup(other.Storage.Type);
        return isGroup && Group(one) is { } group && group == Group(other) ? DiskComparison.Shared($"the volume group {group}") : null;
    }

    private static string? Pool(Lineage lineage) => lineage.Filesystem == "zfs" ? lineage.Device?.Split('/')[0] : null;

    private static string? Group(Lineage lineage)
        => StorageKind.IsVolumeGroup(lineage.Storage.Type) ? lineage.Device : DeviceNames.VolumeGroupOf(lineage.Device ?? string.Empty);

    private static DiskComparison? ByDisks(Lineage one, Lineage other)
    {
        var common = one.Disks.Where(d => other.Disks.Any(d.IsSameAs)).ToImmutableArray();
        return common.IsEmpty ? null : DiskComparison.Shared(
            Names(common), one.Verdict == LineageVerdict.Inferred || other.Verdict == LineageVerdict.Inferred) with { Disks = common };
    }

    private static DiskComparison? ByMachine(Lineage one, Lineage other)
    {
        if (one.Verdict == LineageVerdict.Remote && other.Verdict == LineageVerdict.Remote)
        {
            return RemoteComparison.Compare(one, other);
        }

        if (one.Verdict != LineageVerdict.Remote && other.Verdict != LineageVerdict.Remote)
        {
            return null;
        }

        var (remote, local) = one.Verdict == LineageVerdict.Remote ? (one, other) : (other, one);
        // A directory whose mount was not seen may be a share of that same machine, mounted by hand.
        var mayBeShare = !IsKnown(local) && !StorageKind.IsVolumeGroup(local.Storage.Type) && local.Storage.Type != "zfspool";
        return mayBeShare && StorageKind.IsFileShare(remote.Storage.Type)
            ? DiskComparison.Unknown(local.Gaps)
            : DiskComparison.Separate($"{remote.Storage.Id} is {remote.Proof}", isInferred: !IsKnown(local));
    }

    /// <summary>One directory inside another is on the same disks, unless something else is mounted there.</summary>
    private static DiskComparison? ByNesting(Lineage one, Lineage other)
    {
        if (one.Node != other.Node || (IsKnown(one) && IsKnown(other)) || Folder(one) is not { } path || Folder(other) is not { } second)
        {
            return null;
        }

        var (inner, outer, lineage) = path.Length > second.Length ? (path, second, one) : (second, path, other);
        var isMount = DirectoryLineage.ExpectedMount(lineage.Storage) is { } mount && StoragePath.IsWithin(mount, outer);
        return StoragePath.IsWithin(inner, outer) && !isMount && lineage.MountPoint is null
            ? DiskComparison.Shared($"{inner} lies inside {outer}", isInferred: true)
            : null;
    }

    /// <summary>Wherever it lies, it lies on a disk of the other, because the node has no further one.</summary>
    private static DiskComparison? ByElimination(Lineage one, Lineage other)
    {
        bool Covers(Lineage open, Lineage known)
            => !open.Candidates.IsEmpty && IsKnown(known) && open.Candidates.All(c => known.Disks.Any(c.IsSameAs));
        return Covers(one, other) || Covers(other, one)
            ? DiskComparison.Shared("the node has no disk that is not in use by both", isInferred: true)
            : null;
    }

    /// <summary>Two directories with the same total, used and free bytes at the same moment are on one file system.</summary>
    private static DiskComparison? BySizes(Lineage one, Lineage other)
    {
        var isSame = one.Node == other.Node
            && (!IsKnown(one) || !IsKnown(other))
            && Folder(one) is not null && Folder(other) is not null
            && one.Capacity is { IsActive: true, Total: > 0, Used: > 0 } size
            && other.Capacity is { IsActive: true } second
            && (size.Total, size.Used, size.Available) == (second.Total, second.Used, second.Available);
        return isSame ? DiskComparison.Shared("one file system: total, used and free bytes are the same", isInferred: true) : null;
    }

    private static bool IsKnown(Lineage lineage) => lineage.Verdict is LineageVerdict.Proved or LineageVerdict.Inferred;

    private static string? Folder(Lineage lineage)
        => StorageKind.IsDirectory(lineage.Storage.Type) && lineage.Storage.Path is { Length: > 0 } path ? StoragePath.Normal(path) : null;

    private static string Names(ImmutableArray<PhysicalDisk> disks) => string.Join(", ", disks.Select(d => d.ToString()));
}
