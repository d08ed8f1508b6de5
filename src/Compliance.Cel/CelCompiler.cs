using Compliance.Cel.Checking;
using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Types;

namespace Compliance.Cel;

/// <summary>Turns source into a checked program. Everything that can be wrong with the source is found here, not when it runs.</summary>
public static class CelCompiler
{
    /// <param name="expected">the type the expression must have; null for any</param>
    public static CelCompilation Compile(string source, CelEnvironment environment, CelType? expected = null)
        => Compile(source, environment, expected, CelLimits.Default);

    /// <param name="expected">the type the expression must have; null for any</param>
    public static CelCompilation Compile(string source, CelEnvironment environment, CelType? expected, CelLimits limits)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(limits);
        var issues = new IssueList();
        if (source.Length > limits.SourceLength)
        {
            issues.Error(CelIssueKind.Limit, new SourceSpan(0, 0), $"the expression is too long: more than {limits.SourceLength} characters");
            return new CelCompilation(null, issues.InOrder);
        }

        var tree = Parser.Parse(source, limits, issues);
        if (issues.HasErrors)
        {
            return new CelCompilation(null, issues.InOrder);
        }

        var checker = new Checker(environment, issues);
        var root = checker.Check(tree);
        Expect(root, expected, issues);
        return new CelCompilation(issues.HasErrors ? null : Program(source, environment, root, checker, limits), issues.InOrder);
    }

    private static void Expect(Node root, CelType? expected, IssueList issues)
    {
        if (expected is not null && !issues.HasErrors && !TypeUnifier.Unify(root.Type, expected))
        {
            issues.Error(CelIssueKind.Type, root.Span, $"this is {TypeUnifier.Resolve(root.Type)}, but {expected} is wanted here");
        }
    }

    private static CelProgram Program(string source, CelEnvironment environment, Node root, Checker checker, CelLimits limits)
    {
        CelProgram Part(Node node) => new(source, environment, node, checker.LocalCount, limits) { Source = source[node.Span.Start..node.Span.End] };
        var comparison = Comparisons.Of(root) is { } found ? new CelComparison(found.Operator, Part(found.Left), Part(found.Right)) : null;
        return new CelProgram(source, environment, root, checker.LocalCount, limits) { Comparison = comparison };
    }
}
