namespace Compliance.Cel.Checking;

/// <summary>What somebody probably meant: the nearest names by edits (insert, delete, replace, swap).</summary>
internal static class Spelling
{
    private const int Shown = 6;

    /// <summary>The nearest candidate within a third of the length, or null. The first of equals wins.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates) => candidates
        .Select(candidate => (candidate, distance: Distance(written, candidate)))
        .Where(pair => pair.distance <= Math.Max(1, Math.Max(written.Length, pair.candidate.Length) / 3))
        .OrderBy(pair => pair.distance)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary>The nearest candidate, and whether it is the one that was surely meant.</summary>
    public static Suggestion? Suggest(string written, IReadOnlyCollection<string> candidates)
        => Nearest(written, candidates) is { } nearest ? new Suggestion(nearest, Slip.Of(written, candidates) == nearest) : null;

    /// <summary>The end of a message about an unknown name: a few candidates when none is near, nothing when the suggestion says it.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> candidates) =>
        Nearest(written, candidates) is null ? $"; {Some(written, candidates)}" : string.Empty;

    /// <summary>A few candidates, nearest first, for the end of a message.</summary>
    public static string Some(string written, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct(StringComparer.Ordinal).OrderBy(candidate => Distance(written, candidate)).ToList();
        var some = string.Join(", ", all.Take(Shown));
        return all.Count switch
        {
            0 => "there are none",
            > Shown => $"there are {some} and {all.Count - Shown} more",
            1 => $"there is {some}",
            _ => $"there are {some}",
        };
    }

    /// <summary>Case counts as nothing but the tie: what differs in case only is very near.</summary>
    private static int Distance(string left, string right)
    {
        // A long word is not a slip of a short one; nobody waits for a table over hostile input.
        if (left.Length > 64 || right.Length > 64)
        {
            return int.MaxValue;
        }

        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        return EditDistance.Between(left, right);
    }
}
