using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>==</c> and <c>!=</c>: deep, strict, the left side first.</summary>
internal sealed class EqualNode(SourceSpan span, bool isNegated, Node left, Node right) : Node(span, CelType.Bool)
{
    public TokenKind Symbol => isNegated ? TokenKind.NotEqual : TokenKind.Equal;

    public override IReadOnlyList<Node> Children => [left, right];

    private protected override CelValue Run(Frame frame)
    {
        var a = left.Evaluate(frame);
        if (!a.IsValue)
        {
            return a;
        }

        var b = right.Evaluate(frame);
        if (!b.IsValue)
        {
            return b;
        }

        return frame.Charge(Math.Min(ValueSize.Of(a), ValueSize.Of(b)))
            ? CelValue.Of(ValueEquality.CelEquals(a, b) != isNegated)
            : frame.Exhausted;
    }
}
