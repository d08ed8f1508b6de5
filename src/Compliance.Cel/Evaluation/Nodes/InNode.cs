using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>element in list</c>, <c>key in map</c>.</summary>
internal sealed class InNode(SourceSpan span, Node element, Node whole) : StrictBinaryNode(span, CelType.Bool, element, whole)
{
    private protected override CelValue Apply(in CelValue left, in CelValue right, Frame frame) => right.Kind == CelKind.Map
        ? frame.Charge(ValueSize.Of(left)) ? CelValue.Of(right.MapEntries.TryFind(left, out _)) : frame.Exhausted
        : Contains(right.List, left, frame);

    private static CelValue Contains(ListValue list, in CelValue wanted, Frame frame)
    {
        var items = list.Items;
        if (!frame.Charge(Math.Min(list.Size, items.Length * (1 + ValueSize.Of(wanted)))))
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
