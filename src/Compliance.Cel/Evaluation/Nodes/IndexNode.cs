using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>operand[index]</c> of a list or a map.</summary>
internal sealed class IndexNode(SourceSpan span, CelType type, Node operand, Node index) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => [operand, index];

    private protected override CelValue Run(Frame frame)
    {
        var faults = default(StrictFaults);
        var whole = operand.EvaluatePart(frame);
        if (!faults.Add(whole, frame))
        {
            return whole;
        }

        var key = index.Evaluate(frame);
        if (!faults.Add(key, frame) || faults.Any)
        {
            return faults.Result;
        }

        if (whole.Kind == CelKind.List)
        {
            return Elements.OfList(whole.List.Items, key.AsInt());
        }

        return frame.Charge(ValueSize.Of(key)) ? Elements.OfMap(whole.MapEntries, key) : frame.Exhausted;
    }
}
