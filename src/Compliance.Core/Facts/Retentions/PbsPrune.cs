using System.Collections.Immutable;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// Pruning on a Proxmox Backup Server: proxmox-backup, pbs-datastore/src/prune.rs. The same order and periods as in Proxmox
/// VE, by the local time of the backup server; unfinished snapshots are treated on their own.
/// </summary>
public static class PbsPrune
{
    /// <summary>
    /// The marks of one group, in the order given. Options without a positive value keep nothing here: the server does not
    /// come this far then, a prune job without options does nothing.
    /// </summary>
    public static ImmutableArray<PruneMark> Mark(IReadOnlyList<PbsSnapshot> snapshots, KeepOptions keep, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        ArgumentNullException.ThrowIfNull(keep);
        var clock = new ZoneClock(zone);
        var newestFirst = Enumerable.Range(0, snapshots.Count).OrderByDescending(i => snapshots[i].Time).ToArray();
        var periods = newestFirst.Select(i => PrunePeriods.Of(snapshots[i].Time, clock)).ToArray();
        var marks = new PruneMark?[newestFirst.Length];

        // The newest unfinished one may be in the making, unless something newer is finished.
        var isNewest = true;
        for (var i = 0; i < marks.Length; i++)
        {
            var snapshot = snapshots[newestFirst[i]];
            marks[i] = snapshot.IsProtected ? PruneMark.Protected
                : !snapshot.IsUnfinished ? null
                : isNewest ? PruneMark.KeepPartial : PruneMark.Remove;
            isNewest = false;
        }

        PruneAlgorithm.Mark(periods, marks, keep, PruneMark.Remove);
        return PruneAlgorithm.InGivenOrder(newestFirst, marks);
    }
}
