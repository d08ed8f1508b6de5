using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>Runs a vector and says what is wrong with the outcome; null when nothing is.</summary>
public static partial class VectorJudge
{
    /// <summary>
    /// Features outside the subset, seen in the text of an expression alone, so that the compiler under test has no say in
    /// which vectors it may refuse.
    /// </summary>
    [GeneratedRegex("""
        (?x) \b(?:0x[0-9a-fA-F]+|\d+)[uU]\b | \b(?:uint|bytes|dyn|type|optional)\b | \b(?:b|B|br|BR|Br|bR)["'] | \bgoogle\. | (?<![\w)\]"'}]\s*)\.\s*[A-Za-z_]
        | ^(?:int|string|double|bool|list|map)\s*(?:==|$) | ==\s*(?:int|string|double|bool|list|map|null_type)$ | (?<![\w.])([uy])(?![\w(,])(?<!\(\1,.*)
        """)]
    private static partial Regex OutsideTheSubset();

    [GeneratedRegex("""
        (?x) \b(?:0x[0-9a-fA-F]+|\d+)[uU]\b | \b(?:uint|bytes|dyn|type)\( | \b(?:b|B|br|BR|Br|bR)["'] | (?:^|[\s(\[{,&|!])\.[A-Za-z_]
        """)]
    private static partial Regex NamedFeature();

    /// <summary>Where we chose otherwise than cel-go: each is a rule of the language with a test of its own.</summary>
    [GeneratedRegex("""
        (?x) duration\(.*\)\.getMilliseconds\(\) | ^string\(timestamp\(
        """)]
    private static partial Regex ChosenOtherwise();

    public static bool IsOutside(Vector vector)
        => vector.Strict is "reject" or "needs-dyn"
           || vector.IsUnchecked
           || (vector.Tier is { } tier ? tier is not ("core" or "strings-ext") : OutsideTheSubset().IsMatch(WithoutStrings(vector.Expression)));

    public static string? Judge(Vector vector)
    {
        var declared = vector.Declared.Select(pair => (pair.Name, Type: VectorTypes.Parse(pair.Type))).Where(pair => pair.Type is not null).ToList();
        var environment = new CelEnvironment(declared.Select(pair => new CelVariable(pair.Name, pair.Type!)));
        var compiled = CelCompiler.Compile(vector.Expression, environment);
        if (vector.HasContainer && vector.Expression == "y")
        {
            return JudgeWithoutContainer(vector, compiled);
        }

        if (vector.Group == "syntax")
        {
            return JudgeSyntax(vector, compiled);
        }

        if (!compiled.IsSuccess)
        {
            return JudgeRefusal(vector, compiled);
        }

        var bindings = new CelBindings(environment);
        foreach (var (name, _) in declared)
        {
            bindings[name] = vector.Bindings?[name] is JsonObject value
                ? VectorValues.Bind(value, [name], vector.UnknownAttributes)
                : vector.UnknownAttributes.Any(path => path[0] == name) ? CelValue.Unknown(name) : CelValue.Absent;
        }

        return JudgeProgram(vector, compiled.Program, bindings);
    }

    /// <summary>There are no containers: a name is what is declared by it, and never something longer that ends in it.</summary>
    private static string? JudgeWithoutContainer(Vector vector, CelCompilation compiled)
    {
        var declared = vector.Declared.Where(pair => pair.Name == "y").Select(pair => pair.Type).ToList();
        return compiled.Program?.Type.ToString() == declared.FirstOrDefault() ? null : $"y has type {compiled.Program?.Type}";
    }

    private static string? JudgeSyntax(Vector vector, CelCompilation compiled)
    {
        var isSyntaxError = compiled.Issues.Any(issue => issue.Severity == CelSeverity.Error && issue.Kind == CelIssueKind.Syntax);
        if (vector.ErrorPhase == "parse")
        {
            return compiled.IsSuccess ? "compiled, but is no expression" : null;
        }

        if (IsOutside(vector))
        {
            return compiled.Issues.Any(issue => issue.Kind == CelIssueKind.Unsupported) ? null : "no issue names the unsupported feature";
        }

        return isSyntaxError && !vector.IsImplementationSpecific ? $"does not parse: {compiled.Issues[0]}" : null;
    }

