using CsCheck;

namespace Compliance.Cel.Tests.Language;

/// <summary>The traps of the specification, one group each.</summary>
public sealed class SemanticsTests
{
    [Theory]
    [InlineData("1/0 == 1 || true", "true")]
    [InlineData("1/0 == 1 && false", "false")]
    [InlineData("1/0 == 1 || false", "error")]
    [InlineData("1/0 == 1 && true", "error")]
    [InlineData("1/0 == 1 || 2/0 == 1 || true", "true")]
    [InlineData("1/0 == 1 ? true : true", "error")]
    [InlineData("true ? 1 : 1/0", "1")]
    [InlineData("[1/0, 1][1]", "error")]
    [InlineData("{\"a\": 1, \"b\": 1/0}.a", "error")]
    public void And_and_or_absorb_errors_on_either_side_and_nothing_else_does(string source, string outcome)
        => Cel.Outcome(source).Should().Be(outcome);

    [Theory]
    [InlineData("[0, 2].exists(x, 4/x == 2)", "true")]
    [InlineData("[0, 2].all(x, 4/x == 9)", "false")]
    [InlineData("[0, 2].all(x, 4/x == 2)", "error")]
    [InlineData("[2, 2, 0].exists_one(x, 4/x == 2)", "error")]
    [InlineData("[0].map(x, 1/x)", "error")]
    [InlineData("[0].filter(x, 1/x == 1)", "error")]
    [InlineData("[].all(x, x)", "true")]
    [InlineData("[].exists(x, x)", "false")]
    [InlineData("[].exists_one(x, x)", "false")]
    [InlineData("[1, 2, 3].map(x, x > 1, x * 10)", "[20, 30]")]
    public void Quantifiers_absorb_over_elements_and_other_macros_do_not(string source, string outcome)
        => Cel.Outcome(source).Should().Be(outcome);

    [Theory]
    [InlineData("9223372036854775807 + 1")]
    [InlineData("-9223372036854775808 - 1")]
    [InlineData("9223372036854775807 * 2")]
    [InlineData("-9223372036854775808 / -1")]
    [InlineData("-9223372036854775808 % -1")]
    [InlineData("-(-9223372036854775808)")]
    [InlineData("1 / 0")]
    [InlineData("1 % 0")]
    [InlineData("timestamp(\"9999-12-31T23:59:59.999999999Z\") + duration(\"1ns\")")]
    [InlineData("timestamp(\"9999-01-01T00:00:00Z\") - timestamp(\"0001-01-01T00:00:00Z\")")]
    [InlineData("duration(\"9223372036s\") + duration(\"1s\")")]
    [InlineData("int(9223372036854775807.0)")]
    public void Overflow_is_an_error_and_never_wraps(string source) => Cel.Eval(source).Kind.Should().Be(CelKind.Error);

    [Theory]
    [InlineData("-5 / 2", "-2")]
    [InlineData("-5 % 2", "-1")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("1.0 / 0.0", "+Inf")]
    [InlineData("0.0/0.0 == 0.0/0.0", "false")]
    [InlineData("0.0/0.0 != 0.0/0.0", "true")]
    [InlineData("0.0/0.0 < 1.0", "error")]
    [InlineData("-0.0 == 0.0", "true")]
    [InlineData("int(-1.9)", "-1")]
    [InlineData("string(123456789.0)", "\"1.23456789e+08\"")]
    [InlineData("string(0.1)", "\"0.1\"")]
    public void Numbers_follow_the_specification(string source, string outcome) => Cel.Outcome(source).Should().Be(outcome);

    [Theory]
    [InlineData("size(\"\\U0001F431\")", "1")]
    [InlineData("\"\\uFFFD\" < \"\\U0001F431\"", "true")]
    [InlineData("\"\\U0001F431x\".substring(1)", "\"x\"")]
    [InlineData("\"a\\U0001F431\".reverse()", "\"\U0001F431a\"")]
    [InlineData("\"\u00e9\" == \"e\\u0301\"", "false")]
    [InlineData("\"\\xe9\" == \"\u00e9\"", "true")]
    public void Strings_are_code_points(string source, string outcome) => Cel.Outcome(source).Should().Be(outcome);

