namespace Compliance.HostArchives.Writing;

/// <summary>Why no archive was written.</summary>
public enum HostBackupFault
{
    /// <summary>What was given, or where it was run, cannot give an archive: no Proxmox VE node, no such directory, no space.</summary>
    BadInput,

    /// <summary>It could not be done: a file that cannot be read or changes all the time, a disk that fills up, an archive that does not read back.</summary>
    Failed,
}
