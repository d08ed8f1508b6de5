namespace Compliance.Cel.Checking;

/// <summary>What somebody probably meant: the candidate with the fewest edits, if they are few for its length.</summary>
internal static class Nearest
{
    private const int MostShown = 8;

    public static string? To(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, name.Length / 3);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate => (candidate, Edits: Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.Edits <= limit)
            .OrderBy(pair => pair.Edits)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Some of the candidates, for a message: <c>a, b, c and 12 more</c>.</summary>
    public static string Some(IReadOnlyCollection<string> candidates)
        => candidates.Count <= MostShown
            ? string.Join(", ", candidates)
            : $"{string.Join(", ", candidates.Take(MostShown))} and {candidates.Count - MostShown} more";

    // Insertions, deletions, substitutions, and transposed neighbours.
    private static int Edits(string one, string other)
    {
        var before = new int[other.Length + 1];
        var last = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[^1];
    }
}
