using System.Globalization;
using CsCheck;

namespace Compliance.Cel.Tests.Language;

/// <summary>No expression takes the host down.</summary>
public sealed class BoundsTests
{
    private static readonly string[] Words =
    [
        "job", ".name", ".compression", "jobs", "wanted", "b", "i", "(", ")", "[", "]", "{", "}", ",", ":", "?", "==", "!=", "<", "in", "&&", "||",
        "+", "-", "*", "/", "%", "!", "1", "0", "2.5", "\"a\"", "'(a*)*'", "true", "false", "null", ".all(x, ", ".map(x, x", ".exists(x, x", ".filter(x, b)",
        "has(", ".matches(", "size(", "duration(", "timestamp(", ".replace(", ".split(", ".join(", "x", ".", "7u", "\\", "\"", "\U0001F431", "\ud83d", " ",
    ];

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("!", "b", "")]
    [InlineData("- ", "i", "")]
    [InlineData("[", "1", "]")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("size(", "1", ")")]
    [InlineData("b ? 1 : ", "1", "")]
    [InlineData("", "job", ".parent")]
    [InlineData("", "i", " + i")]
    [InlineData("", "i", "[0]")]
    [InlineData("[1].all(x, ", "b", ")")]
    [InlineData("(b ? ", "i", " : i)")]
    public void Nesting_has_a_limit_and_a_clear_issue(string before, string middle, string after)
    {
        var source = string.Concat(Enumerable.Repeat(before, 5_000)) + middle + string.Concat(Enumerable.Repeat(after, 5_000));
        CelCompiler.Compile(source, Job.Environment).Issues.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Kind = CelIssueKind.Limit, Severity = CelSeverity.Error });
    }

    [Fact]
    public void Deep_nesting_within_the_limit_works_on_a_small_stack()
    {
        var source = string.Concat(Enumerable.Repeat("[1].all(x, ", 150)) + "true" + new string(')', 150);
        CelValue? value = null;
        var thread = new Thread(() => value = Cel.Eval(source), 512 * 1024);
        thread.Start();
        thread.Join();
        value.Should().Be(CelValue.True);
    }

    [Fact]
    public void Long_chains_of_and_are_flat()
        => Cel.Eval(string.Join(" && ", Enumerable.Repeat("1 < 2", 5_000))).Should().Be(CelValue.True);

    [Fact]
    public void A_source_that_is_too_long_is_refused()
        => Cel.Refused(new string(' ', 100_000) + "1").Kind.Should().Be(CelIssueKind.Limit);

    [Fact]
    public void Evaluation_has_a_budget_that_nothing_absorbs()
    {
        var environment = new CelEnvironment(("l", CelType.List(CelType.Int)));
        var bindings = new CelBindings(environment) { ["l"] = CelValue.Of([.. Enumerable.Range(0, 1000).Select(n => CelValue.Of(n))]) };
        var program = Cel.Compile("l.all(a, l.all(b, l.all(c, a + b + c >= 0))) || true", environment);
        program.Evaluate(bindings).ErrorMessage.Should().Contain("evaluation budget exceeded");
    }

    [Fact]
    public void Strings_cannot_grow_without_end()
    {
        var environment = new CelEnvironment(("s", CelType.String));
        var bindings = new CelBindings(environment) { ["s"] = CelValue.Of(new string('x', 300_000)) };
        Cel.Compile("size(s + s + s + s) > 0", environment).Evaluate(bindings).ErrorMessage.Should().Contain("too long");
        Cel.Compile("size(s.replace(\"\", s)) > 0", environment).Evaluate(bindings).Kind.Should().Be(CelKind.Error);
        Cel.Compile("size(s.split(\"\")) > 0", environment).Evaluate(bindings).Kind.Should().Be(CelKind.Error);
    }

    [Fact]
    public void Any_soup_of_tokens_gives_issues_or_a_value_and_never_throws()
        => OneOf(Words).Array[0, 40].Sample(
            words =>
            {
                var source = string.Concat(words);
                var compiled = CelCompiler.Compile(source, Job.Environment);
                foreach (var issue in compiled.Issues)
                {
                    issue.Start.Should().BeInRange(0, source.Length);
                    (issue.Start + issue.Length).Should().BeInRange(issue.Start, source.Length);
                }

                compiled.Program?.Explain(Job.Bind(new Job("a", "zstd", null, null)));
                return compiled.IsSuccess || compiled.Issues.Count > 0;
            },
            iter: 20_000);

    [Fact]
    public void Any_pattern_is_refused_or_answers()
        => OneOf("a", "b", "(", ")", "[", "]", "^", "$", "*", "+", "?", "{2}", "{,}", "|", ".", "\\d", "\\", "(?i)", "(?P<n>", "\\Q", "\\pL", "\\p", "\\W", "(?i", "-", "[:alpha:]", "\\x41", "\ud83d")
            .Array[0, 20].Sample(parts => PatternAnswers(string.Concat(parts)), iter: 20_000);

    [Fact]
    public void Nested_values_compare_by_the_host_in_any_order()
        => Gen.Int.Array[0, 6].Sample(numbers =>
        {
            var list = CelValue.Of([.. numbers.Select(number => CelValue.Of(number))]);
            var again = CelValue.Of([.. numbers.Select(number => CelValue.Of(number))]);
            return list == again && list.GetHashCode() == again.GetHashCode()
                && Cel.Eval(list.ToString()) == (numbers.Length == 0 ? Cel.Eval("[]") : list)
                && list.ToString() == $"[{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
        });

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static bool PatternAnswers(string pattern)
    {
        var environment = new CelEnvironment(("p", CelType.String));
        var value = Cel.Compile("\"ab]\\U0001F431\".matches(p)", environment).Evaluate(new CelBindings(environment) { ["p"] = CelValue.Of(pattern) });
        return value.Kind is CelKind.Bool or CelKind.Error;
    }
}
