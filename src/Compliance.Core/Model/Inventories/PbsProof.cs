namespace Compliance.Core.Model;

/// <summary>What Proxmox Backup Server tells of a snapshot, from <c>content?content=backup</c>.</summary>
/// <param name="Verification"><c>ok</c> or <c>failed</c>; null when it was never verified</param>
public sealed record PbsProof(bool IsEncrypted, string? Verification);
