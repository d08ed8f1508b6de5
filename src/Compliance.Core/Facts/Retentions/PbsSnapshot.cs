namespace Compliance.Core.Facts.Retentions;

/// <summary>A snapshot of one group on a Proxmox Backup Server, as its pruning sees it.</summary>
/// <param name="Time">when it was made</param>
/// <param name="IsProtected">carries the protection flag</param>
/// <param name="IsUnfinished">has no manifest: it is still being written, or was given up</param>
public readonly record struct PbsSnapshot(DateTimeOffset Time, bool IsProtected, bool IsUnfinished);
