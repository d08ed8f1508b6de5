namespace Compliance.Cel.Tests.Language;

public sealed class UnknownTests
{
    private static readonly CelEnvironment Environment = new(
        ("a", CelType.Bool), ("b", CelType.Bool), ("i", CelType.Int), ("j", CelType.Int), ("part", CelType.List(CelType.Int)));

    private static readonly CelBindings Bindings = new(Environment)
    {
        ["a"] = CelValue.Unknown("a"),
        ["b"] = CelValue.Unknown("b"),
        ["i"] = CelValue.Unknown("i"),
        ["j"] = CelValue.Unknown("j"),
        ["part"] = CelValue.Of([CelValue.Unknown("part.0"), CelValue.Of(2)]),
    };

    [Theory]
    [InlineData("a && false", "false")]
    [InlineData("false && a", "false")]
    [InlineData("a || true", "true")]
    [InlineData("a && true", "unknown: a")]
    [InlineData("a || false", "unknown: a")]
    [InlineData("a && b", "unknown: a, b")]
    [InlineData("b || a || b", "unknown: b, a")]
    [InlineData("1/0 == 1 || a", "unknown: a")]
    [InlineData("a || 1/0 == 1", "unknown: a")]
    [InlineData("1/0 == 1 && a", "unknown: a")]
    [InlineData("!a", "unknown: a")]
    [InlineData("a == a", "unknown: a")]
    [InlineData("a || !a", "unknown: a")]
    [InlineData("a ? 1 : 1", "unknown: a")]
    [InlineData("true ? 1 : i", "1")]
    [InlineData("i + j == 0", "unknown: i, j")]
    [InlineData("j < i", "unknown: j, i")]
    [InlineData("i in [1, j]", "unknown: i, j")]
    [InlineData("string(i).replace(string(j), string(part[0]))", "unknown: i, j, part.0")]
    [InlineData("part[i]", "unknown: i")]
    [InlineData("[i, 1, j]", "unknown: i, j")]
    [InlineData("{\"k\": i, string(j): size(part)}", "unknown: i, j, part.0")]
    [InlineData("[1, 2].map(x, x == 1 ? i : j)", "unknown: i, j")]
    [InlineData("[1, 2].filter(x, x == 1 ? a : b)", "unknown: a, b")]
    [InlineData("[1, 2].exists_one(x, x == 1 ? a : b)", "unknown: a, b")]
    [InlineData("[1, 2].all(x, x == i || x == j)", "unknown: i, j")]
    [InlineData("i + 1/0 + j == 0", "unknown: i, j")]
    [InlineData("[1/0, i]", "error: division by zero")]
    [InlineData("[1, 2].map(x, x == 1 ? i : 1/0)", "unknown: i")]
    [InlineData("[1, 2].map(x, x == 1 ? 1/0 : i)", "error: division by zero")]
    [InlineData("a ? i : j", "unknown: a")]
    [InlineData("i + 1/0 == 0", "unknown: i")]
    [InlineData("1/0 + i == 0", "error: division by zero")]
    [InlineData("[i, 1][1]", "unknown: i")]
    [InlineData("{\"k\": i, \"l\": 1}.l", "unknown: i")]
    [InlineData("[].all(x, a)", "true")]
    [InlineData("[1, 2].exists(x, x == 2 || a)", "true")]
    [InlineData("[1, 2].exists(x, x == 9 || a)", "unknown: a")]
    [InlineData("[1, 2].filter(x, x == i)", "unknown: i")]
    [InlineData("part[1]", "2")]
    [InlineData("part[0]", "unknown: part.0")]
    [InlineData("size(part)", "unknown: part.0")]
    [InlineData("2 in part", "unknown: part.0")]
    [InlineData("part.exists(x, x == 2)", "unknown: part.0")]
    [InlineData("part", "unknown: part.0")]
    public void Unknowns_combine_as_the_table_says(string source, string outcome)
        => Cel.Compile(source, Environment).Evaluate(Bindings).ToString().Should().Be(outcome);

    [Fact]
    public void Causes_of_many_elements_are_gathered_each_once()
    {
        var many = Enumerable.Range(0, 50_000).Select(n => CelValue.Unknown(n)).ToArray();
        var bindings = Bindings.Copy();
        bindings["part"] = CelValue.Of(many);
        Cel.Compile("size(part) == 0", Environment).Evaluate(bindings).AsUnknown().Causes.Should().HaveCount(50_000);

        // Gathering them again and again is work that counts.
        var range = string.Join(", ", Enumerable.Range(0, 1_000));
        Cel.Compile($"[{range}].all(x, size(part) + i == x)", Environment).Evaluate(bindings).ErrorMessage.Should().Contain("budget");
    }

    [Fact]
    public void Causes_are_merged_without_duplicates_in_order()
        => new CelUnknown(["x", "y", "x"]).With(new CelUnknown(["z", "y"])).Causes.Should().Equal("x", "y", "z");
}
