using System.Collections.Frozen;

namespace Compliance.Policies;

/// <summary>
/// Words of Proxmox's own configuration that mean something else than the setting of ours they resemble: <c>node</c> is no slip of
/// <c>mode</c>. They are never mended by a program. Options of vzdump and jobs.cfg (PVE/VZDump.pm, PVE/API2/Backup.pm), of
/// storage.cfg (PVE/Storage/Plugin.pm) and of prune jobs in Proxmox Backup Server (pbs-api-types, KeepOptions).
/// </summary>
internal static class ProxmoxWords
{
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "all", "bwlimit", "compress", "content", "datastore", "disable", "dow", "dumpdir", "enabled", "encryption-key", "exclude", "exclude-path", "export", "fingerprint",
        "fleecing", "id", "ionice", "is_mountpoint", "job-init", "keep-all", "keep-hourly", "keep-last", "keep-yearly", "lockwait", "mailnotification", "mailto",
        "master-pubkey", "max-protected-backups", "maxfiles", "mode", "namespace", "node", "nodes", "notes-template", "notification-mode", "notification-policy",
        "notification-target", "ns", "pbs-change-detection-mode", "performance", "pigz", "pool", "preallocation", "protected", "prune-backups", "quiet", "remove",
        "repeat-missed", "schedule", "script", "server", "shared", "starttime", "stdexcludes", "stdout", "stop", "stopwait", "storage", "store", "subdir", "tmpdir",
        "username", "vmid", "zstd");
}
