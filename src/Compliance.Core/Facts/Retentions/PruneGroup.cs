using System.Runtime.InteropServices;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>The backups of one guest on one storage while runs are simulated. Added in order of time.</summary>
internal sealed class PruneGroup(TimeZoneInfo zone)
{
    private readonly ZoneClock clock = new(zone);
    private readonly List<PrunePeriods> oldestFirst = [];

    public int Count => oldestFirst.Count;

    public long Oldest => oldestFirst[0].Second;

    public IEnumerable<long> OldestFirst() => oldestFirst.Select(b => b.Second);

    public void Add(long epoch) => oldestFirst.Add(PrunePeriods.Of(DateTimeOffset.FromUnixTimeSeconds(epoch), clock));

    public void Prune(KeepOptions keep)
    {
        if (keep.IsKeepAll)
        {
            return;
        }

        var newestFirst = oldestFirst.ToArray();
        Array.Reverse(newestFirst);
        var marks = new PruneMark?[newestFirst.Length];
        PruneAlgorithm.Mark(newestFirst, marks, keep);
        var kept = 0;
        var all = CollectionsMarshal.AsSpan(oldestFirst);
        for (var i = 0; i < all.Length; i++)
        {
            if (marks[^(i + 1)] is PruneMark.Keep)
            {
                all[kept++] = all[i];
            }
        }

        oldestFirst.RemoveRange(kept, oldestFirst.Count - kept);
    }
}
