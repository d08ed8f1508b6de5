namespace Compliance.Cel;

/// <summary>
/// Tells a slip of the keyboard, which a program may mend unasked, from a guess that only a person may follow. Stricter than
/// what is suggested.
/// </summary>
public static class Slip
{
    private const int MostEdits = 2;
    private const int LettersForEach = 4;

    /// <summary>Longer words are no slip of anything here; nobody waits for a table over hostile input.</summary>
    private const int Longest = 64;

    /// <summary>
    /// The one candidate that was meant: it differs in nothing but case, hyphens and underscores, or by at most one edit for every
    /// four letters and two in all, the first letter being right (<c>bzip</c> is no slip of <c>gzip</c>), and no other candidate is
    /// as near. Null when there is none, or more than one.
    /// </summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        var allowed = Math.Min(MostEdits, word.Length / LettersForEach);
        if (word.Length is 0 or > Longest)
        {
            return null;
        }

        string? best = null;
        var (nearest, isTied) = (allowed + 1, false);
        foreach (var candidate in candidates.Where(candidate => candidate.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var distance = Distance(word, candidate);
            if (distance < nearest)
            {
                (best, nearest, isTied) = (candidate, distance, false);
            }
            else if (distance == nearest && best is not null)
            {
                isTied = true;
            }
        }

        return isTied ? null : best;
    }

    private static int Distance(string word, string candidate)
        => Letters(word) == Letters(candidate) ? 0
        : candidate.Length > Longest || char.ToLowerInvariant(candidate[0]) != char.ToLowerInvariant(word[0]) ? int.MaxValue
        : Math.Max(1, EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant()));

    private static string Letters(string word)
        => word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
