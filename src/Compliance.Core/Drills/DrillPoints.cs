using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Model;

namespace Compliance.Core.Drills;

/// <summary>Which restore point of a guest to test: the newest sound one on the tier's target, because that is the one somebody will need.</summary>
internal static class DrillPoints
{
    /// <param name="guest">one whose tier is known</param>
    /// <returns>null when no restore point is seen that is not known to be damaged</returns>
    public static DrillPoint? Best(GuestFacts guest)
    {
        var target = guest.Tier.Value!.Target.Value;
        var points = guest.History.Points;
        var judged = points.Select((point, at) => (Point: point, Sound: Soundness(guest, at))).Where(one => one.Sound is not { IsKnown: true, Value: false }).ToList();
        if (judged.Count == 0)
        {
            return null;
        }

        var there = judged.Find(one => one.Point.StorageId == target);
        var (chosen, sound) = there.Point is not null ? there : judged[0];
        var where = there.Point is not null ? $"on {target}" : $"of all, because none is on {target}, the target of its tier";
        var newer = points.TakeWhile(point => point != chosen).Count(point => there.Point is null || point.StorageId == target);
        var rank = newer == 0 ? $"the newest {where}" : $"the newest {where} that is not known to be damaged, {newer} newer passed over";
        return new DrillPoint(
            chosen,
            rank + sound.Match(_ => ", whole as far as anything but a restore can tell", gap => $"; whether it is whole could not be told: {gap}")
                + (guest.History.Count.Unreadable is { } blind ? $"; a newer one may be hidden: {blind}" : ""),
            !sound.IsKnown);
    }

    // The facts judge the newest; an older one tells by its verification, and by its size against those before it.
    private static Observed<bool> Soundness(GuestFacts guest, int at)
    {
        var point = guest.History.Points[at];
        if (at == 0 && guest.NewestIsSound.IsKnown)
        {
            return guest.NewestIsSound;
        }

        if (point.Pbs is { Verification: "failed" })
        {
            return Observation.Known(false);
        }

        var bySize = point.Size.Select(size => SizeComparison.Of(
            size, guest.History.AlikeBefore(at).Where(before => before.Size.IsKnown).Select(before => before.Size.Value))
            is not (SizeVerdict.Empty or SizeVerdict.Shrunken));
        return at == 0 && !bySize.IsKnown ? guest.NewestIsSound : bySize;
    }
}
