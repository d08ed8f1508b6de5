namespace Compliance.Core.Facts.Schedules;

/// <summary>Measures the distances of firings that are handed to it in order.</summary>
internal struct GapMeter
{
    private long? previous;
    private long longest;
    private long shortest;

    public GapMeter() => shortest = long.MaxValue;

    public readonly long? Previous => previous;

    public readonly TimeSpan? Longest => longest > 0 ? TimeSpan.FromSeconds(longest) : null;

    public readonly TimeSpan? Shortest => longest > 0 ? TimeSpan.FromSeconds(shortest) : null;

    public int Count { get; private set; }

    /// <summary>A second firing at the same moment is the same moment: two jobs starting together are one point in time.</summary>
    public void Add(long firing)
    {
        if (firing == previous)
        {
            return;
        }

        AddGap(firing);
        previous = firing;
        Count++;
    }

    public void Add(FiringDay day)
    {
        AddGap(day.First);
        longest = Math.Max(longest, day.Pattern.LongestGap);
        shortest = Math.Min(shortest, day.Pattern.ShortestGap);
        previous = day.Last;
        Count += day.Pattern.Offsets.Length;
    }

    /// <summary>Takes the distance to a firing into account without counting the firing itself.</summary>
    public void AddGap(long next)
    {
        if (previous is { } last)
        {
            longest = Math.Max(longest, next - last);
            shortest = Math.Min(shortest, next - last);
        }
    }
}
