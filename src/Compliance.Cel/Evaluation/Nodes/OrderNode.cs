using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>&lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class OrderNode(SourceSpan span, TokenKind symbol, Node left, Node right)
    : StrictBinaryNode(span, CelType.Bool, left, right)
{
    public TokenKind Symbol => symbol;

    private protected override CelValue Apply(in CelValue left, in CelValue right, Frame frame) => Ordering.Compare(symbol, left, right, frame);
}
