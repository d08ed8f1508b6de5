namespace Compliance.Cel.Tests;

/// <summary>Compiling and evaluating in one line, for tests that are about the outcome.</summary>
public static class Cel
{
    public static CelEnvironment Empty { get; } = new();

    public static CelProgram Compile(string source, CelEnvironment? environment = null)
    {
        var compiled = CelCompiler.Compile(source, environment ?? Empty);
        compiled.IsSuccess.Should().BeTrue("{0} should compile, but: {1}", source, string.Join("; ", compiled.Issues));
        return compiled.Program!;
    }

    public static CelValue Eval(string source) => Compile(source).Evaluate(new CelBindings(Empty));

    /// <summary>The text of the outcome; just <c>error</c> for any error.</summary>
    public static string Outcome(string source)
    {
        var value = Eval(source);
        return value.Kind == CelKind.Error ? "error" : value.ToString();
    }

    public static CelIssue Refused(string source, CelEnvironment? environment = null)
    {
        var compiled = CelCompiler.Compile(source, environment ?? Empty);
        compiled.IsSuccess.Should().BeFalse("{0} should not compile", source);
        return compiled.Issues.First(issue => issue.Severity == CelSeverity.Error);
    }
}
