using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>A storage as a node reports it, with what decides whether its backups are asked for there.</summary>
internal sealed record StorageSeen(NodeStorage State, bool HoldsBackups, bool IsShared);
