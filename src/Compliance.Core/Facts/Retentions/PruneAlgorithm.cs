using System.Collections.Immutable;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>Which backups of one group (guest type and id, on one storage) pruning keeps: prune_mark_backup_group of PVE/Storage.pm.</summary>
public static class PruneAlgorithm
{
    private const int SmallGroup = 64;

    /// <summary>The marks, in the order of the backups given.</summary>
    /// <param name="backups">all backups of the group with a standard name, in any order</param>
    /// <param name="keep">the options of the job that prunes</param>
    /// <param name="zone">local zone of the node that prunes</param>
    public static ImmutableArray<PruneMark> Mark(IReadOnlyList<PruneCandidate> backups, KeepOptions keep, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(backups);
        ArgumentNullException.ThrowIfNull(keep);
        var clock = new ZoneClock(zone);
        var newestFirst = Enumerable.Range(0, backups.Count).OrderByDescending(i => backups[i].Time).ToArray();
        var periods = newestFirst.Select(i => PrunePeriods.Of(backups[i].Time, clock)).ToArray();
        var marks = newestFirst.Select(i => backups[i].IsProtected ? PruneMark.Protected : (PruneMark?)null).ToArray();
        Mark(periods, marks, keep, keep.IsKeepAll ? PruneMark.Keep : PruneMark.Remove);
        return InGivenOrder(newestFirst, marks);
    }

    /// <summary>
    /// Fills the marks that are null, with <paramref name="rest"/> what no option keeps. Both lists are in the same order,
    /// newest first.
    /// </summary>
    internal static void Mark(ReadOnlySpan<PrunePeriods> periods, Span<PruneMark?> marks, KeepOptions keep, PruneMark rest)
    {
        if (!keep.IsKeepAll)
        {
            ReadOnlySpan<int> counts = [keep.Last, keep.Hourly, keep.Daily, keep.Weekly, keep.Monthly, keep.Yearly];
            for (var kind = 0; kind < PrunePeriods.Kinds; kind++)
            {
                if (counts[kind] > 0)
                {
                    Grant(periods, marks, kind, counts[kind]);
                }
            }
        }

        foreach (ref var mark in marks)
        {
            mark ??= rest;
        }
    }

    /// <summary>The filled marks in the order the group was given in.</summary>
    /// <param name="newestFirst">the place in the given order of each, newest first</param>
    /// <param name="marks">newest first</param>
    internal static ImmutableArray<PruneMark> InGivenOrder(int[] newestFirst, PruneMark?[] marks)
    {
        var inGivenOrder = new PruneMark[marks.Length];
        for (var i = 0; i < marks.Length; i++)
        {
            inGivenOrder[newestFirst[i]] = marks[i]!.Value;
        }

        return [.. inGivenOrder];
    }

    /// <summary>
    /// Keeps the newest unmarked backup of each period that no kept backup stands for yet, until the count is reached. The
    /// others of the periods granted here are removed; those after the last granted period stay open for the next option.
    /// </summary>
    private static void Grant(ReadOnlySpan<PrunePeriods> periods, Span<PruneMark?> marks, int kind, int count)
    {
        var covered = new PeriodSet(stackalloc long[SmallGroup]);
        var granted = new PeriodSet(stackalloc long[SmallGroup]);
        for (var i = 0; i < periods.Length; i++)
        {
            if (marks[i] is PruneMark.Keep)
            {
                covered.Add(periods[i].At(kind));
            }
        }

        for (var i = 0; i < periods.Length; i++)
        {
            var period = periods[i].At(kind);
            if (marks[i] is not null || covered.Contains(period))
            {
                continue;
            }

            if (granted.Contains(period))
            {
                marks[i] = PruneMark.Remove;
                continue;
            }

            if (granted.Count >= count)
            {
                return;
            }

            granted.Add(period);
            marks[i] = PruneMark.Keep;
        }
    }
}
