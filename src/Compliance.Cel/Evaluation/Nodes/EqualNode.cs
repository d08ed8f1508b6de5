using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>==</c> and <c>!=</c>: deep.</summary>
internal sealed class EqualNode(SourceSpan span, bool isNegated, Node left, Node right)
    : StrictBinaryNode(span, CelType.Bool, left, right)
{
    public TokenKind Symbol => isNegated ? TokenKind.NotEqual : TokenKind.Equal;

    private protected override CelValue Apply(in CelValue left, in CelValue right, Frame frame)
        => left.Kind < CelKind.String || frame.Charge(Math.Min(ValueSize.Of(left), ValueSize.Of(right)))
            ? CelValue.Of(ValueEquality.CelEquals(left, right) != isNegated)
            : frame.Exhausted;
}
