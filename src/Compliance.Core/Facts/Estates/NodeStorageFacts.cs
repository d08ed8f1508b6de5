using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A storage the policy speaks of, as one node has it: a storage that is not shared has a disk of its own on each.</summary>
public sealed class NodeStorageFacts
{
    internal NodeStorageFacts(StorageFacts storage, NodeFacts node, Observed<NodeStorage?> runtime, StorageDisks disks, ImmutableArray<GuestFacts> guests)
    {
        Storage = storage;
        Node = node;
        Runtime = runtime;
        Disks = disks;
        Space = new CycleSpace(Free, guests);
    }

    public StorageFacts Storage { get; }

    public NodeFacts Node { get; }

    /// <summary>Known and null when this node does not have it.</summary>
    public Observed<NodeStorage?> Runtime { get; }

    /// <summary>Whether it is enabled and assigned to this node.</summary>
    public Observed<bool> IsEnabled => Runtime.Select(r => r is { IsEnabled: true });

    /// <summary>Whether it is mounted or reachable now.</summary>
    public Observed<bool> IsActive => Runtime.Select(r => r is { IsActive: true });

    /// <summary>Its size in bytes; known and null while it is not active, when Proxmox says 0.</summary>
    public Observed<long?> Total => Size(r => r.Total);

    /// <summary>Bytes in use; see <see cref="Total"/>.</summary>
    public Observed<long?> Used => Size(r => r.Used);

    /// <summary>Bytes that are left; see <see cref="Total"/>.</summary>
    public Observed<long?> Free => Size(r => r.Available);

    /// <summary>What lies under it.</summary>
    public StorageDisks Disks { get; }

    /// <summary>Whether it has room for what comes next.</summary>
    internal CycleSpace Space { get; }

    private Observed<long?> Size(Func<NodeStorage, long> size) => Runtime.Select(r => r is { IsActive: true } ? size(r) : (long?)null);
}
