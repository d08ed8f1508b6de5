namespace Compliance.Proxmox;

/// <param name="Name">null when the nodes disagree with having none</param>
/// <param name="IsQuorate">null on a standalone node</param>
internal sealed record ClusterIdentity(string? Name, bool? IsQuorate);
