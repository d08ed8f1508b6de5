using System.Globalization;

namespace Compliance.Cel.Matching;

/// <summary>RE2's named classes. All are ASCII but those by Unicode category.</summary>
internal static class CharacterClasses
{
    /// <summary>The class behind <c>\d</c>, <c>\w</c>, <c>\s</c>; null for other letters.</summary>
    public static CodePointSet? Perl(char letter) => letter switch
    {
        'd' => Of("09"),
        'w' => Of("09AZaz__"),
        's' => Of("\t\n\f\r  "),
        _ => null,
    };

    /// <summary>The class behind <c>[:alpha:]</c> and the like; null when there is none of that name.</summary>
    public static CodePointSet? Posix(string name) => name switch
    {
        "alnum" => Of("09AZaz"),
        "alpha" => Of("AZaz"),
        "ascii" => Of("\0\x7f"),
        "blank" => Of("\t\t  "),
        "cntrl" => Of("\0\x1f\x7f\x7f"),
        "digit" => Of("09"),
        "graph" => Of("!~"),
        "lower" => Of("az"),
        "print" => Of(" ~"),
        "punct" => Of("!/:@[`{~"),
        "space" => Of("\t\r  "),
        "upper" => Of("AZ"),
        "word" => Of("09AZaz__"),
        "xdigit" => Of("09AFaf"),
        _ => null,
    };

    /// <summary>The class behind <c>\pL</c> and <c>\p{Lu}</c>; null for scripts and what is none.</summary>
    public static CodePointSet? Category(string name)
    {
        var set = new CodePointSet();
        var found = false;
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            if (Short(CharUnicodeInfo.GetUnicodeCategory(code)).StartsWith(name, StringComparison.Ordinal))
            {
                set.Add(code, code);
                found = true;
            }
        }

        return found ? set : null;
    }

    // Pairs of characters, each the ends of a range.
    private static CodePointSet Of(string pairs)
    {
        var set = new CodePointSet();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            set.Add(pairs[i], pairs[i + 1]);
        }

        return set;
    }

    private static string Short(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "-",
    };
}
