using Compliance.Core.Facts.HostArchives;

namespace Compliance.HostArchives.Writing;

/// <summary>A Proxmox VE node as it lies in a file system: the running one at <c>/</c>, or another below a folder.</summary>
public sealed class HostRoot
{
    private HostRoot(string folder, string node)
    {
        Folder = folder;
        Node = node;
    }

    /// <summary>Absolute, without a slash at the end; empty for the running system.</summary>
    public string Folder { get; }

    /// <summary>The node's name, as Proxmox has it.</summary>
    public string Node { get; }

    /// <exception cref="HostBackupException">it is no node, or the cluster's configuration is not to be seen there</exception>
    public static HostRoot Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return Look(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // "Transport endpoint is not connected" is what a pmxcfs that crashed leaves.
            throw HostBackupException.Failed($"{fault.Message} Run host-backup as root, and check systemctl status pve-cluster.");
        }
    }

    /// <summary>Where a path of the host is read.</summary>
    public string Source(string path) => Folder + path;

    private static HostRoot Look(string folder)
    {
        if (folder.Length == 0)
        {
            throw HostBackupException.BadInput("--root is empty: give the directory the node's file system begins in, / for the running one.");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        full = full == "/" ? "" : full;
        if (NativeFiles.Status(full + "/")?.Kind != FileKind.Directory)
        {
            throw HostBackupException.BadInput($"--root \"{folder}\" is no directory.");
        }

        var cluster = NativeFiles.Status(full + SavedPaths.ClusterConfiguration);
        if (cluster?.Kind != FileKind.Directory)
        {
            throw HostBackupException.BadInput(
                $"there is no {SavedPaths.ClusterConfiguration} at \"{Shown(full)}\", so this is no Proxmox VE node: run host-backup on the node, as root.");
        }

        RefuseUnmounted(full, cluster.Value);
        var node = NodeOf(full);
        return NativeFiles.Status($"{full}{SavedPaths.ClusterConfiguration}/nodes/{node}")?.Kind == FileKind.Directory
            ? new HostRoot(full, node)
            : throw HostBackupException.BadInput(
                $"{SavedPaths.ClusterConfiguration}/nodes/{node} is not there: the cluster knows no node \"{node}\", or {SavedPaths.ClusterConfiguration} is not the cluster's. Check hostname and systemctl status pve-cluster.");
    }

    // An empty mount point is what a stopped pmxcfs leaves: everything somebody would want back is missing from it. On the running
    // system files may even have been put below it meanwhile.
    private static void RefuseUnmounted(string root, FileStatus cluster)
    {
        var path = root + SavedPaths.ClusterConfiguration;
        var isRunning = root.Length == 0;
        var isMounted = !isRunning || NativeFiles.Status("/etc") is not { } above || above.Device != cluster.Device;
        if (isMounted && Directory.EnumerateFileSystemEntries(path).Any())
        {
            return;
        }

        var what = isMounted ? "is empty" : "is not mounted";
        throw HostBackupException.BadInput(isRunning
            ? $"{path} {what}: pmxcfs is not running, and an archive made now would hold nothing of the cluster. Start it: systemctl start pve-cluster"
            : $"{path} {what}: a system that is not running does not show its cluster's configuration. It is in {root}{SavedPaths.Database}: keep that file, or start the node first.");
    }

    private static string NodeOf(string root)
    {
        // pmxcfs makes this link to the node it runs as; the host name may have been changed since.
        var local = new FileInfo($"{root}{SavedPaths.ClusterConfiguration}/local").LinkTarget;
        var name = local is not null && local.StartsWith("nodes/", StringComparison.Ordinal) ? local["nodes/".Length..] : HostName(root);
        return HostArchiveName.Parse(new HostArchiveName(name, DateTimeOffset.UnixEpoch).ToString()) is not null
            ? name
            : throw HostBackupException.BadInput($"\"{name}\" is no name of a node: letters, digits and hyphens, 63 at most. Check {root}/etc/hostname.");
    }

    private static string HostName(string root)
    {
        var path = root + "/etc/hostname";
        if (NativeFiles.Status(path)?.Kind != FileKind.RegularFile)
        {
            throw HostBackupException.BadInput($"neither {root}{SavedPaths.ClusterConfiguration}/local nor {path} names the node: write its name to {path}.");
        }

        // As Proxmox takes it (PVE/INotify.pm, nodename): the first label.
        var line = File.ReadLines(path).Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0 && text[0] != '#') ?? "";
        return line.Split('.')[0];
    }

    private static string Shown(string root) => root.Length == 0 ? "/" : root;
}
