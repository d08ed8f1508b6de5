using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>The storages as one node reports them.</summary>
internal sealed record NodeStorages(NodeSeen Node, Listing<StorageSeen> Seen);
