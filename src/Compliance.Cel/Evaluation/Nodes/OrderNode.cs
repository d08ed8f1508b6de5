using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>&lt; &lt;= &gt; &gt;=</c>: strict, the left side first.</summary>
internal sealed class OrderNode(SourceSpan span, TokenKind symbol, Node left, Node right) : Node(span, CelType.Bool)
{
    public TokenKind Symbol => symbol;

    public override IReadOnlyList<Node> Children => [left, right];

    private protected override CelValue Run(Frame frame)
    {
        var a = left.Evaluate(frame);
        if (!a.IsValue)
        {
            return a;
        }

        var b = right.Evaluate(frame);
        return b.IsValue ? Ordering.Compare(symbol, a, b, frame) : b;
    }
}
