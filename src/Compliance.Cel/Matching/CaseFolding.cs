using System.Text;

namespace Compliance.Cel.Matching;

/// <summary>Code points that differ only in case, by simple folding. The language knows no culture.</summary>
internal static class CaseFolding
{
    /// <summary>A code point has at most so many cases, itself included.</summary>
    public const int MostCases = 7;

    /// <summary>Signs whose simple case mapping is one-way, so that going through lower and upper case misses them.</summary>
    private static readonly string[] Together =
    [
        "Kk\u212a", "Ss\u017f", "\u00c5\u00e5\u212b", "\u00b5\u039c\u03bc", "\u0398\u03b8\u03d1\u03f4", "\u03a9\u03c9\u2126",
        "\u0392\u03b2\u03d0", "\u0395\u03b5\u03f5", "\u039a\u03ba\u03f0", "\u03a0\u03c0\u03d6", "\u03a1\u03c1\u03f1",
        "\u03a3\u03c3\u03c2", "\u03a6\u03c6\u03d5", "\u0345\u0399\u03b9\u1fbe", "\u1e60\u1e61\u1e9b", "\u00df\u1e9e",
        "\u01c4\u01c5\u01c6", "\u01c7\u01c8\u01c9", "\u01ca\u01cb\u01cc", "\u01f1\u01f2\u01f3",
    ];

    /// <summary>Every case of a code point, itself first; some may come twice.</summary>
    /// <returns>how many were written into <paramref name="cases"/></returns>
    public static int Cases(int codePoint, Span<int> cases)
    {
        cases[0] = codePoint;
        if (!Rune.TryCreate(codePoint, out var rune))
        {
            return 1;
        }

        cases[1] = Rune.ToLowerInvariant(rune).Value;
        cases[2] = Rune.ToUpperInvariant(rune).Value;
        var count = 3;
        var same = codePoint <= char.MaxValue && (codePoint > 127 || (codePoint | 0x20) is 'k' or 's') ? Siblings((char)codePoint) : "";
        foreach (var other in same)
        {
            cases[count++] = other;
        }

        return count;
    }

    private static string Siblings(char letter)
    {
        foreach (var group in Together)
        {
            if (group.Contains(letter, StringComparison.Ordinal))
            {
                return group;
            }
        }

        return "";
    }
}
