using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>element in list</c>, <c>key in map</c>: strict, the left side first.</summary>
internal sealed class InNode(SourceSpan span, Node element, Node whole) : Node(span, CelType.Bool)
{
    public override IReadOnlyList<Node> Children => [element, whole];

    private protected override CelValue Run(Frame frame)
    {
        var wanted = element.Evaluate(frame);
        if (!wanted.IsValue)
        {
            return wanted;
        }

        var range = whole.Evaluate(frame);
        if (!range.IsValue)
        {
            return range;
        }

        return range.Kind == CelKind.Map ? CelValue.Of(range.MapEntries.TryFind(wanted, out _)) : Contains(range.List.Items, wanted, frame);
    }

    private static CelValue Contains(CelValue[] items, CelValue wanted, Frame frame)
    {
        if (!frame.Charge(items.Length * (1 + ValueSize.Of(wanted))))
        {
            return frame.Exhausted;
        }

        foreach (var item in items)
        {
            if (ValueEquality.CelEquals(item, wanted))
            {
                return CelValue.True;
            }
        }

        return CelValue.False;
    }
}
