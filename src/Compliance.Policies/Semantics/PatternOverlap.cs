using Compliance.Core.Facts;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Finds patterns for names that are written differently for two tiers, or for a tier and an exemption, and match the same names.</summary>
internal static class PatternOverlap
{
    private const char AnyText = '*';
    private const char AnyCharacter = '?';

    public static void Check(Policy policy, ProblemList problems)
    {
        var claims = policy.Tiers.SelectMany((tier, index) => Names(tier.Guests, $"tier {tier.Level}", index))
            .Concat(policy.Exempt.SelectMany((exemption, index) => Names(exemption.Guests, "an exemption", -1 - index)))
            .OrderBy(claim => claim.Name.Place.Line).ThenBy(claim => claim.Name.Place.Column).ToList();
        for (var at = 1; at < claims.Count; at++)
        {
            var claim = claims[at];
            foreach (var other in claims.Take(at).Where(other => other.Owner != claim.Owner && other.Name.Value != claim.Name.Value))
            {
                if (Common(other.Name.Value, claim.Name.Value) is { } name)
                {
                    problems.Add(
                        ProblemCodes.PatternsOverlap,
                        claim.Name.Place,
                        $"{Words.Quoted(claim.Name.Value)} and {Words.Quoted(other.Name.Value)} of {other.Of} in line {other.Name.Place.Line} both match {Words.Quoted(name)}",
                        "Make them differ, or select by tag or pool.");
                    break;
                }
            }
        }
    }

    /// <summary>A name that both patterns match, as short as can be; null when there is none.</summary>
    internal static string? Common(string first, string second)
    {
        // Shortest path over pairs of positions; each step takes one character that both allow, or ends a star.
        var queue = new Queue<(int First, int Second, string Name)>([(0, 0, "")]);
        var seen = new HashSet<(int, int)> { (0, 0) };
        while (queue.TryDequeue(out var at))
        {
            if (at.First == first.Length && at.Second == second.Length)
            {
                return at.Name.Length > 0 && Glob.IsMatch(at.Name, first) && Glob.IsMatch(at.Name, second) ? at.Name : null;
            }

            foreach (var next in Steps(first, second, at).Where(next => seen.Add((next.First, next.Second))))
            {
                queue.Enqueue(next);
            }
        }

        return null;
    }

    private static IEnumerable<(int First, int Second, string Name)> Steps(string first, string second, (int First, int Second, string Name) at)
    {
        var (one, two) = (At(first, at.First), At(second, at.Second));
        if (one == AnyText)
        {
            yield return at with { First = at.First + 1 };
        }

        if (two == AnyText)
        {
            yield return at with { Second = at.Second + 1 };
        }

        if (one is null || two is null || (one == AnyText && two == AnyText) || !(Allows(one.Value, two.Value) || Allows(two.Value, one.Value)))
        {
            yield break;
        }

        var taken = one is AnyText or AnyCharacter ? two.Value : one.Value;
        yield return (at.First + (one == AnyText ? 0 : 1), at.Second + (two == AnyText ? 0 : 1), at.Name + (taken is AnyText or AnyCharacter ? 'x' : taken));
    }

    private static bool Allows(char pattern, char other) => pattern is AnyText or AnyCharacter || pattern == other;

    private static char? At(string pattern, int index) => index < pattern.Length ? pattern[index] : null;

    private static IEnumerable<Claim> Names(GuestSelector? guests, string of, int owner)
        => guests is null ? [] : guests.Names.Select(name => new Claim(name, of, owner));

    private sealed record Claim(Placed<string> Name, string Of, int Owner);
}
