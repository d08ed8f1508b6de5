using System.Text.Json;
using Xunit.Abstractions;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>
/// The specification's own conformance suite: what is inside the subset gives what the specification says, what is outside is
/// refused when it is compiled, or given rightly; never wrongly.
/// </summary>
public sealed class SpecificationTests(ITestOutputHelper output)
{
    private const string File = "cel-subset.json";

    public static IEnumerable<object[]> Rows => VectorFile.Rows(File);

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void Vector_gives_what_the_specification_says(string file, int index)
    {
        var vector = VectorFile.Get(file, index);
        var variables = Declared(vector);
        var environment = new CelEnvironment(variables ?? []);
        var compiled = variables is null ? null : CelCompiler.Compile(vector.Expression, environment);
        if (compiled?.Program is not { } program)
        {
            (vector.IsInside && vector.ErrorPhase != "check" && !vector.WantsError)
                .Should().BeFalse($"{vector.Id}: {vector.Expression} is inside the subset, but: {string.Join("; ", compiled?.Issues ?? [])}");
            return;
        }

        vector.ErrorPhase.Should().NotBe("check", $"{vector.Id}: {vector.Expression} must not compile");
        if (vector.Expect.TryGetProperty("checked", out _))
        {
            return;
        }

        var value = program.Evaluate(Bind(vector, environment));
        if (vector.WantsError)
        {
            value.Kind.Should().Be(CelKind.Error, $"{vector.Id}: {vector.Expression}");
            return;
        }

        var expected = TypedValue.Read(vector.Expect);
        expected.Should().NotBeNull($"{vector.Id}: {vector.Expression} gives {vector.Expect}, which the subset does not have, and yet it compiled");
        TypedValue.Text(value).Should().Be(TypedValue.Text(expected!.Value), $"{vector.Id}: {vector.Expression}");
    }

    [SkippableFact]
    public void Every_row_is_counted()
    {
        var vectors = VectorFile.Read(Shared.Require(VectorFile.PathOf(File)));
        output.WriteLine($"{File}: {vectors.Count} vectors, {vectors.Count(v => v.IsInside)} inside the subset");
        vectors.Should().NotBeEmpty();
    }

    // Null when a variable has a type that the subset leaves out, or names are to be looked up in a container: then there is
    // nothing to compile against.
    private static List<CelVariable>? Declared(Vector vector)
    {
        if (vector.Row.TryGetProperty("container", out _))
        {
            return null;
        }

        if (!vector.Row.TryGetProperty("declares", out var declares))
        {
            return [];
        }

        var variables = declares.EnumerateArray()
            .Select(d => (Name: d.GetProperty("name").GetString()!, Type: d.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String ? TypedValue.Type(t.GetString()!) : null))
            .ToList();
        return variables.Exists(v => v.Type is null) ? null : [.. variables.Select(v => new CelVariable(v.Name, v.Type!))];
    }

    private static CelBindings Bind(Vector vector, CelEnvironment environment)
    {
        var bindings = new CelBindings(environment);
        if (vector.Row.TryGetProperty("bindings", out var given))
        {
            foreach (var binding in given.EnumerateObject().Where(b => environment.Variables.Any(v => v.Name == b.Name)))
            {
                bindings.Set(binding.Name, TypedValue.Read(binding.Value)!.Value);
            }
        }

        return bindings;
    }
}
