namespace Compliance.Cel.Matching;

/// <summary>A parsed pattern. Only whether it matches is asked, so groups capture nothing and greed does not matter.</summary>
internal abstract record PatternNode
{
    /// <summary>One code point of a set.</summary>
    internal sealed record One(CodePointSet Set, bool IgnoreCase) : PatternNode;

    internal sealed record Assertion(AssertionKind Kind) : PatternNode;

    /// <summary>One after the other; none of them: the empty text.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    internal sealed record Choice(IReadOnlyList<PatternNode> Ways) : PatternNode;

    /// <summary>At least and at most so often; no maximum when null.</summary>
    internal sealed record Repeat(PatternNode Part, int Min, int? Max) : PatternNode;
}
