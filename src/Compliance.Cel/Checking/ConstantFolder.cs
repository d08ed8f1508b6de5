using Compliance.Cel.Evaluation;
using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Checking;

/// <summary>
/// Computes what has only constant parts, once. What always fails stays as it is, since an <c>||</c> may absorb it, and is warned of.
/// </summary>
internal sealed class ConstantFolder(CheckContext context)
{
    /// <summary>Steps that all folding in one compilation may take: what is dearer is left to evaluation and its own budget.</summary>
    private long budget = Math.Min(context.Limits.Steps, 100_000);

    public Node Fold(Node node)
    {
        var isCandidate = node is not (LiteralNode or VariableNode or LocalNode)
            && node.Children.All(child => child is LiteralNode { Value.IsValue: true });
        if (!isCandidate || context.Issues.HasErrors)
        {
            return node;
        }

        var frame = new Frame([], context.LocalCount, context.Limits with { Steps = budget });
        var value = node.Evaluate(frame);
        budget = Math.Max(0, budget - frame.Steps);
        if (frame.IsExhausted)
        {
            return node;
        }

        if (value.IsValue)
        {
            return new LiteralNode(node.Span, node.Type, value) { Parts = node.Children };
        }

        context.Issues.Warning(CelIssueKind.Failure, node.Span, $"this always fails: {value.ErrorMessage}");
        return node;
    }
}
