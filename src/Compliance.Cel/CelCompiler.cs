using Compliance.Cel.Checking;
using Compliance.Cel.Proving;
using Compliance.Cel.Syntax;

namespace Compliance.Cel;

/// <summary>Source to program: parse, check, build. Never throws on any source.</summary>
public static class CelCompiler
{
    public static CelCompilation Compile(string source, CelEnvironment environment)
        => Compile(source, environment, null, CelLimits.Default);

    /// <param name="source">the expression</param>
    /// <param name="environment">the variables it may use</param>
    /// <param name="expected">the type the whole must have; null: any</param>
    public static CelCompilation Compile(string source, CelEnvironment environment, CelType? expected)
        => Compile(source, environment, expected, CelLimits.Default);

    /// <param name="source">the expression</param>
    /// <param name="environment">the variables it may use</param>
    /// <param name="expected">the type the whole must have; null: any</param>
    /// <param name="limits">bounds of compilation and evaluation</param>
    public static CelCompilation Compile(string source, CelEnvironment environment, CelType? expected, CelLimits limits)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(limits);
        var issues = new IssueList();
        if (source.Length > limits.SourceLength)
        {
            var rest = new SourceSpan(limits.SourceLength, source.Length);
            issues.Error(CelIssueKind.Limit, rest, $"the expression is too long: more than {limits.SourceLength} characters");
            return new CelCompilation(null, issues.InOrder);
        }

        var tree = Parser.Parse(source, limits, issues);
        if (issues.HasErrors)
        {
            return new CelCompilation(null, issues.InOrder);
        }

        var context = new CheckContext(environment, issues, limits);
        var root = new ExpressionChecker(context).CheckWhole(tree, expected);
        if (issues.HasErrors)
        {
            return new CelCompilation(null, issues.InOrder);
        }

        var program = new CelProgram(source, environment, limits, root, context.LocalCount);
        if (program.IsConstant)
        {
            issues.Warning(CelIssueKind.Constant, root.Span, $"this is always {program.ConstantValue}, whatever the data is");
        }
        else
        {
            (program.NeverFalse, program.NeverTrue) = new ConstantParts(issues).Report(root);
        }

        return new CelCompilation(program, issues.InOrder);
    }
}
