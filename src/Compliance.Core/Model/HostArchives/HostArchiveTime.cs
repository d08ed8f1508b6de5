namespace Compliance.Core.Model;

/// <summary>What tells when an archive was taken.</summary>
public enum HostArchiveTime
{
    /// <summary>The name that <c>host-backup</c> gave it.</summary>
    Name,

    /// <summary>The time the file was last written: the latest it can have been taken, since copying a file may renew it.</summary>
    File,

    /// <summary>The <c>backup-time</c> of a snapshot on Proxmox Backup Server, which its client told when it began.</summary>
    Snapshot,
}
