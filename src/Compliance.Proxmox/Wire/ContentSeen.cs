using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What only the content list tells of a backup.</summary>
internal sealed record ContentSeen(long Size, PbsProof? Pbs);
