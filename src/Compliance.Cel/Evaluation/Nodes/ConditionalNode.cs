using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>condition ? a : b</c>: absorbs nothing, and evaluates only the branch it takes.</summary>
internal sealed class ConditionalNode(SourceSpan span, CelType type, Node condition, Node whenTrue, Node whenFalse) : Node(span, type)
{
    public Node Condition => condition;

    public Node WhenTrue => whenTrue;

    public Node WhenFalse => whenFalse;

    public override IReadOnlyList<Node> Children => [condition, whenTrue, whenFalse];

    private protected override CelValue Run(Frame frame)
    {
        var value = condition.Evaluate(frame);
        return !value.IsValue ? value : value.AsBool() ? whenTrue.Evaluate(frame) : whenFalse.Evaluate(frame);
    }
}
