using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>+ - * / %</c>: strict, the left side first.</summary>
internal sealed class ArithmeticNode(SourceSpan span, CelType type, TokenKind symbol, Node left, Node right) : Node(span, type)
{
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

        return symbol switch
        {
            TokenKind.Plus => Addition.Add(a, b, frame),
            TokenKind.Minus => Arithmetic.Subtract(a, b),
            TokenKind.Star => Arithmetic.Multiply(a, b),
            TokenKind.Slash => Arithmetic.Divide(a, b),
            _ => Arithmetic.Remainder(a, b),
        };
    }
}
