using System.Collections.Frozen;
using System.Collections.Immutable;
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

    /// <summary>
    /// Why restore points on a storage could not be seen from a node; null when they were listed, and when the storage is known not to
    /// take backups there. Every node lists the same of a shared one, so one listing that was read tells all.
    /// </summary>
    public Gap? Unlisted(string storage, string node)
    {
        var configured = Storage(storage);
        var isShared = configured is { IsKnown: true, Value: { IsShared: true } or { Type: "pbs" } };
        var listings = Inventory.Backups.Where(listing => listing.Storage == storage && (isShared || listing.Node == node)).ToList();
        if (listings.Count > 0)
        {
            return listings.Exists(listing => listing.Points.IsKnown) ? null : listings[0].Points.Unreadable;
        }

        return configured.Unreadable ?? (configured.Value?.TakesBackupsOn(node) != true
            ? null
            : new Gap($"/nodes/{node}/storage/{storage}/prunebackups", Node(node) is { IsKnown: true, Value.IsOnline: false } ? "the node is offline" : "not collected"));
    }

    /// <summary>
    /// What runs on this node inherit whatever their target is: of vzdump.conf only the retention depends on the storage asked for
    /// (pve-manager <c>API2/VZDump.pm:defaults</c>), so any answer will do for all else.
    /// </summary>
    public Observed<VzdumpSettings> VzdumpConf(string node)
        => Defaults(node).Then(defaults => (defaults.FirstOrDefault(d => d.Settings.IsKnown) ?? defaults[0]).Settings)
            .Select(settings => settings with { Storage = null, DumpDir = null });

    /// <summary>What a job falls back to that names no target: a storage, or a directory.</summary>
    public Observed<VzdumpSettings> Fallback(string node)
        => Defaults(node).Then(defaults => defaults.FirstOrDefault(d => d.Storage is null)?.Settings
            ?? Observation.Unreadable<VzdumpSettings>(new Gap(DefaultsOf(node), "not collected: no job asked for it")));

    /// <summary>The retention of vzdump.conf, null for none: an answer tells it whose storage has none of its own to show in its place.</summary>
    public Observed<string?> VzdumpConfRetention(string node) => Defaults(node).Then(defaults =>
    {
        var gap = new Gap(DefaultsOf(node), "not told: each storage that was asked for has a retention of its own");
        foreach (var entry in defaults)
        {
            var retention = entry.Settings.Then(settings => (settings.Storage is { } id ? Storage(id) : Observation.Known<StorageState?>(null))
                .Then(storage => storage?.PruneBackups is null ? Observation.Known(settings.PruneBackups) : Observation.Unreadable<string?>(gap)));
            if (retention.IsKnown)
            {
                return retention;
            }

            gap = entry.Settings.Unreadable ?? gap;
        }

        return Observation.Unreadable<string?>(gap);
    });

    private static string DefaultsOf(string node) => $"/nodes/{node}/vzdump/defaults";

    /// <summary>At least one answer, or why there is none.</summary>
    private Observed<ImmutableArray<VzdumpDefaults>> Defaults(string node)
    {
        if (!nodes.TryGetValue(node, out var state))
        {
            return Observation.Unreadable<ImmutableArray<VzdumpDefaults>>(hiddenNodes ?? new Gap($"/nodes/{node}", "the cluster has no such node"));
        }

        return !state.Defaults.IsEmpty ? Observation.Known(state.Defaults) : Observation.Unreadable<ImmutableArray<VzdumpDefaults>>(
            state.Storages.Hidden ?? new Gap(DefaultsOf(node), state.IsOnline ? "not collected: the node has no storage for backups" : "the node is offline"));
    }

    /// <summary>
    /// Why every run to this target fails on this node before the first guest; null when nothing in the configuration makes it
    /// fail. A storage that is merely not active at this moment is another matter, and another rule's.
    /// </summary>
    /// <param name="id">the target: a storage, or a directory, of which no configuration tells a fault</param>
    /// <param name="node">where the run is</param>
    public Observed<string?> TargetFault(string id, string node)
        => id.StartsWith('/') ? Observation.Known<string?>(null) : Storage(id).Select(storage => storage switch
        {
            null => $"its target storage \"{id}\" does not exist",
            { IsDisabled: true } => $"its target storage \"{id}\" is disabled",
            _ when !storage.IsFor(node) => $"its target storage \"{id}\" is not available on {node}",
            _ when !storage.Content.Contains("backup", StringComparer.Ordinal) => $"its target storage \"{id}\" does not take backups",
            _ => null,
        });
}
