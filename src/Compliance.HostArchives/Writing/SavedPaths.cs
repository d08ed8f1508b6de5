using System.Collections.Immutable;

namespace Compliance.HostArchives.Writing;

/// <summary>What every archive of a host holds, and what is left out of it.</summary>
public static class SavedPaths
{
    /// <summary>The configuration of the cluster, a mount of pmxcfs.</summary>
    public const string ClusterConfiguration = "/etc/pve";

    /// <summary>The database behind <c>/etc/pve</c> (pmxcfs/database.c); only ever saved as a consistent copy.</summary>
    public const string Database = "/var/lib/pve-cluster/config.db";

    /// <summary>
    /// Saved whatever the policy says: the cluster, the network, and what a node that was installed anew needs to find its disks, its
    /// kernel and its packages again. Host keys are among it, so that the other nodes and people know the host again; the archive holds
    /// the cluster's own keys anyway.
    /// </summary>
    public static ImmutableArray<SavedPath> Always { get; } =
    [
        new(ClusterConfiguration, IsRequired: true),
        new("/etc/network/interfaces", IsRequired: true),
        .. Optional(
            "/etc/network", "/etc/systemd/network", "/etc/udev/rules.d", "/etc/frr", "/etc/hostname", "/etc/hosts", "/etc/resolv.conf", "/etc/timezone",
            "/etc/fstab", "/etc/crypttab", "/etc/lvm", "/etc/zfs", "/etc/iscsi", "/etc/multipath.conf", "/etc/multipath",
            "/etc/vzdump.conf", "/etc/subuid", "/etc/subgid",
            "/etc/default/grub", "/etc/default/grub.d", "/etc/kernel", "/etc/modules", "/etc/modules-load.d", "/etc/modprobe.d", "/etc/sysctl.conf", "/etc/sysctl.d",
            "/etc/apt/sources.list", "/etc/apt/sources.list.d", "/etc/apt/preferences.d", "/etc/apt/keyrings",
            "/etc/ssh"),
    ];

    /// <summary>
    /// What pmxcfs shows of the running cluster (pmxcfs(8), "Special status files"): answers to the moment's question, not files
    /// somebody wrote. The same goes for its locks.
    /// </summary>
    private static readonly ImmutableArray<string> RunTime =
    [
        "/etc/pve/.version", "/etc/pve/.members", "/etc/pve/.vmlist", "/etc/pve/.clusterlog", "/etc/pve/.rrd", "/etc/pve/.debug",
        "/etc/pve/priv/lock",
    ];

    // The database is put in as a copy, and its log is in that copy.
    private static readonly ImmutableArray<string> OfDatabase = [Database, Database + "-wal", Database + "-shm", Database + "-journal"];

    internal static bool IsLeftOut(string path) => RunTime.Contains(path) || OfDatabase.Contains(path) || IsHalfWritten(path);

    // Proxmox writes a file under NAME.tmp.PID and renames it (PVE/Tools.pm, file_set_contents).
    private static bool IsHalfWritten(string path)
    {
        var at = path.LastIndexOf(".tmp.", StringComparison.Ordinal);
        return at > 0 && at + 5 < path.Length && path.AsSpan(at + 5).IndexOfAnyExceptInRange('0', '9') < 0
            && path.StartsWith(ClusterConfiguration + "/", StringComparison.Ordinal);
    }

    private static IEnumerable<SavedPath> Optional(params string[] paths) => paths.Select(path => new SavedPath(path, IsRequired: false));
}
