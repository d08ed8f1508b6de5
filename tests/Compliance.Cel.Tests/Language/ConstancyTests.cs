using CsCheck;

namespace Compliance.Cel.Tests.Language;

/// <summary>Conditions that say nothing about the data are found, and nothing else is.</summary>
public sealed class ConstancyTests
{
    private static readonly CelEnumType Phase = new("phase", ["local", "transition", "pbs"]);

    private static readonly CelEnvironment Environment = new(
        ("a", CelType.Bool),
        ("b", CelType.Bool),
        ("n", CelType.Int),
        ("m", CelType.Int),
        ("d", CelType.Double),
        ("s", CelType.String),
        ("t", CelType.String),
        ("w", CelType.Duration),
        ("at", CelType.Timestamp),
        ("e", Phase),
        ("xs", CelType.List(CelType.Int)),
        ("ys", CelType.List(CelType.Int)),
        ("ds", CelType.List(CelType.Double)),
        ("job", Job.Type));

    [Theory]
    [InlineData("b || !b")]
    [InlineData("n == n")]
    [InlineData("n <= n")]
    [InlineData("d <= d")]
    [InlineData("job.name == job.name")]
    [InlineData("!(n < n)")]
    [InlineData("n in [1, 2] || !(n in [1, 2])")]
    [InlineData("size(xs) >= 0")]
    [InlineData("size(xs) > -1")]
    [InlineData("0 <= size(s)")]
    [InlineData("e == \"local\" || e != \"local\"")]
    [InlineData("e != \"local\" || e != \"pbs\"")]
    [InlineData("e in [\"local\", \"transition\", \"pbs\"]")]
    [InlineData("e == \"local\" || e == \"transition\" || e == \"pbs\"")]
    [InlineData("n >= 1 || n < 10")]
    [InlineData("n < 5 || n == 5 || n > 5")]
    [InlineData("n >= -9223372036854775808")]
    [InlineData("w > duration(\"1h\") || w <= duration(\"3h\")")]
    [InlineData("at < timestamp(\"2024-01-01T00:00:00Z\") || at > timestamp(\"2023-01-01T00:00:00Z\")")]
    [InlineData("s != \"a\" || s != \"b\"")]
    [InlineData("s >= \"\"")]
    [InlineData("xs.all(x, x == x)")]
    [InlineData("xs.all(x, x > 1 || x < 5)")]
    [InlineData("xs.exists(x, x > 1) || !xs.exists(y, y > 1)")]
    [InlineData("a ? b || !b : n == n")]
    [InlineData("(a && b) || !a || !b")]
    [InlineData("b == true || b == false")]
    [InlineData("b != false || !b")]
    [InlineData("has(job.schedule) || !has(job.schedule)")]
    [InlineData("s.startsWith(\"a\") || !s.startsWith(\"a\")")]
    [InlineData("n in [1, n]")]
    [InlineData("xs == xs")]
    [InlineData("n in [0, m] || !(n in [0, m])")]
    [InlineData("d < 1.0 || d >= 1.0")]
    [InlineData("d == 1.0 || d < 1.0 || d != 1.0 && d > 1.0")]
    public void What_is_true_whenever_it_has_a_value_is_never_false(string source)
    {
        var compiled = Compile(source);
        (compiled.Program!.NeverFalse, compiled.Program.NeverTrue, compiled.Program.IsConstant).Should().Be((true, false, false));
        compiled.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Kind = CelIssueKind.Constant,
            Severity = CelSeverity.Warning,
            Start = 0,
            source.Length,
            Message = "this can never be false, whatever the data is",
        });
    }

    [Theory]
    [InlineData("a && !a")]
    [InlineData("n != n")]
    [InlineData("n < n")]
    [InlineData("d < d")]
    [InlineData("n > 5 && n < 3")]
    [InlineData("n > 5 && n < 6")]
    [InlineData("n == 1 && n == 2")]
    [InlineData("n >= 1 && n <= 2 && n != 1 && n != 2")]
    [InlineData("d > 5.0 && d < 3.0")]
    [InlineData("d == 1.0 && d == 2.0")]
    [InlineData("w >= duration(\"2h\") && w < duration(\"120m\")")]
    [InlineData("s == \"a\" && s == \"b\"")]
    [InlineData("s < \"\"")]
    [InlineData("s in []")]
    [InlineData("s in [\"a\", \"b\"] && s == \"c\"")]
    [InlineData("e == \"local\" && e == \"pbs\"")]
    [InlineData("e != \"local\" && e != \"transition\" && e != \"pbs\"")]
    [InlineData("size(xs) < 0")]
    [InlineData("n > 9223372036854775807")]
    [InlineData("s == t && s != t")]
    [InlineData("s < t && t < s")]
    [InlineData("s <= t && s > t")]
    [InlineData("xs.exists(x, x < 1 && x > 1)")]
    [InlineData("xs.exists_one(x, x != x)")]
    [InlineData("n + m == 3 && n + m == 4")]
    [InlineData("b && (a || n == 1) && !b")]
    [InlineData("job.name == \"a\" && job.name == \"b\"")]
    public void What_is_false_whenever_it_has_a_value_is_never_true(string source)
    {
        var compiled = Compile(source);
        (compiled.Program!.NeverFalse, compiled.Program.NeverTrue, compiled.Program.IsConstant).Should().Be((false, true, false));
        compiled.Issues.Should().ContainSingle().Which.Message.Should().Be("this can never be true, whatever the data is");
    }

    [Theory]
    [InlineData("d == d")]
    [InlineData("d != d")]
    [InlineData("ds == ds")]
    [InlineData("d == 1.0 || d < 1.0")]
    [InlineData("job == job")]
    [InlineData("e in [\"local\", \"transition\"]")]
    [InlineData("e != \"local\"")]
    [InlineData("n > 5 && n < 7")]
    [InlineData("n > 5 && m < 3")]
    [InlineData("xs.exists(x, x > 5) && ys.exists(y, y < 3)")]
    [InlineData("xs.exists(x, x > 5) && xs.exists(y, y < 3)")]
    [InlineData("xs.all(x, x > 5) && xs.all(x, x < 3)")]
    [InlineData("has(job.schedule) && job.schedule == \"\"")]
    [InlineData("has(job.schedule) ? job.schedule != \"\" : true")]
    [InlineData("size(xs) > 0")]
    [InlineData("s > \"a\" && s < \"b\"")]
    [InlineData("n in [1, m]")]
    [InlineData("xs[0] == 1 && xs[1] == 2")]
    [InlineData("1.0 / d == 1.0 / 0.0 && 1.0 / d != 1.0 / -0.0")]
    [InlineData("a ? b : !b")]
    public void What_depends_on_the_data_is_left_alone(string source)
    {
        var compiled = Compile(source);
        compiled.Issues.Should().BeEmpty();
        (compiled.Program!.NeverFalse, compiled.Program.NeverTrue).Should().Be((false, false));
    }

    [Theory]
    [InlineData("a && (b || n == n)", 6, 11, "this can never be false, whatever the data is")]
    [InlineData("a || 1 < 2 && b", 5, 5, "this can never be false, whatever the data is")]
    [InlineData("xs.all(x, x > 0 && b || x < 2 && x > 2)", 24, 14, "this can never be true, whatever the data is")]
    [InlineData("size(xs.filter(x, x == x)) == n", 18, 6, "this can never be false, whatever the data is")]
    [InlineData("n == 1 || b || n == 1", 15, 6, "this repeats a condition of the same chain")]
    public void A_part_that_never_changes_is_warned_of_where_it_stands(string source, int start, int length, string message)
    {
        var compiled = Compile(source);
        compiled.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Start = start, Length = length, Message = message, Kind = CelIssueKind.Constant, Severity = CelSeverity.Warning });
        (compiled.Program!.NeverFalse, compiled.Program.NeverTrue).Should().Be((false, false));
    }

    [Fact]
    public void A_condition_without_data_is_constant_and_needs_no_proof()
    {
        var program = Compile("1 < 2 || b").Program!;
        (program.IsConstant, program.ConstantValue, program.NeverFalse).Should().Be((true, CelValue.True, false));
    }

    [Fact]
    public void A_proof_that_takes_long_is_given_up()
    {
        var hard = string.Join(" && ", Enumerable.Range(0, 1_000).Select(n => $"(n == {n} || m == {n} || s == \"{n}\")"));
        Compile(hard).IsSuccess.Should().BeTrue();
    }

    /// <summary>Random conditions over a few variables against random data: a claim is never contradicted.</summary>
    [Fact]
    public void What_is_claimed_holds()
        => Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 4]).Sample(
            pair =>
            {
                var random = new Random(pair.Item1);
                var program = Compile(Condition(random, pair.Item2)).Program!;
                for (var i = 0; i < 10; i++)
                {
                    var value = program.Evaluate(Data(random));
                    if ((program.NeverFalse && value == CelValue.False) || (program.NeverTrue && value == CelValue.True))
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 5_000);

    private static CelCompilation Compile(string source)
    {
        var compiled = CelCompiler.Compile(source, Environment);
        compiled.IsSuccess.Should().BeTrue("{0} should compile, but: {1}", source, string.Join("; ", compiled.Issues));
        return compiled;
    }

    private static string Condition(Random random, int depth)
    {
        string[] pool = ["a", "b", "!a", "xs.all(x, x > 1 || x < 1)", "xs.exists(x, x == 2 && x != n)", "has(job.schedule)", "e in [\"local\", \"pbs\"]", "n in [0, 1]"];
        string[] operators = ["==", "!=", "<", "<=", ">", ">="];
        string[][] sides = [["n", "m", "0", "1", "2", "size(xs)"], ["d", "0.0", "1.0", "0.0/0.0"], ["s", "t", "\"\"", "\"a\"", "\"b\"", "e"], ["w", "duration(\"1s\")"]];
        if (depth == 0)
        {
            var group = sides[random.Next(sides.Length)];
            return random.Next(3) == 0
                ? pool[random.Next(pool.Length)]
                : $"{group[random.Next(group.Length - 1)]} {operators[random.Next(6)]} {group[random.Next(group.Length - 1)]}";
        }

        string Part() => $"({Condition(random, depth - 1)})";
        return random.Next(4) switch
        {
            0 => $"{Part()} ? {Part()} : {Part()}",
            1 => $"!{Part()}",
            2 => $"{Part()} && {Part()}",
            _ => $"{Part()} || {Part()}",
        };
    }

    private static CelBindings Data(Random random)
    {
        string[] texts = ["", "a", "b", "c"];
        double[] doubles = [0, 1, -0.0, double.NaN, 2];
        return new CelBindings(Environment)
        {
            ["a"] = CelValue.Of(random.Next(2) == 0),
            ["b"] = random.Next(9) == 0 ? CelValue.Unknown("b") : CelValue.Of(random.Next(2) == 0),
            ["n"] = CelValue.Of(random.Next(-1, 4)),
            ["m"] = CelValue.Of(random.Next(-1, 4)),
            ["d"] = CelValue.Of(doubles[random.Next(5)]),
            ["s"] = CelValue.Of(texts[random.Next(4)]),
            ["t"] = CelValue.Of(texts[random.Next(4)]),
            ["e"] = CelValue.Of(Phase.Values[random.Next(3)]),
            ["w"] = CelValue.Of(TimeSpan.FromSeconds(random.Next(3))),
            ["xs"] = CelValue.Of([.. Enumerable.Range(0, random.Next(3)).Select(_ => CelValue.Of(random.Next(4)))]),
            ["job"] = CelValue.Record(Job.Type, new Job("a", "zstd", random.Next(2) == 0 ? "x" : null, null)),
        };
    }
}
