namespace Compliance.Core.Facts.Retentions;

/// <summary>Collects what a forecast reports, run by run.</summary>
internal sealed class ForecastMeter
{
    private int runs;
    private int fewest = int.MaxValue;
    private int most;
    private long shortestReach = long.MaxValue;
    private long longestReach;
    private long? previous;
    private long longestGap;

    public void Add(long firing, int kept, long reach)
    {
        runs++;
        fewest = Math.Min(fewest, kept);
        most = Math.Max(most, kept);
        shortestReach = Math.Min(shortestReach, reach);
        longestReach = Math.Max(longestReach, reach);
        longestGap = Math.Max(longestGap, firing - (previous ?? firing));
        previous = firing;
    }

    public RetentionForecast Result(bool growsForever, bool isCutShort) => new()
    {
        Runs = runs,
        FewestKept = runs == 0 ? 0 : fewest,
        MostKept = most,
        ShortestReach = runs == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(shortestReach),
        LongestReach = TimeSpan.FromSeconds(longestReach),
        NewestAtWorst = runs < 2 ? null : TimeSpan.FromSeconds(longestGap),
        GrowsForever = growsForever,
        IsCutShort = isCutShort,
    };
}
