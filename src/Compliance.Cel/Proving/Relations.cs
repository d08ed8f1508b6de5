using Compliance.Cel.Syntax;

namespace Compliance.Cel.Proving;

/// <summary>How a value can lie to another. NaN lies in no order to anything; what has no order is either equal or not.</summary>
[Flags]
internal enum Relations
{
    None = 0,
    Less = 1,
    Equal = 2,
    Greater = 4,
    Unordered = 8,
    Ordered = Less | Equal | Greater,
    Any = Ordered | Unordered,
}

/// <summary>What operators say about relations.</summary>
internal static class RelationsOf
{
    /// <summary>The relations for which the operator gives the outcome. An order that has an outcome is not that of NaN.</summary>
    public static Relations Outcome(TokenKind symbol, bool outcome)
    {
        var (holds, all) = symbol switch
        {
            TokenKind.Equal => (Relations.Equal, Relations.Any),
            TokenKind.NotEqual => (Relations.Any & ~Relations.Equal, Relations.Any),
            TokenKind.Less => (Relations.Less, Relations.Ordered),
            TokenKind.LessOrEqual => (Relations.Less | Relations.Equal, Relations.Ordered),
            TokenKind.Greater => (Relations.Greater, Relations.Ordered),
            _ => (Relations.Greater | Relations.Equal, Relations.Ordered),
        };
        return outcome ? holds : all & ~holds;
    }

    /// <summary>The same seen from the other side.</summary>
    public static Relations Flipped(this Relations relations)
        => (relations & (Relations.Equal | Relations.Unordered))
           | ((relations & Relations.Less) != 0 ? Relations.Greater : 0)
           | ((relations & Relations.Greater) != 0 ? Relations.Less : 0);
}
