using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Reports the comparison of an enum with a literal that is none of its values: it could never hold.</summary>
internal sealed class EnumGuard(IssueList issues)
{
    public void Compare(Node left, Node right)
    {
        Check(left, right);
        Check(right, left);
    }

    /// <summary>An enum that is looked for in a list of literals, or a literal that is looked for in a list of enums.</summary>
    public void CompareWithAll(Node element, Node whole)
    {
        foreach (var item in whole is ListNode ? whole.Children : [])
        {
            Compare(element, item);
        }

        if (TypeUnifier.Prune(whole.Type) is CelListType { Element: var inner } && TypeUnifier.Prune(inner) is CelEnumType values)
        {
            Check(values, element);
        }
    }

    private void Check(Node side, Node other)
    {
        if (TypeUnifier.Prune(side.Type) is CelEnumType values)
        {
            Check(values, other);
        }
    }

    private void Check(CelEnumType values, Node other)
    {
        if (other is LiteralNode { Value: { Kind: CelKind.String } literal } && !values.Values.Contains(literal.AsString(), StringComparer.Ordinal))
        {
            var near = Nearest.To(literal.AsString(), values.Values);
            issues.Error(
                CelIssueKind.Name, other.Span, $"{literal} is no {values.Name}; there is {string.Join(", ", values.Values)}", near is null ? null : $"\"{near}\"");
        }
    }
}
