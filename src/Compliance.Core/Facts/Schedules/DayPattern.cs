using System.Collections.Immutable;

namespace Compliance.Core.Facts.Schedules;

/// <summary>The firings of one day from its first on, in seconds from a common start, ascending and never empty.</summary>
internal sealed class DayPattern
{
    public DayPattern(ImmutableArray<int> offsets)
    {
        Offsets = offsets;
        ShortestGap = int.MaxValue;
        for (var i = 1; i < offsets.Length; i++)
        {
            var gap = offsets[i] - offsets[i - 1];
            ShortestGap = Math.Min(ShortestGap, gap);
            LongestGap = Math.Max(LongestGap, gap);
        }
    }

    public ImmutableArray<int> Offsets { get; }

    /// <summary>Seconds; 0 for a single firing.</summary>
    public int LongestGap { get; }

    /// <summary>Seconds; <see cref="int.MaxValue"/> for a single firing.</summary>
    public int ShortestGap { get; }
}
