using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>exists_one</c>: looks at every element, and needs to know all of them.</summary>
internal sealed class ExistsOneNode(SourceSpan span, Node range, int local, Node predicate) : Node(span, CelType.Bool)
{
    public int Local => local;

    public Node Predicate => predicate;

    public override IReadOnlyList<Node> Children => [range, predicate];

    private protected override CelValue Run(Frame frame)
    {
        var elements = Ranges.Of(range.Evaluate(frame), frame, out var fault);
        if (elements is null)
        {
            return fault;
        }

        var count = 0;
        var faults = default(StrictFaults);
        for (var i = 0; i < elements.Length; i++)
        {
            frame.Bind(local, elements[i], i);
            var holds = predicate.Evaluate(frame);
            if (!faults.Add(holds, frame) || frame.IsExhausted)
            {
                break;
            }

            count += holds.IsValue && holds.AsBool() ? 1 : 0;
        }

        return faults.Any ? faults.Result : CelValue.Of(count == 1);
    }
}
