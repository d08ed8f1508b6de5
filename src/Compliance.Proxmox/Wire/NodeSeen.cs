namespace Compliance.Proxmox;

/// <summary>A node as the cluster sees it.</summary>
internal sealed record NodeSeen(string Name, bool IsOnline);
