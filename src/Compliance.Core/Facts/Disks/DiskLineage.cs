using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>
/// Which physical disks a storage lies on. No single call of the API tells; the steps and their order are those of the domain
/// reference: the storage type, then what the node's report proves, then Proxmox's own mount units, then what is the only
/// possibility left. What stays open is unknown.
/// </summary>
public static class DiskLineage
{
    /// <summary>Traces a storage on a node that it is assigned to.</summary>
    public static Lineage Resolve(NodeState node, StorageState storage)
    {
        var start = new Lineage
        {
            Node = node.Name,
            Storage = storage,
            Verdict = LineageVerdict.Unknown,
            IsOnRootFilesystem = StorageKind.IsDirectory(storage.Type) ? null : false,
            Capacity = node.Storages.Rows.IsDefault ? null : node.Storages.Rows.FirstOrDefault(s => s.Id == storage.Id),
        };
        if (StorageKind.IsRemote(storage.Type))
        {
            return Remote(start);
        }

        if (StorageKind.IsDirectory(storage.Type))
        {
            return new DirectoryLineage(node, start).Resolve();
        }

        if (StorageKind.IsVolumeGroup(storage.Type) && storage.VgName is { Length: > 0 } group)
        {
            return LineageSteps.Finish(start with { Device = group }, new DeviceTree(node).Group(group), $"the volume group {group}");
        }

        if (storage.Type == "zfspool" && storage.Pool is { Length: > 0 } pool)
        {
            return LineageSteps.Finish(start with { Device = pool, Filesystem = "zfs" }, new DeviceTree(node).Pool(pool), $"the ZFS pool {pool.Split('/')[0]}");
        }

        return start with { Gaps = [new Gap("/storage", $"{storage.Id} has the type {storage.Type}, which does not tell where its data lies")] };
    }

    /// <summary>Traces what a guest uses without a storage: a device of the node, or one of its directories.</summary>
    public static Lineage ResolvePath(NodeState node, string path)
    {
        var isDevice = path.StartsWith("/dev/", StringComparison.Ordinal);
        var start = new Lineage
        {
            Node = node.Name,
            Storage = new StorageState { Id = path, Type = isDevice ? "device" : "dir", Content = [], Path = isDevice ? null : path },
            Verdict = LineageVerdict.Unknown,
            IsOnRootFilesystem = isDevice ? false : null,
        };
        return isDevice ? LineageSteps.Finish(start with { Device = path }, new DeviceTree(node).Device(path), $"the device {path}")
            : path.StartsWith('/') ? new DirectoryLineage(node, start).Resolve()
            : start with { Gaps = [new Gap($"/nodes/{node.Name}", $"\"{path}\" names neither a volume nor a path")] };
    }

    /// <summary>Whether two storages have a disk in common. The order of the two does not matter.</summary>
    public static DiskComparison Compare(Lineage one, Lineage other) => LineageComparison.Compare(one, other);

    /// <summary>
    /// What else is on the disks of a storage: other partitions, volume groups, pools; for people, sorted. Empty only when
    /// nothing else is there.
    /// </summary>
    public static Observed<ImmutableArray<string>> OtherUses(NodeState node, Lineage lineage) => DiskUses.Of(node, lineage);

    private static Lineage Remote(Lineage start)
    {
        var storage = start.Storage;
        return LineageSteps.OnServer(
            start,
            storage.Server,
            storage.Export ?? storage.Share ?? storage.Datastore ?? storage.Pool,
            $"on another machine by its type, {storage.Type}");
    }
}
