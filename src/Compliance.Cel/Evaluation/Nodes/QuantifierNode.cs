using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>all</c> and <c>exists</c>: an <c>&amp;&amp;</c> or <c>||</c> over the elements, with its absorption.</summary>
internal sealed class QuantifierNode(SourceSpan span, bool isAll, Node range, int local, Node predicate) : Node(span, CelType.Bool)
{
    public bool IsAll => isAll;

    public int Local => local;

    public Node Range => range;

    public Node Predicate => predicate;

    public override IReadOnlyList<Node> Children => [range, predicate];

    private protected override CelValue Run(Frame frame)
    {
        var elements = Ranges.Of(range.Evaluate(frame), frame, out var fault);
        if (elements is null)
        {
            return fault;
        }

        var fold = new Absorption(decisive: !isAll);
        for (var i = 0; i < elements.Length; i++)
        {
            frame.Bind(local, elements[i], i);
            if (fold.Add(predicate.Evaluate(frame), frame) || frame.IsExhausted)
            {
                break;
            }
        }

        return fold.Result;
    }
}
