using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>A storage that is a directory: which mount it lies on, then which disks.</summary>
internal sealed class DirectoryLineage(NodeState node, Lineage start)
{
    private readonly DeviceTree _tree = new(node);

    private string ReportPath => $"/nodes/{node.Name}/report";

    public Lineage Resolve()
    {
        if (start.Storage.Path is not { Length: > 0 } path)
        {
            return start with { Gaps = [new Gap("/storage", $"{start.Storage.Id} has no path")] };
        }

        return _tree.Report.MountOf(path) is { } mount ? ByReport(mount) : new MountUnitLineage(node, _tree, start).Resolve(path);
    }

    private Lineage ByReport(MountEntry mount)
    {
        if (ExpectedMount(start.Storage) is { } expected && !_tree.Report.Mounts.Any(m => StoragePath.Normal(m.Target) == expected))
        {
            return Missing(start, new Gap(ReportPath, $"{expected} is configured as a mount point, and nothing is mounted there"));
        }

        var found = start with
        {
            Device = mount.Source,
            MountPoint = mount.Target,
            Filesystem = mount.FileSystem,
            IsOnRootFilesystem = mount.Target == "/",
        };
        var what = $"findmnt: {mount.Source} is mounted at {mount.Target},";
        if (StorageKind.IsRemoteFileSystem(mount.FileSystem))
        {
            var (server, share) = Endpoint(mount.Source);
            return LineageSteps.OnServer(found, server, share, $"proved by findmnt: {mount.Source} ({mount.FileSystem}) is mounted at {mount.Target}");
        }

        if (mount.FileSystem == "zfs")
        {
            return LineageSteps.Finish(found, _tree.Pool(mount.Source), what);
        }

        return mount.Source.StartsWith("/dev/", StringComparison.Ordinal) && mount.FileSystem is not ("fuse" or "devtmpfs")
            ? LineageSteps.Finish(found, WithBtrfsMembers(_tree.Device(mount.Source), mount), what)
            : found with { Gaps = [new Gap(ReportPath, $"{mount.Target} is {mount.FileSystem} from {mount.Source}, which names no disk")] };
    }

    /// <summary>The mount table names one device of a btrfs that may have several; unmounted btrfs devices may be the others.</summary>
    private DeviceTrace WithBtrfsMembers(DeviceTrace trace, MountEntry mount)
    {
        if (mount.FileSystem != "btrfs")
        {
            return trace;
        }

        var sources = _tree.Report.Mounts.Select(m => m.Source).ToHashSet(StringComparer.Ordinal);
        var open = _tree.Rows.FirstOrDefault(r => r.Used == "btrfs" && !sources.Contains(r.DevPath) && !trace.Rows.Contains(r));
        return open is null ? trace : trace with
        {
            Gaps = trace.Gaps.Add(new Gap(ReportPath, $"it does not tell whether {open.DevPath} belongs to the btrfs at {mount.Target}")),
        };
    }

    /// <summary>
    /// The path that must be mounted: a boolean means the storage's own, anything else is a path (pve-storage
    /// <c>DirPlugin.pm:parse_is_mountpoint</c>). Null when none must be.
    /// </summary>
    internal static string? ExpectedMount(StorageState storage) => storage.IsMountpoint?.Trim().ToUpperInvariant() switch
    {
        null or "" or "0" or "NO" or "OFF" or "FALSE" => null,
        "1" or "YES" or "ON" or "TRUE" => storage.Path is null ? null : StoragePath.Normal(storage.Path),
        _ => StoragePath.Normal(storage.IsMountpoint),
    };

    internal static Lineage Missing(Lineage start, Gap gap)
        => start with { Verdict = LineageVerdict.Unknown, IsMountMissing = true, Gaps = [gap] };

    /// <summary><c>server:/export</c> or <c>//server/share</c>.</summary>
    private static (string? Server, string? Share) Endpoint(string source)
    {
        if (source.StartsWith("//", StringComparison.Ordinal))
        {
            var parts = source[2..].Split('/', 2);
            return (parts[0], parts.Length > 1 ? parts[1] : null);
        }

        var colon = source.IndexOf(":/", StringComparison.Ordinal);
        return colon > 0 ? (source[..colon], source[(colon + 1)..]) : (null, null);
    }
}
