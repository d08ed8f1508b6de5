using System.Collections.Immutable;
using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Sorts all restore points by the guest they belong to.</summary>
internal sealed class GuestHistoryBuilder
{
    private readonly EstateSources sources;
    private readonly ILookup<(string Type, int VmId), RestorePoint> points;

    public GuestHistoryBuilder(EstateSources sources)
    {
        this.sources = sources;
        points = sources.Inventory.Backups
            .Where(b => b.Points.IsKnown)
            .SelectMany(b => b.Points.Value)
            .Where(p => p.VmId is not null && !p.IsRenamed && IsStandard(p))
            .ToLookup(p => (p.Type, p.VmId!.Value));
    }

    public GuestHistory Build(GuestFacts guest)
    {
        var own = points[(guest.State.Type, guest.State.VmId)]
            .Where(p => guest.CreatedAt is not { IsKnown: true, Value: { } created } || p.CreatedAt >= created)
            .OrderByDescending(p => p.CreatedAt)
            .ThenBy(p => p.VolumeId, StringComparer.Ordinal)
            .ToImmutableArray();

        // Where nobody could read when the guest was made, they may all be those of a predecessor with its number.
        return new GuestHistory(own, BlindSpotOf(guest) ?? (own.IsEmpty ? null : guest.CreatedAt.Unreadable));
    }

    private static bool IsStandard(RestorePoint point)
        => ArchiveName.Parse(point.VolumeId, TimeZoneInfo.Utc) is { IsStandard: true };

    // The listings this guest's backups would be on: the targets of the jobs that cover it and of its tier, on its node. Where
    // one of these is not known, every backup storage its node has.
    private Gap? BlindSpotOf(GuestFacts guest)
    {
        var targets = guest.BackupTargets.Match<ImmutableArray<string>?>(known => known, _ => null);
        foreach (var listing in sources.Inventory.Backups)
        {
            var isShared = sources.Storage(listing.Storage) is { IsKnown: true, Value.IsShared: true };
            if ((isShared || listing.Node == guest.State.Node) && targets?.Contains(listing.Storage, StringComparer.Ordinal) != false && listing.Points.Unreadable is { } gap)
            {
                return gap;
            }
        }

        var wanted = targets ?? sources.Inventory.Storages.Rows.Select(storage => storage.Id);
        return wanted.Select(storage => NotListed(storage, guest.State.Node)).FirstOrDefault(gap => gap is not null)
            ?? (targets is null ? sources.Inventory.Storages.Hidden : null);
    }

    // A target that was never listed hides restore points, unless it is known not to exist.
    private Gap? NotListed(string storage, string node)
    {
        if (sources.Inventory.Backups.Any(b => b.Storage == storage))
        {
            var isShared = sources.Storage(storage) is { IsKnown: true, Value.IsShared: true };
            if (isShared || sources.Inventory.Backups.Any(b => b.Storage == storage && b.Node == node))
            {
                return null;
            }
        }

        var state = sources.Storage(storage);
        if (state.Unreadable is { } gap)
        {
            return gap;
        }

        return state.Value is { } configured && configured.TakesBackupsOn(node)
            ? new Gap($"/nodes/{node}/storage/{storage}/prunebackups", sources.Node(node) is { IsKnown: true, Value.IsOnline: false } ? "the node is offline" : "not collected")
            : null;
    }
}
