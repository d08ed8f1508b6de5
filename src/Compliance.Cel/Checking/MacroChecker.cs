using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Macros: their variable is visible in their bodies only, and hides every other name.</summary>
internal sealed class MacroChecker(CheckContext context, ExpressionChecker expressions)
{
    public Node Check(MacroSyntax macro)
    {
        var range = expressions.Check(macro.Range);
        var element = TypeUnifier.Prune(range.Type) switch
        {
            CelListType list => list.Element,
            CelMapType map => map.Key,
            TypeVariable => new TypeVariable(),
            _ => null,
        };
        if (element is null)
        {
            return context.Fail(
                CelIssueKind.Type,
                range.Span,
                $"a macro goes over a list or the keys of a map, but this is {TypeUnifier.Resolve(range.Type)}");
        }

        var local = context.Enter(macro.Variable, element);
        var node = Body(macro, range, element, local);
        context.Leave();
        return node;
    }

    private Node Body(MacroSyntax macro, Node range, CelType element, int local)
    {
        if (macro is { Kind: MacroKind.Map, Result: null })
        {
            var only = expressions.Check(macro.Body);
            return new ProjectNode(macro.Span, new CelListType(only.Type), range, local, null, only);
        }

        var predicate = expressions.CheckBool(macro.Body, "the condition of the macro");
        switch (macro.Kind)
        {
            case MacroKind.All or MacroKind.Exists:
                return new QuantifierNode(macro.Span, macro.Kind == MacroKind.All, range, local, predicate);
            case MacroKind.ExistsOne:
                return new ExistsOneNode(macro.Span, range, local, predicate);
            case MacroKind.Filter:
                return new ProjectNode(macro.Span, new CelListType(element), range, local, predicate, null);
            default:
                var result = expressions.Check(macro.Result!);
                return new ProjectNode(macro.Span, new CelListType(result.Type), range, local, predicate, result);
        }
    }
}
