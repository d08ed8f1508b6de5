using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>+ - * / %</c>.</summary>
internal sealed class ArithmeticNode(SourceSpan span, CelType type, TokenKind symbol, Node left, Node right)
    : StrictBinaryNode(span, type, left, right)
{
    public TokenKind Symbol => symbol;

    private protected override CelValue Apply(in CelValue left, in CelValue right, Frame frame) => symbol switch
    {
        TokenKind.Plus => Addition.Add(left, right, frame),
        TokenKind.Minus => Arithmetic.Subtract(left, right),
        TokenKind.Star => Arithmetic.Multiply(left, right),
        TokenKind.Slash => Arithmetic.Divide(left, right),
        _ => Arithmetic.Remainder(left, right),
    };
}
