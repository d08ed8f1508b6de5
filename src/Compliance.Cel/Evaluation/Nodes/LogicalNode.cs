using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>
/// A chain of <c>&amp;&amp;</c> or <c>||</c>. One decisive operand anywhere decides, whatever the others are; without one,
/// an unknown beats an error, and an error beats a value.
/// </summary>
internal sealed class LogicalNode(SourceSpan span, bool isAnd, Node[] operands) : Node(span, CelType.Bool)
{
    public bool IsAnd => isAnd;

    public override IReadOnlyList<Node> Children => operands;

    private protected override CelValue Run(Frame frame)
    {
        var fold = new Absorption(decisive: !isAnd);
        foreach (var operand in operands)
        {
            if (fold.Add(operand.Evaluate(frame), frame))
            {
                break;
            }
        }

        return fold.Result;
    }
}
