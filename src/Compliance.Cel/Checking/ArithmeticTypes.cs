using Compliance.Cel.Syntax;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>The table of <c>+ - * / %</c>.</summary>
internal static class ArithmeticTypes
{
    /// <summary>The type of the result, or null when the operator does not apply. Free types are bound to the other side.</summary>
    public static CelType? Result(TokenKind symbol, CelType left, CelType right)
    {
        var (a, b) = (TypeUnifier.Prune(left), TypeUnifier.Prune(right));
        if (a is TypeVariable || b is TypeVariable)
        {
            return Free(symbol, a, b);
        }

        return (symbol, a.Kind, b.Kind) switch
        {
            (TokenKind.Plus, CelKind.List, CelKind.List) => TypeUnifier.Unify(a, b) ? TypeUnifier.Join(a, b) : null,
            (TokenKind.Plus, CelKind.String, CelKind.String) => CelType.String,
            (TokenKind.Plus, CelKind.Timestamp, CelKind.Duration) or (TokenKind.Plus, CelKind.Duration, CelKind.Timestamp) => CelType.Timestamp,
            (TokenKind.Minus, CelKind.Timestamp, CelKind.Duration) => CelType.Timestamp,
            (TokenKind.Minus, CelKind.Timestamp, CelKind.Timestamp) => CelType.Duration,
            (TokenKind.Plus or TokenKind.Minus, CelKind.Duration, CelKind.Duration) => CelType.Duration,
            (TokenKind.Percent, CelKind.Double, CelKind.Double) => null,
            (_, CelKind.Int, CelKind.Int) => CelType.Int,
            (_, CelKind.Double, CelKind.Double) => CelType.Double,
            _ => null,
        };
    }

    /// <summary>
    /// A free type stands for elements of an empty list or for a part reported already: nothing will be computed. Where the
    /// known side allows one partner only, that is what the free side becomes.
    /// </summary>
    private static CelType? Free(TokenKind symbol, CelType left, CelType right)
    {
        var known = left is TypeVariable ? right : left;
        if (known is TypeVariable || known.Kind is CelKind.Timestamp or CelKind.Duration)
        {
            return new TypeVariable();
        }

        return Result(symbol, known, known) is { } result && TypeUnifier.Unify(left, right) ? result : null;
    }
}
