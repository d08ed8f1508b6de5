using System.Globalization;
using static Compliance.Cel.Matching.PatternNode;

namespace Compliance.Cel.Matching;

/// <summary>Classes in brackets, and escapes that stand for a code point or a class.</summary>
internal sealed class PatternClasses(PatternText text)
{
    /// <summary>Ranges of one class; the largest category has about 700.</summary>
    private const int MaxRanges = 20_000;

    private const string Controls = "afnrtv";
    private const string Meaning = "\a\f\n\r\t\v";

    /// <summary><c>[a-z]</c>, <c>[^\d[:alpha:]]</c>. A bracket in the first place is itself.</summary>
    public One Bracketed(bool ignoreCase)
    {
        text.Take("[");
        var isNegated = text.Take("^");
        List<(int From, int To)> ranges = [];
        List<CodePointSet> except = [];
        var isFirst = true;
        while (!text.IsEnd && (isFirst || text.Current != ']'))
        {
            isFirst = false;
            Item(ranges, except);
            if (ranges.Count + except.Count > MaxRanges)
            {
                text.Fail("its class is too large");
            }
        }

        if (!text.Take("]"))
        {
            text.Fail("a [ without its ]");
        }

        return new One(new CodePointSet(ranges), ignoreCase) { IsNegated = isNegated, Except = except };
    }

    /// <summary>An escape: a class (<c>\d</c>, <c>\pL</c>) or one code point.</summary>
    public One Escape(bool ignoreCase)
    {
        var (set, isNegated) = Escaped();
        return new One(set, ignoreCase) { IsNegated = isNegated };
    }

    private (CodePointSet Set, bool IsNegated) Escaped()
    {
        text.Take("\\");
        if (text.IsEnd)
        {
            text.Fail("a \\ at the end");
            return (CodePointSet.All, false);
        }

        var letter = text.Current;
        if (letter is 'p' or 'P')
        {
            return Unicode();
        }

        if (NamedSets.FindPerl(char.ToLowerInvariant(letter)) is { } named)
        {
            text.At++;
            return (named, char.IsAsciiLetterUpper(letter));
        }

        var codePoint = Single();
        return (new CodePointSet([(codePoint, codePoint)]), false);
    }

    private void Item(List<(int From, int To)> ranges, List<CodePointSet> except)
    {
        if (text.Take("[:"))
        {
            var name = text.TakeUntil(":]") ?? "";
            if (NamedSets.FindPosix(name.TrimStart('^')) is { } posix)
            {
                Put(posix, name.StartsWith('^'), ranges, except);
                return;
            }

            text.Fail($"[:{name}:] is no class");
            return;
        }

        var (from, set, isNegated) = Bound();
        if (set is not null)
        {
            Put(set, isNegated, ranges, except);
            return;
        }

        var to = from;
        if (text.StartsWith("-") && !text.StartsWith("-]"))
        {
            text.At++;
            (to, set, _) = Bound();
            if (set is not null || to < from)
            {
                text.Fail("a range of a class goes from the smaller to the larger code point");
            }
        }

        ranges.Add((from, Math.Max(from, to)));
    }

    private static void Put(CodePointSet set, bool isNegated, List<(int From, int To)> ranges, List<CodePointSet> except)
    {
        if (isNegated)
        {
            except.Add(set);
        }
        else
        {
            ranges.AddRange(set.Ranges);
        }
    }

    private (int CodePoint, CodePointSet? Set, bool IsNegated) Bound()
    {
        if (text.Current != '\\')
        {
            return (text.TakeCodePoint(), null, false);
        }

        var (set, isNegated) = Escaped();
        var isOne = !isNegated && set.Ranges.Count == 1 && set.Ranges[0].From == set.Ranges[0].To;
        return isOne ? (set.Ranges[0].From, null, false) : (0, set, isNegated);
    }

    private (CodePointSet Set, bool IsNegated) Unicode()
    {
        var isNegated = text.Current == 'P';
        text.At++;
        var name = text.Take("{") ? text.TakeUntil("}") ?? "" : text.TakeLetter();
        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name[1..];
        }

        if (NamedSets.FindUnicode(name) is { } set)
        {
            return (set, isNegated);
        }

        text.Fail($"\\p{{{name}}} is no class known here: general categories like L, Lu, Nd are, scripts are not");
        return (CodePointSet.All, false);
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
