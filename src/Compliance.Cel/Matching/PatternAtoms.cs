using Compliance.Cel.Values;
using static Compliance.Cel.Matching.PatternNode;

namespace Compliance.Cel.Matching;

/// <summary>What a quantifier can follow: a code point, a class, an escape, an anchor.</summary>
internal sealed class PatternAtoms(PatternText text)
{
    private readonly PatternClasses classes = new(text);

    public PatternNode Read(PatternFlags flags)
    {
        switch (text.Current)
        {
            case '*' or '+' or '?':
                text.Fail("a repetition of nothing");
                return new Sequence([]);
            case '[':
                return classes.Bracketed(flags.IgnoreCase);
            case '\\':
                return Escaped(flags);
            case '.':
                text.At++;
                return new One(flags.DotAll ? CodePointSet.All : CodePointSet.NotLineFeed, false);
            case '^':
                text.At++;
                return new Assertion(flags.MultiLine ? AssertionKind.LineStart : AssertionKind.TextStart);
            case '$':
                text.At++;
                return new Assertion(flags.MultiLine ? AssertionKind.LineEnd : AssertionKind.TextEnd);
            default:
                return Literal(text.TakeCodePoint(), flags);
        }
    }

    private static One Literal(int codePoint, PatternFlags flags) => new(new CodePointSet([(codePoint, codePoint)]), flags.IgnoreCase);

    private PatternNode Escaped(PatternFlags flags)
    {
        if (text.Take("\\Q"))
        {
            return Quoted(text.TakeUntil("\\E") ?? text.Rest(), flags);
        }

        var assertion = text switch
        {
            _ when text.Take("\\A") => AssertionKind.TextStart,
            _ when text.Take("\\z") => AssertionKind.TextEnd,
            _ when text.Take("\\b") => AssertionKind.WordBoundary,
            _ when text.Take("\\B") => AssertionKind.NotWordBoundary,
            _ => (AssertionKind?)null,
        };
        return assertion is { } kind ? new Assertion(kind) : classes.Escape(flags.IgnoreCase);
    }

    /// <summary>A quantifier after <c>\E</c> belongs to the last code point, so each stands apart.</summary>
    private static Sequence Quoted(string literal, PatternFlags flags)
    {
        List<PatternNode> parts = [];
        for (var i = 0; i < literal.Length; i += Texts.Width(literal, i))
        {
            parts.Add(Literal(Texts.Width(literal, i) == 2 ? char.ConvertToUtf32(literal[i], literal[i + 1]) : literal[i], flags));
        }

        return new Sequence(parts);
    }
}
