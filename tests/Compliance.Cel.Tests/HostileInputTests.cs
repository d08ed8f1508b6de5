using CsCheck;

namespace Compliance.Cel.Tests;

/// <summary>No expression takes the host down: it is refused, or ends within its bound.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Tokens =
    [
        "job", ".", "name", "guests", "tags", "(", ")", "[", "]", "{", "}", "'a'", "\"", "1", "1.5", "0x", "&&", "||", "!", "-", "+", "*", "/", "%",
        "==", "!=", "<", ">=", "in", "?", ":", ",", "has", "size", "all", "exists", "x", " ", "\\", "\n", "//", "r'", "'''", "true", "null", "duration('1h')", "\u00e9", "\ud83d",
    ];

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("!(", ")")]
    [InlineData("size([", "])")]
    public void Ten_thousand_levels_are_refused(string open, string close)
    {
        var source = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Host.Compile(source).Issues.Should().Contain(i => i.Severity == CelSeverity.Error);
    }

    [Fact]
    public void Long_source_is_refused()
        => Host.Compile(new string(' ', 100_000) + "true").Issues.Should().ContainSingle().Which.Kind.Should().Be(CelIssueKind.Limit);

    [Fact]
    public void Nested_macros_end_at_the_budget()
    {
        var list = $"[{string.Join(", ", Enumerable.Range(0, 200))}]";
        var value = Host.Evaluate($"{list}.all(a, {list}.all(b, {list}.all(c, {list}.all(d, a + b + c + d >= 0))))");
        value.Kind.Should().Be(CelKind.Error);
        value.ErrorMessage.Should().Contain("budget");
    }

    [Fact]
    public void Strings_cannot_grow_without_end()
    {
        var doubled = Enumerable.Range(0, 40).Aggregate("'0123456789'", (inner, i) => $"[{inner}].map(s{i}, s{i} + s{i})[0]");
        Host.Evaluate($"size({doubled}) > 0").Kind.Should().Be(CelKind.Error);
    }

    [Fact]
    public void Catastrophic_pattern_runs_in_linear_time()
        => Host.Evaluate($"'{new string('a', 5000)}'.matches('^(a+)+(a+)+b$')").Should().Be(CelValue.False);

    [Fact]
    public void No_token_soup_throws()
        => Gen.Int[0, Tokens.Length - 1].Array[0, 30].Sample(picks =>
        {
            var compiled = Host.Compile(string.Concat(picks.Select(i => Tokens[i])));
            compiled.Program?.Evaluate(Host.Bindings);
            return compiled.Program is not null || compiled.Issues.Any(i => i.Severity == CelSeverity.Error);
        }, iter: 3000);
}
