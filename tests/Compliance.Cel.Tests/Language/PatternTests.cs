namespace Compliance.Cel.Tests.Language;

/// <summary><c>matches()</c> is RE2, not .NET.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("abc\n", "abc$", false)]
    [InlineData("a\nb", "a.b", false)]
    [InlineData("a\nb", "(?s)a.b", true)]
    [InlineData("a\nb", "(?m)^b$", true)]
    [InlineData("\U0001F431", "^.$", true)]
    [InlineData("\U0001F431", "^[^a]$", true)]
    [InlineData("\U0001F431", "^[\U0001F400-\U0001F4FF]$", true)]
    [InlineData("\u00e9", "\\w", false)]
    [InlineData("a\u00e9", "a\\b", true)]
    [InlineData("\u0663", "\\d", false)]
    [InlineData("\u00a0", "\\s", false)]
    [InlineData("\v", "\\s", false)]
    [InlineData("\v", "[[:space:]]", true)]
    [InlineData("\u00c9", "\\pL", true)]
    [InlineData("\u00c9", "\\p{Ll}", false)]
    [InlineData("ABC", "(?i)^abc$", true)]
    [InlineData("K", "(?i)\\x{212a}", true)]
    [InlineData("S", "(?i)[^s]", false)]
    [InlineData("K", "(?i)\\W", false)]
    [InlineData("k", "(?i)[\\W]", false)]
    [InlineData("k", "(?i)[^\\W]", true)]
    [InlineData("-", "(?i)[\\W]", true)]
    [InlineData("-", "[\\W_]", true)]
    [InlineData("a", "[^\\D]", false)]
    [InlineData("a", "(?i)[^[:^alpha:]]", true)]
    [InlineData("\u01c4", "(?i)\u01c5", true)]
    [InlineData("a.b", "^\\Qa.b\\E$", true)]
    [InlineData("a.bb", "^\\Qa.b\\E+$", true)]
    [InlineData("vm-100-disk-0", "^vm-\\d{3,}-disk-[0-9]+$", true)]
    [InlineData("aXb", "^(?i:ax)b$", true)]
    [InlineData("aXB", "^(?i:ax)b$", false)]
    [InlineData("a{,2}", "^a{,2}$", true)]
    [InlineData("]", "^[]]$", true)]
    [InlineData("ac", "^(a|b)??c$", true)]
    public void Search_agrees_with_RE2(string text, string pattern, bool expected)
    {
        var environment = new CelEnvironment(("text", CelType.String), ("pattern", CelType.String));
        var bindings = new CelBindings(environment) { ["text"] = CelValue.Of(text), ["pattern"] = CelValue.Of(pattern) };
        Cel.Compile("text.matches(pattern)", environment).Evaluate(bindings).Should().Be(CelValue.Of(expected));
    }

    [Theory]
    [InlineData("(a)\\\\1")]
    [InlineData("(?<=a)b")]
    [InlineData("(?=a)")]
    [InlineData("(?>a)")]
    [InlineData("a**")]
    [InlineData("a++")]
    [InlineData("(?x)a")]
    [InlineData("(?#c)a")]
    [InlineData("a\\\\Z")]
    [InlineData("a{1001}")]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[")]
    [InlineData("[b-a]")]
    [InlineData("\\\\pX")]
    [InlineData("\\\\p")]
    [InlineData("((a{100}){100}){100}")]
    public void What_RE2_refuses_is_an_error_that_or_absorbs(string pattern)
    {
        Cel.Eval($"\"a\".matches(\"{pattern}\")").Kind.Should().Be(CelKind.Error);
        Cel.Outcome($"\"a\".matches(\"{pattern}\") || true").Should().Be("true");
    }

    [Fact]
    public void A_constant_bad_pattern_is_warned_of_where_it_stands()
    {
        var compiled = CelCompiler.Compile("s.matches(\"(\")", new CelEnvironment(("s", CelType.String)));
        compiled.IsSuccess.Should().BeTrue();
        compiled.Issues.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Start = 10, Length = 3, Severity = CelSeverity.Warning });
    }

    [Fact]
    public void A_pattern_that_explodes_elsewhere_takes_linear_time()
    {
        var environment = new CelEnvironment(("s", CelType.String));
        var bindings = new CelBindings(environment) { ["s"] = CelValue.Of(new string('a', 50_000)) };
        Cel.Compile("s.matches(\"^(a+)+$\") && !s.matches(\"^(a|aa|a*)*b$\")", environment).Evaluate(bindings).Should().Be(CelValue.True);
    }
}
