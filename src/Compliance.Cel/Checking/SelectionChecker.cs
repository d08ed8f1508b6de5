using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Names, fields, keys and indexes.</summary>
internal sealed class SelectionChecker(Checker checker, IssueList issues)
{
    private const string Dynamic = "dynamic types (dyn, type) are not part of this language";

    public Node Name(NameSyntax name)
    {
        if (checker.Scope.FindLocal(name.Name) is { } local)
        {
            return new LocalNode(name.Span, local.Type, name.Name, local.Index);
        }

        var slot = checker.Scope.Environment.SlotOf(name.Name);
        if (slot >= 0)
        {
            return new VariableNode(name.Span, checker.Scope.Environment.Variables[slot], slot);
        }

        // The names of types are values of the type "type", which only dynamic programs need.
        if (name.Name is "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "map" or "null_type" or "type")
        {
            issues.Error(CelIssueKind.Unsupported, name.Span, Dynamic);
            return Checker.Broken(name.Span);
        }

        return Unknown(name.Span, $"there is no {name.Name} here", name.Name, checker.Scope.Names);
    }

    public Node Select(SelectSyntax select)
    {
        if (Qualified(select) is { } variable)
        {
            return variable;
        }

        var operand = checker.Check(select.Operand);
        switch (TypeUnifier.Prune(operand.Type))
        {
            case CelRecordType record when record.Find(select.Field) is { } field:
                return new FieldNode(select.Span, operand, record, field);
            case CelRecordType record:
                return NoField(record, select);
            case CelMapType map when TypeUnifier.Unify(map.Key, CelType.String):
                return new KeyNode(select.Span, map.Value, operand, select.Field);
            case TypeVariable:
                return Checker.Broken(select.Span);
            default:
                return checker.Wrong(select.FieldSpan, $"{Checker.Show(operand.Type)} has no fields");
        }
    }

    public Node Has(HasSyntax has)
    {
        var select = has.Selection;
        var operand = checker.Check(select.Operand);
        switch (TypeUnifier.Prune(operand.Type))
        {
            case CelRecordType record when record.Find(select.Field) is { } field:
                return new HasFieldNode(has.Span, operand, record, field);
            case CelRecordType record:
                return NoField(record, select);
            case CelMapType map when TypeUnifier.Unify(map.Key, CelType.String):
                return new HasKeyNode(has.Span, operand, select.Field);
            case TypeVariable:
                return Checker.Broken(has.Span);
            default:
                return checker.Wrong(select.FieldSpan, $"{Checker.Show(operand.Type)} has no fields");
        }
    }

    public Node Index(IndexSyntax index)
    {
        var operand = checker.Check(index.Operand);
        switch (TypeUnifier.Prune(operand.Type))
        {
            case CelListType list:
                return new IndexNode(index.Span, list.Element, operand, checker.Check(index.Index, CelType.Int, "the index of a list"));
            case CelMapType map:
                return new IndexNode(index.Span, map.Value, operand, checker.Check(index.Index, map.Key, "the key of this map"));
            case TypeVariable:
                return Checker.Broken(index.Span);
            default:
                return checker.Wrong(index.Span, $"{Checker.Show(operand.Type)} has no elements");
        }
    }

    // A variable may have a name with dots; the longest one wins over a field of a shorter one, a macro's variable over both.
    private VariableNode? Qualified(SelectSyntax select)
    {
        var slot = DottedName(select) is { } name ? checker.Scope.Environment.SlotOf(name) : -1;
        return slot < 0 ? null : new VariableNode(select.Span, checker.Scope.Environment.Variables[slot], slot);
    }

    private string? DottedName(SyntaxNode node) => node switch
    {
        NameSyntax name when checker.Scope.FindLocal(name.Name) is null => name.Name,
        SelectSyntax select when DottedName(select.Operand) is { } before => $"{before}.{select.Field}",
        _ => null,
    };

    private Node NoField(CelRecordType record, SelectSyntax select)
        => Unknown(select.FieldSpan, $"{record.Name} has no {select.Field}", select.Field, [.. record.Fields.Select(f => f.Name)]);

    private Node Unknown(SourceSpan span, string message, string name, IReadOnlyCollection<string> candidates)
    {
        var near = Nearest.To(name, candidates);
        var known = near is null && candidates.Count > 0 ? $"; there is {Nearest.Some(candidates)}" : string.Empty;
        issues.Error(CelIssueKind.Name, span, message + known, near);
        return Checker.Broken(span);
    }
}
