using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Types;
using Compliance.Cel.Values;

namespace Compliance.Cel.Checking;

/// <summary>
/// Finds the typo that would make a rule quietly false: a string literal that an enum can never be equal to.
/// </summary>
internal static class EnumLiterals
{
    /// <summary>Checks what an expression of the enum (or of a list of it, or of a map by it) is compared with.</summary>
    public static void Check(CheckContext context, CelType type, Node other)
    {
        type = TypeUnifier.Prune(type);
        if (other is ConditionalNode conditional)
        {
            Check(context, type, conditional.WhenTrue);
            Check(context, type, conditional.WhenFalse);
        }
        else if (type is CelEnumType || TypeUnifier.Prune(other.Type) is CelListType)
        {
            Compare(context, type, other);
        }
    }

    private static void Compare(CheckContext context, CelType type, Node other)
    {
        var known = (type as CelEnumType) ?? (type is CelListType list ? TypeUnifier.Prune(list.Element) as CelEnumType : null);
        if (known is null)
        {
            return;
        }

        if (other is ListNode { Children: var items })
        {
            foreach (var item in items)
            {
                Check(context, known, item);
            }
        }
        else if (other is LiteralNode literal)
        {
            CheckValue(context, known, literal, literal.Value);
        }
    }

    private static void CheckValue(CheckContext context, CelEnumType known, LiteralNode literal, CelValue value)
    {
        if (value.Kind == CelKind.List)
        {
            for (var i = 0; i < value.List.Items.Length; i++)
            {
                var part = literal.Parts.Count == value.List.Items.Length ? literal.Parts[i] as LiteralNode : null;
                CheckValue(context, known, part ?? literal, value.List.Items[i]);
            }

            return;
        }

        if (value.Kind == CelKind.String && !known.Values.Contains(value.AsString(), StringComparer.Ordinal))
        {
            var nearest = Spelling.Suggest(value.AsString(), known.Values);
            context.Fail(
                CelIssueKind.Name,
                literal.Span,
                $"{ValueText.Quote(value.AsString())} is no {known.Name}; {Spelling.Some(value.AsString(), known.Values)}",
                nearest is { } meant ? meant with { Text = ValueText.Quote(meant.Text) } : null);
        }
    }
}
