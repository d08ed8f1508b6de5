using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Puts together what one node sees: its guests in groups, the storages they name, and what lies under those.</summary>
internal sealed class LineageNodeDraft(EstateLineages lineages, string node)
{
    private readonly GroundList grounds = new();

    public LineageNode Of(ImmutableArray<GuestFacts> guests)
    {
        var ways = guests.Select(guest => (Guest: guest, Ways: GuestWays.Of(guest))).ToList();
        var storages = ways.SelectMany(one => one.Ways.Ways)
            .GroupBy(way => way.Storage, StringComparer.Ordinal)
            .Select(uses => new StorageDraft(
                uses.Key,
                uses.Any(way => way.Use == LineageUse.Data),
                uses.Any(way => way.Use != LineageUse.Data),
                lineages.OfPlace(node, uses.Key)))
            .OrderBy(storage => storage.HoldsBackups)
            .ThenBy(storage => !storage.HoldsData)
            .ThenBy(storage => storage.Name, NaturalOrder.Comparer)
            .ToImmutableArray();
        foreach (var storage in storages)
        {
            grounds.Add(storage);
        }

        var sharings = Sharings(storages);
        foreach (var sharing in sharings.Where(sharing => sharing.Found.IsShared))
        {
            grounds.Share(storages[sharing.Found.Data], storages[sharing.Found.Backups], sharing.Disks);
        }

        var (sorted, places) = grounds.Sorted();
        return new LineageNode(
            node,
            Groups(ways, storages),
            [.. storages.Select(storage => storage.Of(places))],
            sorted,
            [.. sharings.Select(sharing => sharing.Found)]);
    }

    private static ImmutableArray<LineageGroup> Groups(List<(GuestFacts Guest, GuestWays Ways)> guests, ImmutableArray<StorageDraft> storages)
    {
        var places = storages.Select((storage, place) => (storage.Name, place)).ToDictionary(one => one.Name, one => one.place, StringComparer.Ordinal);
        return
        [
            .. guests.GroupBy(one => (one.Guest.TierLevel, one.Ways.Key))
                .OrderBy(group => group.Key.TierLevel ?? int.MaxValue)
                .Select(group => new LineageGroup(
                    [.. group.Select(one => new Subject(SubjectKind.Guest, one.Guest.Id, one.Guest.State.Name, one.Guest.TierLevel))],
                    group.Key.TierLevel,
                    [.. group.First().Ways.Ways.Select(way => new LineageWay(places[way.Storage], way.Use))],
                    group.First().Ways.Gaps)),
        ];
    }

    /// <summary>Every storage of guests against every one of backups: a disk under both loses both, whoever's they are.</summary>
    private static ImmutableArray<(LineageSharing Found, ImmutableArray<PhysicalDisk> Disks)> Sharings(ImmutableArray<StorageDraft> storages) =>
    [
        .. from data in Enumerable.Range(0, storages.Length)
           where storages[data].HoldsData
           from backups in Enumerable.Range(0, storages.Length)
           where storages[backups].HoldsBackups
           let found = Compare(storages[data], storages[backups])
           where found.Verdict != DiskComparisonVerdict.Separate
           select (new LineageSharing(data, backups, found.Verdict == DiskComparisonVerdict.Shared, found.Text, found.IsInferred, found.Gaps), found.Disks),
    ];

    private static DiskComparison Compare(StorageDraft one, StorageDraft other)
        => one == other ? DiskComparison.SameStorage
            : one.Lineage.Unreadable is { } gap ? DiskComparison.Unknown(gap)
            : other.Lineage.Unreadable is { } second ? DiskComparison.Unknown(second)
            : DiskLineage.Compare(one.Lineage.Value!, other.Lineage.Value!);
}
