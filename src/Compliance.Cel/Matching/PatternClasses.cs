using System.Globalization;

namespace Compliance.Cel.Matching;

/// <summary>Classes in brackets, and escapes that stand for a code point or a class.</summary>
internal sealed class PatternClasses(PatternText text)
{
    private const string Controls = "afnrtv";
    private const string Meaning = "\a\f\n\r\t\v";

    /// <summary><c>[a-z]</c>, <c>[^\d[:alpha:]]</c>. A bracket in the first place is itself.</summary>
    public CodePointSet Bracketed(bool ignoreCase)
    {
        text.Take("[");
        var isNegated = text.Take("^");
        List<(int From, int To)> ranges = [];
        var isFirst = true;
        while (!text.IsEnd && (isFirst || text.Current != ']'))
        {
            isFirst = false;
            ranges.AddRange(Item());
        }

        if (!text.Take("]"))
        {
            text.Fail("a [ without its ]");
        }

        var set = new CodePointSet(ranges);
        if (!isNegated)
        {
            return set;
        }

        // A negated class leaves out every case of what it names: folding comes before negation.
        return (ignoreCase ? Folded(set) : set).Negated;
    }

    /// <summary>An escape: a class (<c>\d</c>, <c>\pL</c>) or one code point.</summary>
    public CodePointSet Escape()
    {
        text.Take("\\");
        if (text.IsEnd)
        {
            text.Fail("a \\ at the end");
            return CodePointSet.All;
        }

        var letter = text.Current;
        if (letter is 'p' or 'P')
        {
            return Unicode();
        }

        if (NamedSets.FindPerl(letter) is { } named)
        {
            text.At++;
            return named;
        }

        var codePoint = Single();
        return new CodePointSet([(codePoint, codePoint)]);
    }

    private static CodePointSet Folded(CodePointSet set)
        => set.Ranges.Sum(range => (long)range.To - range.From) > 0x3000
            ? set
            : new CodePointSet([.. set.Ranges, .. Enumerable.Range(0, 0x1E944).Where(c => CaseFolding.Contains(set, c)).Select(c => (c, c))]);

    private IEnumerable<(int From, int To)> Item()
    {
        if (text.Take("[:"))
        {
            var name = text.TakeUntil(":]") ?? "";
            var isNegated = name.StartsWith('^');
            if (NamedSets.FindPosix(name.TrimStart('^')) is { } posix)
            {
                return (isNegated ? posix.Negated : posix).Ranges;
            }

            text.Fail($"[:{name}:] is no class");
            return [];
        }

        var (from, set) = Bound();
        if (set is not null || !text.StartsWith("-") || text.StartsWith("-]"))
        {
            return set?.Ranges ?? [(from, from)];
        }

        text.At++;
        var (to, wrong) = Bound();
        if (wrong is not null || to < from)
        {
            text.Fail("a range of a class goes from the smaller to the larger code point");
        }

        return [(from, Math.Max(from, to))];
    }

    private (int CodePoint, CodePointSet? Set) Bound()
    {
        if (text.Current != '\\')
        {
            return (text.TakeCodePoint(), null);
        }

        var set = Escape();
        var isOne = set.Ranges.Count == 1 && set.Ranges[0].From == set.Ranges[0].To;
        return isOne ? (set.Ranges[0].From, null) : (0, set);
    }

    private CodePointSet Unicode()
    {
        var isNegated = text.Current == 'P';
        text.At++;
        var name = text.Take("{") ? text.TakeUntil("}") ?? "" : text.IsEnd ? "" : char.ConvertFromUtf32(text.TakeCodePoint());
        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name[1..];
        }

        if (NamedSets.FindUnicode(name) is not { } set)
        {
            text.Fail($"\\p{{{name}}} is no class known here: general categories like L, Lu, Nd are, scripts are not");
            return CodePointSet.All;
        }

        return isNegated ? set.Negated : set;
    }

    /// <summary>One code point after the backslash: punctuation, a control, <c>\x41</c>, <c>\x{1F431}</c>, octal.</summary>
    private int Single()
    {
        var letter = text.Current;
        var control = Controls.IndexOf(letter, StringComparison.Ordinal);
        if (control >= 0)
        {
            text.At++;
            return Meaning[control];
        }

        if (text.Take("x"))
        {
            return Hex();
        }

        if (letter is >= '0' and <= '7')
        {
            return Octal();
        }

        if (char.IsAscii(letter) && (char.IsAsciiLetterOrDigit(letter) || char.IsControl(letter)))
        {
            text.Fail($"\\{letter} is not supported");
            return 0;
        }

        return text.TakeCodePoint();
    }

    private int Hex()
    {
        var start = text.At;
        var digits = text.Take("{") ? text.TakeUntil("}") ?? "" : null;
        if (digits is null)
        {
            text.At = start + 2;
            digits = text.From(start);
        }

        if (int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint)
            && codePoint is >= 0 and <= CodePointSet.Last
            && (digits.Length == 2 || text.From(start).StartsWith('{')))
        {
            return codePoint;
        }

        text.Fail("\\x wants two hex digits or {} around up to 10FFFF");
        return 0;
    }

    /// <summary><c>\0</c> with up to two digits more, or three digits; fewer would be a backreference.</summary>
    private int Octal()
    {
        var start = text.At;
        while (!text.IsEnd && text.Current is >= '0' and <= '7' && text.At - start < 3)
        {
            text.At++;
        }

        var digits = text.From(start);
        if (digits[0] != '0' && digits.Length < 3)
        {
            text.Fail($"backreferences like \\{digits} are not supported");
        }

        return digits.Aggregate(0, (value, digit) => (value * 8) + digit - '0');
    }
}
