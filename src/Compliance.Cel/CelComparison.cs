using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;

namespace Compliance.Cel;

/// <summary>An expression that is one comparison, taken apart.</summary>
public sealed class CelComparison
{
    private CelComparison(string symbol, CelProgram left, CelProgram right)
    {
        Operator = symbol;
        Left = left;
        Right = right;
    }

    /// <summary>One of <c>== != &lt; &lt;= &gt; &gt;= in</c>.</summary>
    public string Operator { get; }

    /// <summary>The left side as an expression of its own: span, text, paths, value.</summary>
    public CelProgram Left { get; }

    public CelProgram Right { get; }

    internal static CelComparison? Of(Node root, Func<Node, CelProgram> part)
    {
        var symbol = root switch
        {
            EqualNode equal => equal.Symbol,
            OrderNode order => order.Symbol,
            InNode => TokenKind.In,
            _ => TokenKind.End,
        };
        return symbol == TokenKind.End
            ? null
            : new CelComparison(Precedence.Symbol(symbol), part(root.Children[0]), part(root.Children[1]));
    }
}
