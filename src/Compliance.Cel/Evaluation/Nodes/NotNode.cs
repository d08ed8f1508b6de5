using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

internal sealed class NotNode(SourceSpan span, Node operand) : Node(span, CelType.Bool)
{
    public override IReadOnlyList<Node> Children => [operand];

    private protected override CelValue Run(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.IsValue ? CelValue.Of(!value.AsBool()) : value;
    }
}
