using Compliance.Cel.Evaluation.Functions;
using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Matching;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Functions and methods: exactly one overload must take the arguments as they are.</summary>
internal sealed class CallChecker(CheckContext context, ExpressionChecker expressions)
{
    public Node Check(CallSyntax call)
    {
        var overloads = FunctionTable.Find(call.Name).ToList();
        if (overloads.Count == 0)
        {
            return NoFunction(call);
        }

        var arguments = (call.Target is null ? call.Arguments : [call.Target, .. call.Arguments]).Select(expressions.Check).ToArray();
        var isMethod = call.Target is not null;
        foreach (var overload in overloads.Where(overload => overload.IsMethod == isMethod))
        {
            if (Result(overload, arguments) is { } type)
            {
                return Build(call, overload, type, arguments);
            }
        }

        return NoOverload(call, overloads, arguments);
    }

    /// <summary>The type of the result when the overload takes the arguments; null otherwise. Free arguments are bound only on success.</summary>
    private static CelType? Result(Overload overload, Node[] arguments)
    {
        if (overload.Parameters.Length != arguments.Length)
        {
            return null;
        }

        var fresh = new Dictionary<TypeVariable, CelType>();
        var parameters = overload.Parameters.Select(parameter => TypeUnifier.Instantiate(parameter, fresh)).ToArray();
        var couldFit = parameters.Zip(arguments).All(pair => TypeUnifier.CouldUnify(pair.First, pair.Second.Type));
        return couldFit && parameters.Zip(arguments).All(pair => TypeUnifier.Unify(pair.First, pair.Second.Type))
            ? TypeUnifier.Instantiate(overload.Result, fresh)
            : null;
    }

    private Node Build(CallSyntax call, Overload overload, CelType type, Node[] arguments)
    {
        if (overload.Name != "matches" || arguments[1] is not LiteralNode { Value.Kind: CelKind.String } literal)
        {
            return new CallNode(call.Span, type, overload, arguments);
        }

        if (context.PatternStates <= 0)
        {
            return new CallNode(call.Span, type, overload, arguments);
        }

        if (Pattern.TryCompile(literal.Value.AsString(), out var pattern, out var problem))
        {
            context.PatternStates -= pattern.States;
            return new MatchesNode(call.Span, arguments[0], literal, pattern);
        }

        // By the specification a bad pattern is an error when evaluated, which || and && may absorb.
        if (arguments[0] is not LiteralNode)
        {
            context.Issues.Warning(CelIssueKind.Failure, literal.Span, $"this always fails: {problem}");
        }

        return new CallNode(call.Span, type, overload, arguments);
    }

    private Node NoFunction(CallSyntax call)
    {
        if (UnsupportedFeatures.Function(call.Name, call.Arguments.Count) is { } feature)
        {
            return context.Fail(CelIssueKind.Unsupported, call.NameSpan, feature);
        }

        if (call.Target is NameSyntax space && UnsupportedFeatures.Name(space.Name) is { } extension && !context.NamesInScope.Contains(space.Name))
        {
            return context.Fail(CelIssueKind.Unsupported, space.Span, extension);
        }

        foreach (var part in call.Target is null ? call.Arguments : [call.Target, .. call.Arguments])
        {
            // The variable of a mistyped macro is no name here; only what can be judged is.
            if (part is not NameSyntax && !ReferenceEquals(part, call.Arguments.Count > 1 ? call.Arguments[^1] : null))
            {
                expressions.Check(part);
            }
        }

        var names = FunctionTable.Names.Concat(["all", "exists", "exists_one", "filter", "map", "has"]).ToList();
        return context.Fail(
            CelIssueKind.Name,
            call.NameSpan,
            $"there is no function {call.Name}{Spelling.Hint(call.Name, names)}",
            Spelling.Suggest(call.Name, names));
    }

    private Node NoOverload(CallSyntax call, List<Overload> overloads, Node[] arguments)
    {
        var forms = string.Join(", ", overloads.Select(Form).Distinct(StringComparer.Ordinal));
        var given = string.Join(", ", arguments.Select(argument => TypeUnifier.Resolve(argument.Type)));
        var written = call.Target is null ? $"{call.Name}({given})" : $"{call.Name} on ({given})";
        return context.Fail(CelIssueKind.Type, call.NameSpan, $"there is no {written}; there is {forms}");
    }

    private static string Form(Overload overload) => overload.IsMethod
        ? $"{overload.Parameters[0]}.{overload.Name}({string.Join(", ", overload.Parameters.Skip(1))})"
        : $"{overload.Name}({string.Join(", ", (IEnumerable<CelType>)overload.Parameters)})";
}
