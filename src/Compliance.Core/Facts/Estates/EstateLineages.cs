using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The disks under storages and under volumes of guests; each storage of a node is traced once.</summary>
internal sealed class EstateLineages(EstateSources sources)
{
    private readonly Dictionary<(string Node, string Storage), Lineage> traced = [];

    public Lineage Of(NodeState node, StorageState storage)
    {
        if (!traced.TryGetValue((node.Name, storage.Id), out var lineage))
        {
            lineage = DiskLineage.Resolve(node, storage);
            traced.Add((node.Name, storage.Id), lineage);
        }

        return lineage;
    }

    /// <summary>A volume lies where its storage lies; a path of the node's own, or a device, is traced for itself. Unreadable with the node or the storage.</summary>
    public Observed<Lineage> OfVolume(string nodeName, string volumeId) => OnNode(nodeName, node => VolumeName.Parse(volumeId) is { Storage: var id }
        ? OfStorage(node, id)
        : Observation.Known(DiskLineage.ResolvePath(node, volumeId)));

    /// <summary>What lies under a storage, or under a path of the node that no storage is configured for. Unreadable as <see cref="OfVolume"/>.</summary>
    /// <param name="name">an id, or a path, which begins with a slash</param>
    public Observed<Lineage> OfPlace(string nodeName, string name) => OnNode(nodeName, node => name.StartsWith('/')
        ? Observation.Known(DiskLineage.ResolvePath(node, name))
        : OfStorage(node, name));

    private Observed<Lineage> OnNode(string name, Func<NodeState, Observed<Lineage>> trace) => sources.Node(name).Then(node => node is null
        ? Observation.Unreadable<Lineage>(new Gap($"/nodes/{name}", "the cluster has no such node"))
        : trace(node));

    private Observed<Lineage> OfStorage(NodeState node, string id) => sources.Storage(id).Then(storage => storage is null
        ? Observation.Unreadable<Lineage>(new Gap("/storage", $"there is no storage '{id}'"))
        : Observation.Known(Of(node, storage)));

    /// <summary>
    /// Those of the others that use one of the same disks, each with that disk. One is proof, whatever else could not be seen; none is
    /// proof only when all was seen.
    /// </summary>
    public static Observed<ImmutableArray<string>> Sharing(Lineage one, IEnumerable<Lineage> others)
    {
        var shared = ImmutableArray.CreateBuilder<string>();
        Gap? unknown = null;
        foreach (var other in others)
        {
            var comparison = DiskLineage.Compare(one, other);
            if (comparison.Verdict == DiskComparisonVerdict.Shared)
            {
                shared.Add($"{other.Storage.Id} ({comparison.Text})");
            }

            unknown ??= comparison.Verdict == DiskComparisonVerdict.Unknown ? comparison.Gaps[0] : null;
        }

        return Observation.Found(shared.ToImmutable(), unknown);
    }
}
