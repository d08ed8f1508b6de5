using static Compliance.Cel.Matching.PatternNode;

namespace Compliance.Cel.Matching;

/// <summary>
/// RE2 syntax: alternation, repetition, groups, flags. What RE2 refuses is refused: backreferences, look-around, atomic
/// groups, possessive and doubled quantifiers, <c>(?x)</c>, <c>(?#)</c>, <c>\Z</c>, repeats over 1000.
/// </summary>
internal sealed class PatternParser(PatternText text)
{
    private const int MaxDepth = 100;
    private const int MaxRepeat = 1000;

    private readonly PatternAtoms atoms = new(text);
    private PatternFlags flags;
    private int depth;

    public PatternNode Parse()
    {
        var tree = Alternation();
        if (!text.IsEnd)
        {
            text.Fail("a ) without its (");
        }

        return tree;
    }

    private PatternNode Alternation()
    {
        if (++depth > MaxDepth)
        {
            text.Fail($"groups nested more than {MaxDepth} deep");
        }

        List<PatternNode> ways = [Concatenation()];
        while (text.Take("|"))
        {
            ways.Add(Concatenation());
        }

        depth--;
        return ways.Count == 1 ? ways[0] : new Choice(ways);
    }

    private Sequence Concatenation()
    {
        List<PatternNode> parts = [];
        while (!text.IsEnd && text.Current is not ('|' or ')'))
        {
            parts.Add(Repetition());
        }

        return new Sequence(parts);
    }

    private PatternNode Repetition()
    {
        var isQuoted = text.StartsWith("\\Q");
        var part = Atom();
        var min = 0;
        int? max = null;
        if (!TakeQuantifier(ref min, ref max))
        {
            return part;
        }

        text.Take("?");
        var unused = 0;
        int? unusedMax = null;
        if (TakeQuantifier(ref unused, ref unusedMax))
        {
            text.Fail("a repetition of a repetition");
        }

        return isQuoted && part is Sequence { Parts.Count: > 0 } quoted
            ? new Sequence([.. quoted.Parts.SkipLast(1), new Repeat(quoted.Parts[^1], min, max)])
            : new Repeat(part, min, max);
    }

    private bool TakeQuantifier(ref int min, ref int? max)
    {
        if (text.Take("*"))
        {
            return true;
        }

        if (text.Take("+"))
        {
            min = 1;
            return true;
        }

        if (text.Take("?"))
        {
            max = 1;
            return true;
        }

        return text.StartsWith("{") && TakeCounts(ref min, ref max);
    }

    /// <summary><c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>; anything else in braces is text.</summary>
    private bool TakeCounts(ref int min, ref int? max)
    {
        var start = text.At;
        text.At++;
        var inner = text.TakeUntil("}");
        var comma = inner?.IndexOf(',', StringComparison.Ordinal) ?? -1;
        var low = Count(comma < 0 ? inner : inner![..comma]);
        var high = comma < 0 || comma == inner!.Length - 1 ? low : Count(inner[(comma + 1)..]);
        if (low is null || high is null)
        {
            text.At = start;
            return false;
        }

        min = low.Value;
        max = comma >= 0 && comma == inner!.Length - 1 ? null : high;
        if (min > MaxRepeat || high > MaxRepeat || high < min)
        {
            text.Fail($"a repetition must be between 0 and {MaxRepeat}, the smaller number first");
        }

        return true;
    }

    private static int? Count(string? digits)
    {
        if (string.IsNullOrEmpty(digits) || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        return digits.TrimStart('0').Length > 4 ? int.MaxValue : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    private PatternNode Atom()
    {
        if (!text.Take("("))
        {
            return atoms.Read(flags);
        }

        var outer = flags;
        if (text.StartsWith("?") && !Extension())
        {
            return new Sequence([]);
        }

        var inner = Alternation();
        flags = outer;
        if (!text.Take(")"))
        {
            text.Fail("a ( without its )");
        }

        return inner;
    }

    /// <summary>What follows <c>(?</c>: a named group or flags. False with no group when flags were set for the rest: <c>(?i)</c>.</summary>
    private bool Extension()
    {
        if (text.Take("?P<"))
        {
            var name = text.TakeUntil(">");
            if (string.IsNullOrEmpty(name) || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            {
                text.Fail("a group name is letters, digits and _");
            }

            return true;
        }

        text.At++;
        var start = text.At;
        while (!text.IsEnd && text.Current is not (':' or ')'))
        {
            text.At++;
        }

        var letters = text.From(start);
        var isGroup = text.Take(":");
        if (!isGroup && !text.Take(")"))
        {
            text.Fail("a ( without its )");
        }

        var changed = letters.Length == 0 && isGroup ? flags : flags.With(letters);
        if (changed is null)
        {
            text.Fail($"(?{letters} is not supported: only (?:, (?P<name> and the flags i m s U are");
        }

        flags = changed ?? flags;
        return isGroup;
    }
}
