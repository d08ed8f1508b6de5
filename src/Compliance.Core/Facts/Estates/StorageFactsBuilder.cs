using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The storages the policy speaks of, and what lies under them on each node that needs them.</summary>
internal sealed class StorageFactsBuilder(EstateSources sources, EstateLineages lineages, StorageAccess access, Policy policy)
{
    public ImmutableArray<StorageFacts> Declared()
        => [.. policy.Storages.Select(Declared)];

    private StorageFacts Declared(StorageDemand demand)
    {
        var archives = new StorageArchives(sources, demand.Id.Value);
        return new StorageFacts(demand, sources.Storage(demand.Id.Value), Enclosing(demand.Id.Value), access)
        {
            OrphanedBackups = archives.Orphans(),
            RenamedBackups = archives.Renamed(),
        };
    }

    /// <summary>One entry for each node that has a guest which must be backed up to the storage; PBS and other remote ones too.</summary>
    public ImmutableArray<NodeStorageFacts> OnNodes(
        ImmutableArray<StorageFacts> storages, ImmutableArray<NodeFacts> nodes, ImmutableArray<GuestFacts> guests)
    {
        var found = ImmutableArray.CreateBuilder<NodeStorageFacts>();
        foreach (var storage in storages)
        {
            var isShared = storage.State.Match(state => state is { IsShared: true }, _ => false);
            foreach (var node in nodes.Where(n => guests.Any(g => Needs(g, n, storage))))
            {
                ImmutableArray<GuestFacts> saved = [.. guests.Where(g => isShared ? nodes.Any(n => Needs(g, n, storage)) : Needs(g, node, storage))];
                found.Add(new NodeStorageFacts(storage, node, sources.StorageOn(node.State.Name, storage.Id), DisksOf(storage, node), saved));
            }
        }

        return found.ToImmutable();
    }

    // A guest whose tier nobody could see may need it: better judged once too often.
    private static bool Needs(GuestFacts guest, NodeFacts node, StorageFacts storage)
        => guest.State.Node == node.State.Name
            && (!guest.Tier.IsKnown || (guest.Tier.Value is { IsScheduled: true } tier && tier.Target.Value == storage.Id));

    private Observed<ImmutableArray<string>> Enclosing(string id) => sources.Storage(id).Then(state =>
    {
        if (state is null)
        {
            return Observation.Known(ImmutableArray<string>.Empty);
        }

        var others = sources.Inventory.Storages;
        return others.Hidden is { } gap
            ? Observation.Unreadable<ImmutableArray<string>>(gap)
            : Observation.Known(StorageEnclosure.Of(state, others.Rows));
    });

    private StorageDisks DisksOf(StorageFacts storage, NodeFacts node)
        => storage.State.Match(
            state => state is null ? NoDisks : StorageDisksOf(state, node.State),
            Unseen);

    private StorageDisks StorageDisksOf(StorageState storage, NodeState node)
    {
        // Even where the disks cannot be told, two storages can be known to share them: one path, one pool, one volume group.
        var lineage = lineages.Of(node, storage);
        var shared = SharedWith(storage, node, lineage);
        return lineage.Verdict switch
        {
            LineageVerdict.Unknown => Unseen(lineage.Gaps[0]) with { SharedWith = shared },
            LineageVerdict.Remote => NoDisks with { MountPoint = Observation.Known(lineage.MountPoint), SharedWith = shared, Proof = lineage.Proof, Verdict = Observation.Known<string?>("remote") },
            _ => new StorageDisks
            {
                Filesystem = Observation.Known(lineage.Filesystem),
                MountPoint = Observation.Known(lineage.MountPoint),
                Disks = Observation.Known(lineage.Disks.Select(d => d.ToString()).ToImmutableArray()),
                SharedWith = shared,
                OtherUses = DiskLineage.OtherUses(node, lineage),
                Proof = lineage.Proof,
                Verdict = Observation.Known<string?>(lineage.Verdict == LineageVerdict.Proved ? "proved" : "inferred"),
            },
        };
    }

    /// <summary>Every enabled storage for guest disks on the node that uses one of the same disks.</summary>
    private Observed<ImmutableArray<string>> SharedWith(StorageState storage, NodeState node, Lineage lineage)
    {
        if (sources.Inventory.Storages.Hidden is { } hidden)
        {
            return Observation.Unreadable<ImmutableArray<string>>(hidden);
        }

        return EstateLineages.Sharing(lineage, sources.Inventory.Storages.Rows.Where(s => HoldsGuests(s, node)).Select(s => lineages.Of(node, s)));
    }

    private static bool HoldsGuests(StorageState storage, NodeState node)
        => !storage.IsDisabled
            && storage.IsFor(node.Name)
            && (storage.Content.Contains("images", StringComparer.Ordinal) || storage.Content.Contains("rootdir", StringComparer.Ordinal));

    private static StorageDisks Unseen(Gap gap) => new()
    {
        Filesystem = Observation.Unreadable<string?>(gap),
        MountPoint = Observation.Unreadable<string?>(gap),
        Disks = Observation.Unreadable<ImmutableArray<string>>(gap),
        SharedWith = Observation.Unreadable<ImmutableArray<string>>(gap),
        OtherUses = Observation.Unreadable<ImmutableArray<string>>(gap),
        Proof = string.Empty,
        Verdict = Observation.Unreadable<string?>(gap),
    };

    private static StorageDisks NoDisks { get; } = new()
    {
        Filesystem = Observation.Known<string?>(null),
        MountPoint = Observation.Known<string?>(null),
        Disks = Observation.Known(ImmutableArray<string>.Empty),
        SharedWith = Observation.Known(ImmutableArray<string>.Empty),
        OtherUses = Observation.Known(ImmutableArray<string>.Empty),
        Proof = string.Empty,
        Verdict = Observation.Known<string?>(null),
    };
}
