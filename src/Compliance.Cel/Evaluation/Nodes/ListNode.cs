using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>[a, b]</c>: strict.</summary>
internal sealed class ListNode(SourceSpan span, CelType type, Node[] items) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => items;

    private protected override CelValue Run(Frame frame)
    {
        var values = new CelValue[items.Length];
        var faults = default(StrictFaults);
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Evaluate(frame);
            if (!values[i].IsValue && !faults.Add(values[i], frame))
            {
                break;
            }
        }

        return faults.Any ? faults.Result : frame.Bounded(CelValue.FromArray(values));
    }
}
