using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

internal sealed class NegateNode(SourceSpan span, CelType type, Node operand) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => [operand];

    private protected override CelValue Run(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.IsValue ? Arithmetic.Negate(value) : value;
    }
}
