using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Types;

namespace Compliance.Cel.Proving;

/// <summary>Warns of conditions that do not depend on any data, the widest only, and of operands that are there twice.</summary>
internal sealed class ConstantParts(IssueList issues)
{
    private readonly Terms terms = new();
    private readonly Prover prover = new();

    /// <summary>Which outcomes the whole can have.</summary>
    public (bool NeverFalse, bool NeverTrue) Report(Node node)
    {
        var (neverFalse, neverTrue) = CanBeProved(node) ? (prover.IsNever(node, false), prover.IsNever(node, true)) : (false, false);
        if (neverFalse || neverTrue)
        {
            issues.Warning(CelIssueKind.Constant, node.Span, $"this can never be {(neverFalse ? "false" : "true")}, whatever the data is");
            return (neverFalse, neverTrue);
        }

        if (node is LogicalNode)
        {
            ReportRepeated(node);
        }

        foreach (var child in node.Children)
        {
            Report(child);
        }

        return (false, false);
    }

    /// <summary>Attributes and calls by themselves can be anything; a literal is meant, unless it was computed.</summary>
    private static bool CanBeProved(Node node) => TypeUnifier.Prune(node.Type).Kind == CelKind.Bool && node switch
    {
        EqualNode or OrderNode or InNode or NotNode or LogicalNode or ConditionalNode or QuantifierNode or ExistsOneNode => true,
        LiteralNode literal => literal.Parts.Count > 0,
        _ => false,
    };

    private void ReportRepeated(Node chain)
    {
        HashSet<int> seen = [];
        foreach (var operand in chain.Children.Where(operand => !seen.Add(terms.Of(operand))))
        {
            issues.Warning(CelIssueKind.Constant, operand.Span, "this repeats a condition of the same chain");
        }
    }
}
