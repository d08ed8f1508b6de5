using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Names, selections, presence tests and indexes.</summary>
internal sealed class NameChecker(CheckContext context, ExpressionChecker expressions)
{
    public Node Check(SyntaxNode syntax) => syntax switch
    {
        NameSyntax name => Resolve(name.Span, name.Name) ?? Unresolved(name.Span, name.Name),
        SelectSyntax select => Qualified(select) ?? Select(select, expressions.Check(select.Operand), isTest: false, select.Span),
        HasSyntax has => Select(has.Selection, expressions.Check(has.Selection.Operand), isTest: true, has.Span),
        _ => Index((IndexSyntax)syntax),
    };

    /// <summary>A macro variable, innermost first; then a variable of the environment.</summary>
    private Node? Resolve(SourceSpan span, string name)
    {
        var local = context.FindLocal(name);
        if (local >= 0)
        {
            return new LocalNode(span, context.LocalType(local), name, local);
        }

        var slot = context.Environment.Slot(name);
        return slot < 0 ? null : new VariableNode(span, context.Environment.Variables[slot], slot);
    }

    /// <summary>A selection that is, as a whole, the dotted name of a variable. A macro variable at its root hides that.</summary>
    private Node? Qualified(SelectSyntax select)
    {
        if (DottedLength(select) > context.Environment.LongestDottedName)
        {
            return null;
        }

        var dotted = Dotted(select);
        return dotted is null || context.FindLocal(dotted[..dotted.IndexOf('.', StringComparison.Ordinal)]) >= 0
            ? null
            : Resolve(select.Span, dotted);
    }

    private static int DottedLength(SelectSyntax select) => 1 + select.Field.Length + select.Operand switch
    {
        NameSyntax name => name.Name.Length,
        SelectSyntax inner => DottedLength(inner),
        _ => 0,
    };

    private static string? Dotted(SelectSyntax select) => select.Operand switch
    {
        NameSyntax name => $"{name.Name}.{select.Field}",
        SelectSyntax inner when Dotted(inner) is { } outer => $"{outer}.{select.Field}",
        _ => null,
    };

    private Node Unresolved(SourceSpan span, string name)
    {
        if (UnsupportedFeatures.Name(name) is { } feature)
        {
            return context.Fail(CelIssueKind.Unsupported, span, feature);
        }

        var names = context.NamesInScope.ToList();
        return context.Fail(CelIssueKind.Name, span, $"there is no variable {name} here{Spelling.Hint(name, names)}", Spelling.Suggest(name, names));
    }

    private Node Select(SelectSyntax select, Node operand, bool isTest, SourceSpan span)
    {
        switch (TypeUnifier.Prune(operand.Type))
        {
            case CelRecordType record:
                record.Freeze();
                return Field(select, operand, record, isTest, span);
            case CelMapType map when TypeUnifier.Unify(map.Key, CelType.String):
                return isTest ? new HasKeyNode(span, operand, select.Field) : new KeyNode(span, map.Value, operand, select.Field);
            case TypeVariable variable:
                var value = new TypeVariable();
                variable.Bound = new CelMapType(CelType.String, value);
                return isTest ? new HasKeyNode(span, operand, select.Field) : new KeyNode(span, value, operand, select.Field);
            case var other:
                return context.Fail(
                    CelIssueKind.Type,
                    select.FieldSpan,
                    $"{TypeUnifier.Resolve(other)} has no fields, so .{select.Field} means nothing here");
        }
    }

    private Node Field(SelectSyntax select, Node operand, CelRecordType record, bool isTest, SourceSpan span)
    {
        if (record.Find(select.Field) is not { } field)
        {
            var names = record.Fields.Select(known => known.Name).ToList();
            return context.Fail(
                CelIssueKind.Name,
                select.FieldSpan,
                $"{record.Name} has no field {select.Field}{Spelling.Hint(select.Field, names)}",
                Spelling.Suggest(select.Field, names));
        }

        return isTest ? new HasFieldNode(span, operand, record, field) : new FieldNode(span, operand, record, field);
    }

    private Node Index(IndexSyntax syntax)
    {
        var operand = expressions.Check(syntax.Operand);
        var index = expressions.Check(syntax.Index);
        switch (TypeUnifier.Prune(operand.Type))
        {
            case CelListType list when TypeUnifier.Unify(index.Type, CelType.Int):
                return new IndexNode(syntax.Span, list.Element, operand, index);
            case CelListType:
                return context.Fail(CelIssueKind.Type, index.Span, $"the index of a list must be int, but this is {TypeUnifier.Resolve(index.Type)}");
            case CelMapType map when TypeUnifier.Unify(index.Type, map.Key):
                EnumLiterals.Check(context, map.Key, index);
                return new IndexNode(syntax.Span, map.Value, operand, index);
            case CelMapType map:
                return context.Fail(
                    CelIssueKind.Type,
                    index.Span,
                    $"the keys of this map are {TypeUnifier.Resolve(map.Key)}, but this is {TypeUnifier.Resolve(index.Type)}");
            case TypeVariable:
                return new IndexNode(syntax.Span, new TypeVariable(), operand, index);
            case CelRecordType record:
                return context.Fail(CelIssueKind.Type, syntax.Span, $"{record.Name} is a record: its fields are read with a dot");
            case var other:
                return context.Fail(CelIssueKind.Type, syntax.Span, $"only lists and maps have an index, and this is {TypeUnifier.Resolve(other)}");
        }
    }
}
