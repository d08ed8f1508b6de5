using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>An operator that needs both sides: the first fault, from the left, is its own.</summary>
internal abstract class StrictBinaryNode(SourceSpan span, CelType type, Node left, Node right) : Node(span, type)
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
        return b.IsValue ? Apply(a, b, frame) : b;
    }

    private protected abstract CelValue Apply(CelValue left, CelValue right, Frame frame);
}
