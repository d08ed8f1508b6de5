using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>What a guest has on which storage, and what of that nobody could see.</summary>
internal sealed record GuestWays(ImmutableArray<(string Storage, LineageUse Use)> Ways, ImmutableArray<Gap> Gaps)
{
    /// <summary>The same for guests that one box of the picture can stand for.</summary>
    public string Key => string.Join('\n', Ways.Select(way => $"{way.Use} {way.Storage}").Concat(Gaps.Select(gap => gap.ToString())));

    public static GuestWays Of(GuestFacts guest)
    {
        var volumes = guest.Volumes;
        var targets = guest.Cover.Jobs.Then(GuestCover.TargetsOf);
        var tier = guest.Tier;
        var written = targets.IsKnown ? targets.Value : [];

        // Without the jobs nobody can say that none writes where the policy wants it.
        var wanted = targets.IsKnown && tier is { IsKnown: true, Value: { IsScheduled: true } known } && !written.Contains(known.Target.Value, StringComparer.Ordinal)
            ? known.Target.Value
            : null;
        return new GuestWays(
            [
                .. Sorted(volumes.IsKnown ? volumes.Value.Where(volume => volume.HoldsData).Select(PlaceOf) : [], LineageUse.Data),
                .. Sorted(written, LineageUse.Backups),
                .. Sorted(wanted is null ? [] : [wanted], LineageUse.Wanted),
            ],
            [.. new[] { volumes.Unreadable, targets.Unreadable, tier.Unreadable }.OfType<Gap>().Distinct()]);
    }

    private static string PlaceOf(VolumeFacts volume) => VolumeName.Parse(volume.VolumeId)?.Storage ?? volume.VolumeId;

    private static IEnumerable<(string Storage, LineageUse Use)> Sorted(IEnumerable<string> storages, LineageUse use)
        => storages.Distinct(StringComparer.Ordinal).Order(NaturalOrder.Comparer).Select(storage => (storage, use));
}
