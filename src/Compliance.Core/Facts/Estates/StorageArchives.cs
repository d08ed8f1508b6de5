using System.Collections.Immutable;
using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What lies on a backup storage that no job made for a guest of this cluster.</summary>
internal sealed class StorageArchives(EstateSources sources, string storage)
{
    /// <summary>
    /// Archives of guests that do not exist any more, which no run prunes. Unreadable while guests may be hidden: an unseen guest
    /// is not a removed one.
    /// </summary>
    public Observed<ImmutableArray<string>> Orphans()
        => sources.Inventory.Guests.Hidden is { } hidden
            ? Observation.Unreadable<ImmutableArray<string>>(hidden)
            : Names(p => IsStandard(p) && p.VmId is { } id && !sources.Inventory.Guests.Rows.Any(g => g.VmId == id));

    /// <summary>Archives with a name that vzdump does not give: no run prunes them, and they prove none.</summary>
    public Observed<ImmutableArray<string>> Renamed() => Names(p => !IsStandard(p));

    private static bool IsStandard(RestorePoint point)
        => !point.IsRenamed && ArchiveName.Parse(point.VolumeId, TimeZoneInfo.Utc) is { IsStandard: true };

    private Observed<ImmutableArray<string>> Names(Func<RestorePoint, bool> isMeant) => sources.Storage(storage).Then(state =>
    {
        var listings = sources.Inventory.Backups.Where(b => b.Storage == storage).ToList();
        var unseen = listings.Select(b => b.Points.Unreadable).FirstOrDefault(gap => gap is not null)
            ?? (listings.Count == 0 && state is { IsDisabled: false } && state.Content.Contains("backup", StringComparer.Ordinal)
                ? new Gap($"/nodes/N/storage/{storage}/prunebackups", "not collected")
                : null);
        var names = listings.Where(b => b.Points.IsKnown).SelectMany(b => b.Points.Value).Where(isMeant)
            .Select(p => p.VolumeId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return Observation.Found(names, unseen);
    });
}