    private static string? JudgeRefusal(Vector vector, CelCompilation compiled)
    {
        var isExpected = vector.ErrorPhase is "check" or "parse" || IsOutside(vector) || vector.IsImplementationSpecific;
        if (!isExpected)
        {
            return $"does not compile: {compiled.Issues.First(issue => issue.Severity == CelSeverity.Error)}";
        }

        var refusal = compiled.Issues.First(issue => issue.Severity == CelSeverity.Error);
        if (vector is { Strict: "reject", IsRefusedByAnyChecker: false } && !refusal.Message.Contains("part of this language", StringComparison.Ordinal))
        {
            return $"does not name the feature: {refusal}";
        }

        // Once it parses, everything wrong is reported, so a feature with a notation of its own must be among the issues.
        var isNamed = compiled.Issues.Any(issue => issue.Kind is CelIssueKind.Unsupported or CelIssueKind.Syntax);
        return isNamed || !NamedFeature().IsMatch(WithoutStrings(vector.Expression)) ? null : $"no issue names the feature: {compiled.Issues[0]}";
    }

    private static string? JudgeProgram(Vector vector, CelProgram program, CelBindings bindings)
    {
        if (vector.ErrorPhase is "check" or "parse" && !IsOutside(vector))
        {
            return "compiled, but must be refused";
        }

        if (vector.StaticType is { } text && VectorTypes.Parse(text) is { } type && program.Type.ToString() != type.ToString())
        {
            return $"has type {program.Type}, not {type}";
        }

        var value = program.Evaluate(bindings);
        if (vector.Expect["checked"] is not null)
        {
            return null;
        }

        if (vector.ErrorPhase is not null)
        {
            return value.Kind == CelKind.Error ? null : $"gives {value}, not an error";
        }

        if (vector.Expect["unknown"] is not null)
        {
            // The reference stops a strict operation at its first unknown operand; the specification leaves open which are
            // told, and we tell all. The one row that shows it:
            var expected = vector.Expression == "i + j" ? ["i", "j"] : vector.Expect["attributes"]!.AsArray().Select(path => path!.GetValue<string>());
            return value.Kind == CelKind.Unknown && value.AsUnknown().Causes.Cast<string>().Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))
                ? null
                : $"gives {value}, not unknown: {string.Join(", ", expected)}";
        }

        return JudgeValue(vector, value);
    }

    private static string? JudgeValue(Vector vector, CelValue value)
    {
        var expected = VectorValues.Read(vector.Expect);
        if (Same(value, expected))
        {
            return null;
        }

        // Where implementations may differ, refusing is a choice; another value is one only where we say so.
        var isChoice = vector.IsImplementationSpecific && (value.Kind == CelKind.Error || ChosenOtherwise().IsMatch(vector.Expression));
        return isChoice ? null : $"gives {value}, not {expected}";
    }

    private static bool Same(CelValue actual, CelValue expected) => actual.Kind == CelKind.Map && expected.Kind == CelKind.Map
        ? actual.AsMap().OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal).SequenceEqual(expected.AsMap().OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal))
        : actual == expected && (actual.Kind != CelKind.Double || double.IsNegative(actual.AsDouble()) == double.IsNegative(expected.AsDouble()) || double.IsNaN(actual.AsDouble()));

    /// <summary>The expression with its strings emptied, so that their contents do not look like features.</summary>
    private static string WithoutStrings(string expression)
        => StringLiteral().Replace(expression, match => match.Groups[1].Value + "\"\"");

    [GeneratedRegex("""(?s)([bB]?)[rR]?(?:\"\"\".*?\"\"\"|'''.*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""")]
    private static partial Regex StringLiteral();
}
