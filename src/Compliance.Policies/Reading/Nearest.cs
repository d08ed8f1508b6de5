using Compliance.Cel;

namespace Compliance.Policies;

/// <summary>Finds the word somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits (insert, delete, replace, swap of neighbours), if few enough to be a slip; else null.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var allowed = Math.Clamp(word.Length / 3, 1, 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed)
            {
                continue;
            }

            var distance = EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= allowed)
            {
                best = candidate;
                allowed = distance - 1;
            }
        }

        // Only the style is another one: documentOncePerTierIn.
        return best ?? Slip.Of(word, candidates);
    }
}
