namespace Compliance.Cel.Tests;

/// <summary>What implementers get wrong.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData("1/0 == 1 || true", "true")]
    [InlineData("true || 1/0 == 1", "true")]
    [InlineData("1/0 == 1 && false", "false")]
    [InlineData("[0, 2].exists(i, 4/i == 2)", "true")]
    [InlineData("[0, 2].all(i, 4/i == 3)", "false")]
    [InlineData("[].all(i, i > 0)", "true")]
    [InlineData("[].exists_one(i, i > 0)", "false")]
    [InlineData("-5 / 2", "-2")]
    [InlineData("-5 % 2", "-1")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("size('\U0001F431')", "1")]
    [InlineData("'\uFFFD' < '\U0001F431'", "true")]
    [InlineData("'a' in ['b', 'a']", "true")]
    [InlineData("{'a': 1}.a", "1")]
    [InlineData("has({'a': 1}.b)", "false")]
    [InlineData("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "true")]
    [InlineData("duration('90m') == duration('1h30m')", "true")]
    [InlineData("timestamp('2026-03-01T00:00:00Z') - timestamp('2026-02-28T00:00:00Z')", "duration(\"86400s\")")]
    [InlineData("timestamp('2026-11-23T07:21:44Z').getHours('Europe/Vienna')", "8")]
    [InlineData("duration('123.321456789s').getMilliseconds()", "321")]
    [InlineData("'line\\n'.matches('line$')", "false")]
    [InlineData("'\u0663'.matches('\\\\d')", "false")]
    [InlineData("'\U0001F431'.matches('^.$')", "true")]
    [InlineData("'abc'.matches('(?i)B')", "true")]
    [InlineData("['a', 'b'].join('-').split('-') == ['a', 'b']", "true")]
    [InlineData("'hello'.substring(1, 3) + 'x'.upperAscii()", "\"elX\"")]
    [InlineData("true ? 1 : 1/0", "1")]
    public void Gives(string source, string expected) => Host.Evaluate(source).ToString().Should().Be(expected);

    [Theory]
    [InlineData("1/0 == 1 || false")]
    [InlineData("9223372036854775807 + 1 > 0")]
    [InlineData("-9223372036854775808 / -1 > 0")]
    [InlineData("[1][1] == 1")]
    [InlineData("{'a': 1}['b'] == 1")]
    [InlineData("{'a': 1, 'a': 2} == {}")]
    [InlineData("int('ten') == 10")]
    [InlineData("[0].exists_one(i, 1/i == 1)")]
    [InlineData("[1/0, 1][1] == 1")]
    [InlineData("'a'.matches('(a)\\\\1')")]
    [InlineData("'a'.matches('(?=a)')")]
    [InlineData("job.comment == ''")]
    public void Is_an_error_value(string source) => Host.Evaluate(source).Kind.Should().Be(CelKind.Error);

    [Theory]
    [InlineData("job.target == 'a'")]
    [InlineData("!(job.target == 'a')")]
    [InlineData("job.target == 'a' || false")]
    [InlineData("job.target == 'a' && true")]
    [InlineData("job.target == 'a' || 1/0 == 1")]
    [InlineData("has(job.target)")]
    [InlineData("job.target == 'a' ? true : true")]
    [InlineData("job.tags.exists(t, t == job.target)")]
    [InlineData("job.target in ['a']")]
    public void Is_unknown_with_its_cause(string source)
    {
        var value = Host.Evaluate(source);
        value.Kind.Should().Be(CelKind.Unknown);
        value.AsUnknown().Causes.Should().Equal("/storage needs Datastore.Audit");
    }

    [Theory]
    [InlineData("job.target == 'a' || true", true)]
    [InlineData("false && job.target == 'a'", false)]
    [InlineData("job.tags.exists(t, t == 'a' || t == job.target)", true)]
    [InlineData("job.tags.all(t, t == 'a' && t == job.target)", false)]
    public void Unknown_is_absorbed_where_it_decides_nothing(string source, bool expected)
        => Host.Evaluate(source).Should().Be(CelValue.Of(expected));

    [Fact]
    public void Explanation_shows_what_was_evaluated_and_nothing_else()
    {
        var trace = Host.Program("job.guests > 5 && job.age < duration('24h')").Explain(Host.Bindings);
        trace.Value.Should().Be(CelValue.False);
        trace.Parts.Should().ContainSingle().Which.Text.Should().Be("job.guests > 5");
        trace.Parts[0].Parts.Select(p => (p.Text, p.Value.ToString())).Should().Equal(("job.guests", "3"), ("5", "5"));
    }

    [Fact]
    public void Comparison_gives_both_sides()
    {
        var comparison = Host.Program("job.age <= duration('24h')").Comparison!;
        comparison.Operator.Should().Be("<=");
        comparison.Left.Source.Should().Be("job.age");
        comparison.Left.Evaluate(Host.Bindings).AsDuration().Should().Be(TimeSpan.FromHours(26));
        comparison.Right.Evaluate(Host.Bindings).AsDuration().Should().Be(TimeSpan.FromHours(24));
        Host.Program("job.guests > 1 && x > 1").Comparison.Should().BeNull();
    }

    [Fact]
    public void Paths_and_fields_tell_what_is_read()
    {
        var program = Host.Program("has(job.comment) || job.tags.exists(t, t == job.name) || x > 1");
        program.AttributePaths.Select(p => string.Join('.', p)).Should().Equal("job.comment", "job.tags", "job.name", "x");
        program.Fields.Select(f => f.Name).Should().BeEquivalentTo("comment", "tags", "name");
    }

    [Theory]
    [InlineData("1 < 2", true)]
    [InlineData("x > 1 || 2 > 1", true)]
    [InlineData("x > 1 && 1 > 2", true)]
    [InlineData("x > 1 || 1 > 2", false)]
    [InlineData("job.guests > 0", false)]
    public void Constant_conditions_are_known(string source, bool isConstant)
        => Host.Program(source).IsConstant.Should().Be(isConstant);
}
