using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Facts.HostArchives;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Joins the archives that were found with the nodes they are of, and their places with the disks under them.</summary>
internal sealed class HostArchiveFactsBuilder(EstateSources sources, EstateLineages lineages, ImmutableArray<TierFacts> tiers, ImmutableArray<GuestFacts> guests, DateTimeOffset asOf)
{
    public HostArchiveFacts Of(NodeState node)
    {
        var tier = tiers.FirstOrDefault(one => !one.Declared.HostArchives.IsEmpty && one.Declared.Hosts.Any(host => Glob.IsMatch(node.Name, host.Value)));
        return new HostArchiveFacts(
            tier,
            NodeArchives.Of(node.Name, tier?.Declared.HostArchives ?? [], sources.Inventory.HostArchives, asOf),
            tier is null ? null : new RequiredPaths(tier.Declared, node.Name, sources.Inventory, guests),
            new LiveConfigurations(node.Name, sources.Inventory),
            place => IsApart(node, place),
            asOf);
    }

    /// <summary>A place on another machine, or on another disk than the node's root file system, where its configuration lies.</summary>
    private Observed<bool> IsApart(NodeState node, HostArchiveSource place) => place.Server is { } server
        ? IsApart(node, place, new Uri(server.Value).Host)
        : place.Storage is not { } id
        ? Observation.Unreadable<bool>(new Gap(place.Name, "the policy does not say which storage it lies on (storage:), so its disk is not known"))
        : sources.Storage(id.Value).Then(storage => storage is null
            ? Observation.Unreadable<bool>(new Gap("/storage", $"there is no storage '{id.Value}', which the policy names for {place.Name}"))
            : IsApart(node, storage));

    // As storages of type pbs are judged: another machine, unless its address says that it is this one.
    private static Observed<bool> IsApart(NodeState node, HostArchiveSource place, string host)
        => host == "localhost" || host.StartsWith("127.", StringComparison.Ordinal) || host == "[::1]" || string.Equals(host.Split('.')[0], node.Name, StringComparison.OrdinalIgnoreCase)
            ? Observation.Unreadable<bool>(new Gap(place.Name, $"by its address it runs on {node.Name} itself, and nothing here tells on which of its disks"))
            : Observation.Known(true);

    private Observed<bool> IsApart(NodeState node, StorageState storage)
    {
        // A storage of another node alone lies on that node's disks.
        var holder = storage.IsFor(node.Name) ? node : sources.Inventory.Nodes.Rows.FirstOrDefault(one => storage.IsFor(one.Name)) ?? node;
        var comparison = DiskLineage.Compare(lineages.Of(holder, storage), DiskLineage.ResolvePath(node, "/"));
        return comparison.Verdict == DiskComparisonVerdict.Unknown
            ? Observation.Unreadable<bool>(comparison.Gaps[0])
            : Observation.Known(comparison.Verdict == DiskComparisonVerdict.Separate);
    }
}
