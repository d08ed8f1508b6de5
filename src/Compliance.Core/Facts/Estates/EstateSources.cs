using System.Collections.Frozen;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The inventory, indexed: every look-up says either what is there or why nobody could see it.</summary>
internal sealed class EstateSources
{
    private readonly FrozenDictionary<string, NodeState> nodes;
    private readonly FrozenDictionary<string, StorageState> storages;
    private readonly Gap? hiddenNodes;
    private readonly Gap? hiddenStorages;

    public EstateSources(Inventory inventory)
    {
        Inventory = inventory;
        nodes = inventory.Nodes.Rows.ToFrozenDictionary(n => n.Name, StringComparer.Ordinal);
        storages = inventory.Storages.Rows.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
        hiddenNodes = inventory.Nodes.Hidden;
        hiddenStorages = inventory.Storages.Hidden;
        Zones = new NodeZones(inventory);
        Deliveries = new DeliveryPlan(inventory.Matchers, inventory.Targets, inventory.Users);
    }

    public Inventory Inventory { get; }

    public NodeZones Zones { get; }

    public DeliveryPlan Deliveries { get; }

    /// <summary>The node; known and null when the cluster has none of that name.</summary>
    public Observed<NodeState?> Node(string name)
        => nodes.TryGetValue(name, out var node) ? Observation.Known<NodeState?>(node)
            : hiddenNodes is null ? Observation.Known<NodeState?>(null)
            : Observation.Unreadable<NodeState?>(hiddenNodes);

    /// <summary>The storage's configuration; known and null when there is none of that id.</summary>
    public Observed<StorageState?> Storage(string id)
        => storages.TryGetValue(id, out var storage) ? Observation.Known<StorageState?>(storage)
            : hiddenStorages is null ? Observation.Known<StorageState?>(null)
            : Observation.Unreadable<StorageState?>(hiddenStorages);

    /// <summary>The storage as one node sees it now; known and null when that node does not have it.</summary>
    public Observed<NodeStorage?> StorageOn(string node, string id)
        => Node(node).Then(state =>
        {
            if (state is null)
            {
                return Observation.Known<NodeStorage?>(null);
            }

            var row = state.Storages.Rows.FirstOrDefault(s => s.Id == id);
            return row is null && state.Storages.Hidden is { } gap
                ? Observation.Unreadable<NodeStorage?>(gap)
                : Observation.Known(row);
        });

    /// <summary>What a job on this node inherits for this target.</summary>
    public Observed<VzdumpSettings> DefaultsOf(string node, string? storage)
    {
        if (!nodes.TryGetValue(node, out var state))
        {
            return Observation.Unreadable<VzdumpSettings>(hiddenNodes ?? new Gap($"/nodes/{node}", "the cluster has no such node"));
        }

        foreach (var defaults in state.Defaults)
        {
            if (string.Equals(defaults.Storage, storage, StringComparison.Ordinal))
            {
                return defaults.Settings;
            }
        }

        var query = storage is null ? string.Empty : $"?storage={storage}";
        return Observation.Unreadable<VzdumpSettings>(state.IsOnline
            ? new Gap($"/nodes/{node}/vzdump/defaults{query}", "not collected: no such backup storage on this node")
            : new Gap($"/nodes/{node}/vzdump/defaults{query}", "the node is offline"));
    }

    /// <summary>
    /// What runs on this node inherit whatever their target is: of vzdump.conf only the retention depends on the storage asked for
    /// (pve-manager <c>API2/VZDump.pm:defaults</c>), so any answer will do for all else.
    /// </summary>
    public Observed<VzdumpSettings> DefaultsOf(string node)
    {
        if (!nodes.TryGetValue(node, out var state) || state.Defaults.IsEmpty)
        {
            return DefaultsOf(node, storage: null);
        }

        return (state.Defaults.FirstOrDefault(d => d.Settings.IsKnown) ?? state.Defaults[0]).Settings;
    }

    /// <summary>
    /// Why every run to this target fails on this node before the first guest; null when nothing in the configuration makes it
    /// fail. A storage that is merely not active at this moment is another matter, and another rule's.
    /// </summary>
    public Observed<string?> TargetFault(string id, string node)
        => Storage(id).Select(storage => storage switch
        {
            null => $"its target storage \"{id}\" does not exist",
            { IsDisabled: true } => $"its target storage \"{id}\" is disabled",
            { Nodes: { } limited } when !limited.Contains(node, StringComparer.Ordinal) => $"its target storage \"{id}\" is not available on {node}",
            _ when !storage.Content.Contains("backup", StringComparer.Ordinal) => $"its target storage \"{id}\" does not take backups",
            _ => null,
        });
}
