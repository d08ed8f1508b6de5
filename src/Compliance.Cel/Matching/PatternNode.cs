namespace Compliance.Cel.Matching;

/// <summary>A parsed pattern. Only whether it matches is asked, so groups capture nothing and greed does not matter.</summary>
internal abstract record PatternNode
{
    /// <summary>One code point of a set, or one that no negated class in it leaves out; in any case when case is ignored.</summary>
    /// <param name="Set">what is named</param>
    /// <param name="IgnoreCase">a code point counts as there when any case of it is</param>
    internal sealed record One(CodePointSet Set, bool IgnoreCase) : PatternNode
    {
        /// <summary>The whole is negated, after folding.</summary>
        public bool IsNegated { get; init; }

        /// <summary>Negated classes inside, like <c>[\W_]</c>: each is folded before it is negated.</summary>
        public IReadOnlyList<CodePointSet> Except { get; init; } = [];
    }

    internal sealed record Assertion(AssertionKind Kind) : PatternNode;

    /// <summary>One after the other; none of them: the empty text.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    internal sealed record Choice(IReadOnlyList<PatternNode> Ways) : PatternNode;

    /// <summary>At least and at most so often; no maximum when null.</summary>
    internal sealed record Repeat(PatternNode Part, int Min, int? Max) : PatternNode;
}