    [Theory]
    [InlineData("has({\"a\": null}.a)", "true")]
    [InlineData("has({\"a\": 1}.b)", "false")]
    [InlineData("has({\"a\": {\"b\": 1}}.x.b)", "error")]
    [InlineData("{\"a\": 1}.b", "error")]
    [InlineData("[1][-1]", "error")]
    [InlineData("{\"a\": 1, \"a\": 2}.a", "error")]
    [InlineData("{1: 2, 3: 4} == {3: 4, 1: 2}", "true")]
    [InlineData("[0.0/0.0] == [0.0/0.0]", "false")]
    [InlineData("[[1], []] == [[1], []]", "true")]
    public void Aggregates_follow_the_specification(string source, string outcome) => Cel.Outcome(source).Should().Be(outcome);

    [Theory]
    [InlineData("int(timestamp(\"1969-12-31T23:59:59.9Z\"))", "-1")]
    [InlineData("string(timestamp(\"2023-01-01T00:00:00.120+02:00\"))", "\"2022-12-31T22:00:00.12Z\"")]
    [InlineData("timestamp(\"2023-01-01T00:00:00\")", "error")]
    [InlineData("timestamp(\"2023-01-01t00:00:00z\")", "error")]
    [InlineData("timestamp(\"2023-02-29T00:00:00Z\")", "error")]
    [InlineData("timestamp(\"2023-01-15T23:34:56Z\").getDate(\"+02:00\")", "16")]
    [InlineData("timestamp(\"2023-01-15T23:34:56Z\").getHours(\"No/Such\")", "error")]
    [InlineData("duration(\"1h30m\").getMinutes()", "90")]
    [InlineData("duration(\"123.321456789s\").getMilliseconds()", "321")]
    [InlineData("duration(\"-1ms\")", "duration(\"-0.001s\")")]
    [InlineData("duration(\"1d\")", "error")]
    [InlineData("duration(\"0\")", "duration(\"0s\")")]
    [InlineData("duration(\"99999999999999999999s\")", "error")]
    public void Times_follow_the_specification(string source, string outcome) => Cel.Outcome(source).Should().Be(outcome);

    [Theory]
    [InlineData("[[1, 2], [3]].all(x, x.exists(x, x > 0))")]
    [InlineData("[1].all(x, [2].all(y, x + y == 3))")]
    public void Macro_variables_hide_outer_names(string source) => Cel.Outcome(source).Should().Be("true");

    /// <summary>Long parts are searched by other means than short ones; the answer is the same.</summary>
    [Fact]
    public void A_long_part_is_found_where_it_stands()
    {
        var environment = new CelEnvironment(("s", CelType.String), ("p", CelType.String));
        var program = Cel.Compile("[s.indexOf(p), s.lastIndexOf(p), s.indexOf(p, size(s) / 3), s.contains(p) ? 1 : 0, size(s.split(p))]", environment);
        Gen.Select(Gen.Int[33, 40], Gen.Int[0, 400], Gen.Int[1, 3], Gen.Int[0, 1_000_000]).Sample(sample =>
        {
            var (length, size, period, seed) = sample;
            var random = new Random(seed);
            string Text(int n) => string.Concat(Enumerable.Range(0, n).Select(i => random.Next(40) == 0 ? 'c' : (char)('a' + (i % period))));
            var (text, part) = (Text(size), Text(length));
            text = random.Next(2) == 0 ? text : text.Insert(random.Next(text.Length + 1), part) + part;
            var found = program.Evaluate(new CelBindings(environment) { ["s"] = CelValue.Of(text), ["p"] = CelValue.Of(part) });
            long[] expected =
            [
                text.IndexOf(part, StringComparison.Ordinal), text.LastIndexOf(part, StringComparison.Ordinal),
                text.IndexOf(part, text.Length / 3, StringComparison.Ordinal), text.Contains(part, StringComparison.Ordinal) ? 1 : 0,
                text.Split(part).Length,
            ];
            return found.AsList().Select(value => value.AsInt()).SequenceEqual(expected);
        });
    }
}
