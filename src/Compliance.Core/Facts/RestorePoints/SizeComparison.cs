namespace Compliance.Core.Facts.RestorePoints;

/// <summary>
/// Compares a size with a guest's own history: by the median and the median absolute deviation, which one odd backup in the
/// history does not move, as it would a mean.
/// </summary>
public static class SizeComparison
{
    /// <summary>Fewer sizes than these have no spread worth the name.</summary>
    public const int Fewest = 5;

    /// <summary>The median absolute deviation times this estimates a standard deviation, if sizes are spread normally.</summary>
    private const double NormalSpread = 1.4826;

    /// <summary>Deviations that are still usual (Iglewicz and Hoaglin).</summary>
    private const double Usual = 3.5;

    /// <summary>A guest that hardly changes has next to no spread: less than this part of the median is never odd.</summary>
    private const double Least = 0.25;

    /// <summary>However much sizes vary: less than what this leaves of the median is never usual.</summary>
    private const double Most = 0.9;

    /// <summary>Proxmox Backup Server gives 1 for a snapshot that is unfinished or damaged (pve-storage <c>PBSPlugin.pm</c>).</summary>
    private const long Nothing = 1;

    /// <summary>Whether a size is that of nothing at all.</summary>
    public static bool IsEmpty(long size) => size <= Nothing;

    /// <param name="size">in bytes, of the newest</param>
    /// <param name="earlier">in bytes, of those before it, in any order; empty ones do not count</param>
    public static SizeVerdict Of(long size, IEnumerable<long> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var history = earlier.Where(bytes => !IsEmpty(bytes)).Select(bytes => (double)bytes).ToArray();
        if (IsEmpty(size))
        {
            return SizeVerdict.Empty;
        }

        if (history.Length < Fewest)
        {
            return SizeVerdict.TooFew;
        }

        var median = Median(history);
        var spread = NormalSpread * Median([.. history.Select(bytes => Math.Abs(bytes - median))]);
        var allowed = Math.Max(Usual * spread, Least * median);
        return size < median - Math.Min(allowed, Most * median) ? SizeVerdict.Shrunken
            : size > median + allowed ? SizeVerdict.Grown
            : SizeVerdict.Normal;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
