using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>The backups of one guest on one storage while runs are simulated. Added in order of time.</summary>
internal sealed class PruneGroup(TimeZoneInfo zone)
{
    private const int FirstCapacity = 32;

    private readonly ZoneClock clock = new(zone);

    // Oldest at the end of the array, so that the part in use is newest first and a new backup goes in front of it.
    private PrunePeriods[] backups = new PrunePeriods[FirstCapacity];
    private PruneMark?[] marks = new PruneMark?[FirstCapacity];
    private int start = FirstCapacity;

    public int Count => backups.Length - start;

    public long Oldest => backups[^1].Second;

    public IEnumerable<long> OldestFirst() => backups.Skip(start).Reverse().Select(b => b.Second);

    public void Add(long epoch)
    {
        if (start == 0)
        {
            Grow();
        }

        backups[--start] = PrunePeriods.Of(DateTimeOffset.FromUnixTimeSeconds(epoch), clock);
    }

    public void Prune(KeepOptions keep)
    {
        if (keep.IsKeepAll)
        {
            return;
        }

        Array.Clear(marks);
        PruneAlgorithm.Mark(backups.AsSpan(start), marks.AsSpan(start), keep, PruneMark.Remove);
        var kept = backups.Length;
        for (var i = backups.Length - 1; i >= start; i--)
        {
            if (marks[i] is PruneMark.Keep)
            {
                backups[--kept] = backups[i];
            }
        }

        start = kept;
    }

    private void Grow()
    {
        var larger = new PrunePeriods[backups.Length * 2];
        backups.CopyTo(larger, backups.Length);
        start = backups.Length;
        backups = larger;
        marks = new PruneMark?[larger.Length];
    }
}
