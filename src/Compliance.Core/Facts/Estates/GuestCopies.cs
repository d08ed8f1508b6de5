using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Where a guest's restore points lie, and who could take the newest away.</summary>
internal sealed class GuestCopies(EstateSources sources, EstateLineages lineages, StorageAccess access, Policy policy, GuestFacts guest)
{
    /// <summary>
    /// Storages on another machine that hold a restore point of the guest. One is proof; that there is none is proved only when every
    /// storage for backups that its node has was traced and listed.
    /// </summary>
    public Observed<ImmutableArray<string>> OffHost => sources.Node(guest.State.Node).Then(node =>
    {
        if (node is null)
        {
            return Observation.Unreadable<ImmutableArray<string>>(new Gap($"/nodes/{guest.State.Node}", "the cluster has no such node"));
        }

        var holding = guest.History.Points.Select(point => point.StorageId).ToHashSet(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<string>();
        var unknown = sources.Inventory.Storages.Hidden ?? (holding.Count > 0 ? guest.CreatedAt.Unreadable : null);
        foreach (var storage in sources.Inventory.Storages.Rows.Where(storage => storage.TakesBackupsOn(node.Name)))
        {
            var lineage = lineages.Of(node, storage);
            if (lineage.Verdict is LineageVerdict.Proved or LineageVerdict.Inferred)
            {
                continue;
            }

            if (holding.Contains(storage.Id) && lineage.Verdict == LineageVerdict.Remote)
            {
                found.Add(storage.Id);
            }

            unknown ??= holding.Contains(storage.Id) ? lineage.Gaps.FirstOrDefault() : sources.Unlisted(storage.Id, node.Name);
        }

        // A predecessor's archives would be no copy of this guest.
        return guest.CreatedAt.Unreadable is null && found.Count > 0 || unknown is null
            ? Observation.Known<ImmutableArray<string>>([.. found.Order(StringComparer.Ordinal)])
            : Observation.Unreadable<ImmutableArray<string>>(unknown);
    });

    /// <summary>
    /// Users besides root@pam, and besides those whom the policy lets at the storage, who could delete the newest restore point, or
    /// take its protection away and then delete it. Empty when there is none.
    /// </summary>
    public Observed<ImmutableArray<string>> NewestRemovers => guest.History.NewestPoint.Then(newest => newest is null
        ? Observation.Known(ImmutableArray<string>.Empty)
        : access.Removers(newest.StorageId).Select(removers => access.NotNamed(removers, Allowed(newest.StorageId))));

    private ImmutableArray<string> Allowed(string storage)
        => [.. policy.Storages.Where(demand => demand.Id.Value == storage).SelectMany(demand => demand.Access ?? []).Select(named => named.Value)];
}
