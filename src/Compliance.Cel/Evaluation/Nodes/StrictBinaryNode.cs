using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>An operator that needs both sides; see <see cref="StrictFaults"/> for what it is when one has no value.</summary>
internal abstract class StrictBinaryNode(SourceSpan span, CelType type, Node left, Node right) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => [left, right];

    private protected override CelValue Run(Frame frame)
    {
        var a = left.Evaluate(frame);
        if (a.Kind == CelKind.Error)
        {
            return a;
        }

        var b = right.Evaluate(frame);
        return a.IsValue && b.IsValue ? Apply(a, b, frame) : Fault(a, b, frame);
    }

    private static CelValue Fault(in CelValue left, in CelValue right, Frame frame)
    {
        var faults = default(StrictFaults);
        faults.Add(left, frame);
        faults.Add(right, frame);
        return faults.Result;
    }

    /// <summary>By reference, as values are wide and this is the path of nearly every condition.</summary>
    private protected abstract CelValue Apply(in CelValue left, in CelValue right, Frame frame);
}
