using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Evaluation;

/// <summary>Finds out whether an expression has one outcome whatever its variables are.</summary>
internal static class ConstantOutcome
{
    /// <summary>The outcome; null when it may differ.</summary>
    public static CelValue? Of(Node root, int locals, CelLimits limits)
    {
        if (!ReadsVariables(root))
        {
            return root.Evaluate(new Frame([], locals, limits));
        }

        // One operand that is constant and decisive decides the chain, whatever the others are.
        return root is LogicalNode chain
            ? chain.Children.Select(operand => Of(operand, locals, limits)).FirstOrDefault(v => v is { Kind: CelKind.Bool } value && value.AsBool() != chain.IsAnd)
            : null;
    }

    private static bool ReadsVariables(Node node) => node is VariableNode || node.Children.Any(ReadsVariables);
}
