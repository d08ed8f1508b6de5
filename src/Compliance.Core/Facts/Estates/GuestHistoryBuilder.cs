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

    // The listings this guest's backups would be on: the targets of the jobs that cover it and of its tier. Where one of these is not
    // known, every storage that is configured or was listed.
    private Gap? BlindSpotOf(GuestFacts guest)
    {
        var inventory = sources.Inventory;
        return guest.BackupTargets.Match(
            targets => Unlisted(targets, guest),
            _ => Unlisted(inventory.Storages.Rows.Select(storage => storage.Id).Union(inventory.Backups.Select(listing => listing.Storage)), guest)
                ?? inventory.Storages.Hidden);
    }

    private Gap? Unlisted(IEnumerable<string> storages, GuestFacts guest)
        => storages.Select(storage => sources.Unlisted(storage, guest.State.Node)).FirstOrDefault(gap => gap is not null);
}
