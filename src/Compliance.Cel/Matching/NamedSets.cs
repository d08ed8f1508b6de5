using System.Collections.Concurrent;
using System.Globalization;

namespace Compliance.Cel.Matching;

/// <summary>The classes with names: Perl's and POSIX's (ASCII only, as RE2 has them) and Unicode's general categories.</summary>
internal static class NamedSets
{
    private static readonly Dictionary<string, CodePointSet> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = new([('0', '9'), ('A', 'Z'), ('a', 'z')]),
        ["alpha"] = new([('A', 'Z'), ('a', 'z')]),
        ["ascii"] = new([(0, 127)]),
        ["blank"] = new([('\t', '\t'), (' ', ' ')]),
        ["cntrl"] = new([(0, 31), (127, 127)]),
        ["digit"] = new([('0', '9')]),
        ["graph"] = new([('!', '~')]),
        ["lower"] = new([('a', 'z')]),
        ["print"] = new([(' ', '~')]),
        ["punct"] = new([('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        ["space"] = new([('\t', '\r'), (' ', ' ')]),
        ["upper"] = new([('A', 'Z')]),
        ["word"] = new([('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')]),
        ["xdigit"] = new([('0', '9'), ('A', 'F'), ('a', 'f')]),
    };

    private static readonly CodePointSet Space = new([('\t', '\n'), ('\f', '\r'), (' ', ' ')]);

    /// <summary>The order of <see cref="UnicodeCategory"/>.</summary>
    private static readonly string[] Categories =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd",
        "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    /// <summary>Scanning all code points takes milliseconds, so each category is made once.</summary>
    private static readonly ConcurrentDictionary<string, CodePointSet> Unicode = new(StringComparer.Ordinal);

    public static CodePointSet? FindPosix(string name) => Posix.GetValueOrDefault(name);

    /// <summary>\d \w \s, by the letter: ASCII only, and \s without the vertical tab.</summary>
    public static CodePointSet? FindPerl(char letter) => letter switch
    {
        'd' => Posix["digit"],
        'w' => Posix["word"],
        's' => Space,
        _ => null,
    };

    /// <summary>A category like <c>Lu</c>, or a group of them like <c>L</c>. Scripts are not known.</summary>
    public static CodePointSet? FindUnicode(string name)
    {
        if (name == "Any")
        {
            return CodePointSet.All;
        }

        // RE2 knows no Cn: what is not assigned is in no class.
        return name.Length is 1 or 2 && name != "Cn" && Categories.Any(category => category.StartsWith(name, StringComparison.Ordinal))
            ? Unicode.GetOrAdd(name, Scan)
            : null;
    }

    private static CodePointSet Scan(string name)
    {
        List<(int From, int To)> ranges = [];
        var wanted = Array.ConvertAll(Categories, category => category != "Cn" && category.StartsWith(name, StringComparison.Ordinal));
        for (var codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            if (!wanted[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)])
            {
                continue;
            }

            if (ranges.Count > 0 && ranges[^1].To == codePoint - 1)
            {
                ranges[^1] = (ranges[^1].From, codePoint);
            }
            else
            {
                ranges.Add((codePoint, codePoint));
            }
        }

        return new CodePointSet(ranges);
    }
}
