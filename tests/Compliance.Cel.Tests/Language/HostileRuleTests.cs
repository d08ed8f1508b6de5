namespace Compliance.Cel.Tests.Language;

/// <summary>
/// Rules written to take the host down. Everything here runs on a stack of 512 KiB and must come back: most would take hours,
/// or all memory, if the bound they test were missing.
/// </summary>
public sealed class HostileRuleTests
{
    private const int Deepest = 199;

    private static readonly CelEnvironment Environment = new(
        ("s", CelType.String),
        ("p", CelType.String),
        ("b", CelType.Bool),
        ("l", CelType.List(CelType.Int)),
        ("m", CelType.Map(CelType.String, CelType.Int)));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("!", "b", "")]
    [InlineData("- ", "i", "")]
    [InlineData("[", "1", "]")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("", "i", " + i")]
    [InlineData("b ? 1 : ", "1", "")]
    [InlineData("", "job", ".parent")]
    [InlineData("[1].all(x, ", "b", ")")]
    [InlineData("jobs.all(x, ", "b", ")")]
    [InlineData("[1].map(x, ", "i", ")")]
    [InlineData("string(", "\"a\"", ")")]
    [InlineData("(b && ", "b", ")")]
    [InlineData("(b == ", "b", ")")]
    [InlineData("(i in [", "1", "] ? 1 : 2)")]
    [InlineData("", "\"a\"", ".replace(\"a\", \"b\")")]
    [InlineData("\"a\".replace(\"a\", ", "\"a\"", ")")]
    public void The_deepest_nesting_that_is_allowed_needs_little_stack(string before, string middle, string after)
    {
        // Every repetition takes between one and three levels.
        for (var depth = Deepest; depth > Deepest / 4; depth = depth * 2 / 3)
        {
            var source = string.Concat(Enumerable.Repeat(before, depth)) + middle + string.Concat(Enumerable.Repeat(after, depth));
            OnSmallStack(() =>
            {
                var compiled = CelCompiler.Compile(source, Job.Environment);
                var bindings = Job.Bind(new Job("a", "zstd", null, null), new Job("b", "zstd", null, null));
                return compiled.Program is { } program ? $"{program.Evaluate(bindings)} {program.Explain(bindings).ToShortText(5)}" : compiled.Issues[0].ToString();
            });
        }
    }

    [Theory]
    [InlineData("l.map(a, [a, a])")]
    [InlineData("l.map(a, {1: a, 2: a})")]
    [InlineData("l.map(a, a).map(a, [a] + [a])")]
    public void A_value_that_holds_itself_twice_and_again_is_refused(string start)
    {
        var doubling = string.Concat(Enumerable.Repeat(".map(x, [x, x])", 60));
        Error($"{start}{doubling} == {start}{doubling}").Should().Contain("too large");
        Error($"[1]{doubling} == [1]{doubling}").Should().Contain("too large");
    }

    [Theory]
    [InlineData("(){1000}", 1)]
    [InlineData("((((){1000}){1000}){1000}){1000}", 1)]
    [InlineData("(((a|b|){0,1000}){0,1000}){0,1000}", 1)]
    [InlineData("(x{1000}){1000}", 1)]
    [InlineData("(a+)+$", 1)]
    [InlineData("a|", 3_000)]
    [InlineData("(?i)[^a]", 1_000)]
    [InlineData("\\PL", 3_000)]
    [InlineData("(", 9_000)]
    [InlineData("a{1000}", 9)]
    [InlineData("a", 100_000)]
    public void A_pattern_is_refused_or_matched_within_the_budget(string part, int times)
    {
        var pattern = string.Concat(Enumerable.Repeat(part, times));
        OnSmallStack(() => Evaluate("s.matches(p)", ("s", new string('a', 100_000)), ("p", pattern))).Should().MatchRegex("^(true|false|error: .*)$");
        OnSmallStack(() => Evaluate("\"aaaa\".matches(p)", ("p", "[" + pattern + "]"))).Should().MatchRegex("^(true|false|error: .*)$");
    }

    [Theory]
    [InlineData("l.all(x, \"a\".matches(p) || true)")]
    [InlineData("l.all(x, l.all(y, int(s) == 1 || true))")]
    [InlineData("l.all(x, l.all(y, double(s) == 1.0 || true))")]
    [InlineData("l.all(x, l.all(y, duration(s) == duration(\"1s\") || true))")]
    [InlineData("l.all(x, l.all(y, m[s] == 1 || true))")]
    [InlineData("l.all(x, l.all(y, !(s in m)))")]
    [InlineData("l.all(x, l.all(y, {s: 1} == {s: 2} || true))")]
    [InlineData("l.all(x, l.all(y, [1] == l || true))")]
    [InlineData("l.all(x, l.all(y, l.all(z, x + y + z >= 0)))")]
    [InlineData("l.all(x, l.all(y, s.contains(s + \"b\") || true))")]
    [InlineData("l.all(x, l.all(y, timestamp(\"2020-01-01T00:00:00Z\").getHours(\"Nowhere/\" + string(y)) > 0 || true))")]
    [InlineData("l.map(x, s.replace(\"a\", \"bb\")).all(y, l.all(x, y.matches(\"(a|b)*c\") || true))")]
    [InlineData("l.map(x, s.split(\"\")).all(y, size(y) > 0)")]
    public void What_costs_is_paid_for(string source)
        => OnSmallStack(() => Evaluate(source, ("s", new string('0', 90_000)), ("p", "(a{1000}){9}"))).Should().StartWith("error: evaluation budget exceeded");

    [Theory]
    [InlineData("s.contains(p)")]
    [InlineData("s.indexOf(p) > 0")]
    [InlineData("s.lastIndexOf(p) > 0")]
    [InlineData("s.replace(p, \"x\") == \"\"")]
    [InlineData("size(s.split(p)) > 1")]
    [InlineData("s.endsWith(p)")]
    public void A_text_that_nearly_matches_everywhere_is_searched_in_linear_time(string source)
    {
        static string Repeated(int times) => string.Concat(Enumerable.Repeat("ab", times));
        OnSmallStack(() => Evaluate(source, ("s", Repeated(500_000)), ("p", Repeated(200_000) + "cc" + Repeated(45_000)))).Should().Be("false");
    }

    [Theory]
    [InlineData("int(s) == 1")]
    [InlineData("m[s] == 1")]
    [InlineData("timestamp(s) == timestamp(0)")]
    [InlineData("bool(s)")]
    [InlineData("timestamp(0).getHours(s) == 1")]
    public void A_huge_value_does_not_make_a_huge_message(string source)
        => Evaluate(source, ("s", new string('x', 500_000))).Length.Should().BeLessThan(400);

    [Theory]
    [InlineData("nosuch", " || ")]
    [InlineData("x", ".y || ")]
    public void Faults_beyond_a_hundred_are_not_listed(string part, string link)
    {
        var source = string.Join(link, Enumerable.Range(0, 3_000).Select(n => $"{part}{n}"));
        var issues = CelCompiler.Compile(source, Environment).Issues;
        issues.Count.Should().BeInRange(100, 102);
        issues.Should().Contain(issue => issue.Kind == CelIssueKind.Limit);
    }

    [Fact]
    public void Patterns_of_one_expression_share_a_bound_on_memory()
    {
        var source = string.Join(" || ", Enumerable.Repeat("s.matches('(a{1000}){9}')", 2_000));
        OnSmallStack(() => Evaluate(source, ("s", "b"))).Should().StartWith("error: evaluation budget exceeded");
    }

    [Fact]
    public void A_long_chain_of_long_names_is_resolved_quickly()
    {
        var name = new string('n', 300);
        Cel.Refused(string.Join('.', Enumerable.Repeat(name, 190)), new CelEnvironment(("a.b", CelType.Int))).Kind.Should().Be(CelIssueKind.Name);
    }

    private static string Error(string source) => OnSmallStack(() => Evaluate(source));

    private static string Evaluate(string source, params (string Name, string Value)[] texts)
    {
        var compiled = CelCompiler.Compile(source, Environment);
        if (compiled.Program is not { } program)
        {
            return string.Join("; ", compiled.Issues);
        }

        var bindings = new CelBindings(Environment)
        {
            ["b"] = CelValue.True,
            ["l"] = CelValue.Of([.. Enumerable.Range(0, 2_000).Select(n => CelValue.Of(n))]),
            ["m"] = CelValue.Map([.. Enumerable.Range(0, 20).Select(n => KeyValuePair.Create(CelValue.Of($"k{n}"), CelValue.Of(n)))]),
        };
        foreach (var (name, value) in texts)
        {
            bindings[name] = CelValue.Of(value);
        }

        return program.Evaluate(bindings).ToString();
    }

    private static string OnSmallStack(Func<string> action)
    {
        string? result = null;
        var thread = new Thread(() => result = action(), 512 * 1024);
        thread.Start();
        thread.Join();
        return result!;
    }
}
