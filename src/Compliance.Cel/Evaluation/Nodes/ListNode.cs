using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>[a, b]</c>: strict.</summary>
internal sealed class ListNode(SourceSpan span, CelType type, Node[] items) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => items;

    private protected override CelValue Run(Frame frame)
    {
        var values = new CelValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(frame);
            if (!values[i].IsValue)
            {
                return values[i];
            }
        }

        return CelValue.FromArray(values);
    }
}
