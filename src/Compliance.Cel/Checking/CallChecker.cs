using Compliance.Cel.Evaluation.Functions;
using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Matching;
using Compliance.Cel.Syntax;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Calls of functions and macros.</summary>
internal sealed class CallChecker(Checker checker, IssueList issues)
{
    public Node Call(CallSyntax call)
    {
        SyntaxNode[] parts = call.Target is null ? [.. call.Arguments] : [call.Target, .. call.Arguments];
        if (FunctionTable.WhyNot(call.Name) is { } reason)
        {
            issues.Error(CelIssueKind.Unsupported, call.NameSpan, reason);
            return Checker.Broken(call.Span);
        }

        var isMethod = call.Target is not null;
        var named = FunctionTable.Find(call.Name);
        if (named.Count == 0)
        {
            issues.Error(CelIssueKind.Name, call.NameSpan, $"there is no function {call.Name}", Nearest.To(call.Name, FunctionTable.Names));
            return Checker.Broken(call.Span);
        }

        var arguments = parts.Select(checker.Check).ToArray();
        foreach (var overload in named.Where(o => o.IsMethod == isMethod && o.Parameters.Length == arguments.Length))
        {
            if (Fits(overload, arguments) is { } result)
            {
                return Node(call, overload, result, arguments);
            }
        }

        var given = string.Join(", ", arguments.Select(a => Checker.Show(a.Type)));
        return checker.Wrong(call.NameSpan, $"{call.Name} does not take ({given}); it is {string.Join(" or ", named.Select(o => o.ToString()))}");
    }

    public Node Macro(MacroSyntax macro)
    {
        var range = checker.Check(macro.Range);
        var element = TypeUnifier.Prune(range.Type) switch
        {
            CelListType list => list.Element,
            CelMapType map => map.Key,
            TypeVariable variable => variable,
            _ => null,
        };
        if (element is null)
        {
            return checker.Wrong(macro.Range.Span, $"a macro goes over a list or a map, not {Checker.Show(range.Type)}");
        }

        var local = checker.Scope.Enter(macro.Variable, element);
        var node = Macro(macro, range, element, local);
        checker.Scope.Leave();
        return node;
    }

    private Node Macro(MacroSyntax macro, Node range, CelType element, int local)
    {
        if (macro.Kind == MacroKind.Map)
        {
            var condition = macro.Result is null ? null : checker.Check(macro.Body, CelType.Bool, "the condition of map");
            var result = checker.Check(macro.Result ?? macro.Body);
            return new ProjectNode(macro.Span, CelType.List(result.Type), range, local, condition, result);
        }

        var predicate = checker.Check(macro.Body, CelType.Bool, "the condition of a macro");
        return macro.Kind switch
        {
            MacroKind.All => new QuantifierNode(macro.Span, isAll: true, range, local, predicate),
            MacroKind.Exists => new QuantifierNode(macro.Span, isAll: false, range, local, predicate),
            MacroKind.ExistsOne => new ExistsOneNode(macro.Span, range, local, predicate),
            _ => new ProjectNode(macro.Span, CelType.List(element), range, local, predicate, null),
        };
    }

    private static Node Node(CallSyntax call, Overload overload, CelType result, Node[] arguments)
    {
        // A constant pattern is compiled once; a bad one is an error of evaluation all the same, which || may absorb.
        return overload.Name == "matches" && arguments[1] is LiteralNode { Value: { Kind: CelKind.String } pattern }
            ? new MatchesNode(call.Span, arguments[0], arguments[1], Pattern.Compile(pattern.AsString()))
            : new CallNode(call.Span, result, overload.Body, arguments);
    }

    /// <summary>The result type when the arguments fit; null otherwise, with nothing bound.</summary>
    private static CelType? Fits(Overload overload, Node[] arguments)
    {
        var fresh = new Dictionary<TypeVariable, CelType>();
        var parameters = overload.Parameters.Select(p => TypeUnifier.Instantiate(p, fresh)).ToArray();
        for (var i = 0; i < arguments.Length; i++)
        {
            // Looked at before it is bound: an argument that does not fit must not be changed by the attempt.
            var argument = TypeUnifier.Prune(arguments[i].Type);
            var parameter = TypeUnifier.Prune(parameters[i]);
            if (argument is not TypeVariable && parameter is not TypeVariable && argument.Kind != parameter.Kind)
            {
                return null;
            }
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (!TypeUnifier.Unify(parameters[i], arguments[i].Type))
            {
                return null;
            }
        }

        return TypeUnifier.Instantiate(overload.Result, fresh);
    }
}
