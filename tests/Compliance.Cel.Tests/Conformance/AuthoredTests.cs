using System.Text.Json;
using Xunit.Abstractions;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>Vectors for what the specification's suite lacks: syntax errors, checking, evaluation at the edges, unknowns.</summary>
public sealed class AuthoredTests(ITestOutputHelper output)
{
    private const string File = "cel-extra.json";

    public static IEnumerable<object[]> Rows => VectorFile.Rows(File);

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void Vector_gives_what_was_recorded(string file, int index)
    {
        var vector = VectorFile.Get(file, index);
        var environment = Environment(vector);
        var compiled = CelCompiler.Compile(vector.Expression, environment);
        var because = $"{vector.Id}: {vector.Expression} ({string.Join("; ", compiled.Issues)})";
        if (vector.IsSyntaxOnly)
        {
            // Syntax of a feature that is left out is refused by naming the feature.
            (IsSyntaxError(compiled) || (vector.WantsError && IsOutside(compiled))).Should().Be(vector.WantsError, because);
            return;
        }

        // The specification is silent here; DECISIONS.md says what we chose, and our own tests hold it.
        if (vector.Row.TryGetProperty("implementation_specific", out _))
        {
            return;
        }

        if (compiled.Program is not { } program)
        {
            (vector.ErrorPhase is "check" or "parse" || !vector.IsInside || IsOutside(compiled)).Should().BeTrue(because);
            return;
        }

        vector.ErrorPhase.Should().NotBe("check", because).And.NotBe("parse", because);
        Outcome(vector, program.Evaluate(Bind(vector, environment)), because);
    }

    [SkippableFact]
    public void Every_row_is_counted()
    {
        var vectors = VectorFile.Read(Shared.Require(VectorFile.PathOf(File)));
        output.WriteLine($"{File}: {vectors.Count} vectors");
        vectors.Should().NotBeEmpty();
    }

    private static void Outcome(Vector vector, CelValue value, string because)
    {
        if (vector.Expect.TryGetProperty("checked", out _))
        {
            return;
        }

        if (vector.Expect.TryGetProperty("unknown", out _))
        {
            value.Kind.Should().Be(CelKind.Unknown, because);
            var wanted = vector.Expect.GetProperty("attributes").EnumerateArray().Select(a => (object)a.GetString()!);
            value.AsUnknown().Causes.Should().BeEquivalentTo(wanted, because);
            return;
        }

        if (vector.WantsError)
        {
            value.Kind.Should().Be(CelKind.Error, because);
            return;
        }

        TypedValue.Text(value).Should().Be(TypedValue.Read(vector.Expect) is { } expected ? TypedValue.Text(expected) : "a value outside the subset", because);
    }

    private static bool IsSyntaxError(CelCompilation compiled)
        => compiled.Issues.Any(i => i.Severity == CelSeverity.Error && i.Kind is CelIssueKind.Syntax or CelIssueKind.Limit);

    // Refused for a feature that is left out, or for a variable of a type that is.
    private static bool IsOutside(CelCompilation compiled)
        => compiled.Issues.Any(i => i.Kind == CelIssueKind.Unsupported || i.Message.StartsWith("there is no u ", StringComparison.Ordinal) || i.Message.StartsWith("there is no y ", StringComparison.Ordinal));

    private static CelEnvironment Environment(Vector vector)
        => new(Declarations(vector).Where(d => d.Type is not null).Select(d => new CelVariable(d.Name, d.Type!)));

    private static IEnumerable<(string Name, CelType? Type)> Declarations(Vector vector)
        => vector.Row.TryGetProperty("env", out var name)
            ? VectorFile.Root(File).GetProperty("environments").GetProperty(name.GetString()!).GetProperty("declares").EnumerateObject()
                .Select(d => (d.Name, TypedValue.Type(d.Value.GetString()!)))
            : [];

    private static CelBindings Bind(Vector vector, CelEnvironment environment)
    {
        var bindings = new CelBindings(environment);
        if (!vector.Row.TryGetProperty("env", out var name))
        {
            return bindings;
        }

        var unknowns = UnknownPaths.Of(vector);
        foreach (var binding in VectorFile.Root(File).GetProperty("environments").GetProperty(name.GetString()!).GetProperty("bindings").EnumerateObject())
        {
            if (environment.Variables.Any(v => v.Name == binding.Name))
            {
                bindings.Set(binding.Name, unknowns.Hide(TypedValue.Read(binding.Value)!.Value, binding.Name));
            }
        }

        return bindings;
    }
}
