using System.Text;

namespace Compliance.Cel.Matching;

/// <summary>Code points that differ only in case, by simple folding. The language knows no culture.</summary>
internal static class CaseFolding
{
    /// <summary>Signs whose simple case mapping is one-way, so that going through lower and upper case misses them.</summary>
    private static readonly string[] Together =
    [
        "Kk\u212a", "Ss\u017f", "\u00c5\u00e5\u212b", "\u00b5\u039c\u03bc", "\u0398\u03b8\u03d1\u03f4", "\u03a9\u03c9\u2126",
        "\u0392\u03b2\u03d0", "\u0395\u03b5\u03f5", "\u039a\u03ba\u03f0", "\u03a0\u03c0\u03d6", "\u03a1\u03c1\u03f1",
        "\u03a3\u03c3\u03c2", "\u03a6\u03c6\u03d5", "\u0345\u0399\u03b9\u1fbe", "\u1e60\u1e61\u1e9b", "\u00df\u1e9e",
    ];

    /// <summary>Whether the set has the code point in any case.</summary>
    public static bool Contains(CodePointSet set, int codePoint)
    {
        if (set.Contains(codePoint))
        {
            return true;
        }

        if (!Rune.TryCreate(codePoint, out var rune))
        {
            return false;
        }

        if (set.Contains(Rune.ToLowerInvariant(rune).Value) || set.Contains(Rune.ToUpperInvariant(rune).Value))
        {
            return true;
        }

        return codePoint <= char.MaxValue
            && Array.Find(Together, group => group.Contains((char)codePoint, StringComparison.Ordinal)) is { } same
            && same.Any(other => set.Contains(other));
    }
}
