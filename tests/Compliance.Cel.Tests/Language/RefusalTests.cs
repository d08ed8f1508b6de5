namespace Compliance.Cel.Tests.Language;

/// <summary>What does not compile, and how it says so.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("7u", "uint")]
    [InlineData("uint(1)", "uint")]
    [InlineData("b\"a\"", "bytes")]
    [InlineData("bytes(\"a\")", "bytes")]
    [InlineData("dyn(1)", "dyn")]
    [InlineData("type(1) == int", "type")]
    [InlineData("int", "types as values")]
    [InlineData(".i", "leading dot")]
    [InlineData("Foo{a: 1}", "message construction")]
    [InlineData("job.?name", "optional")]
    [InlineData("[?i]", "optional")]
    [InlineData("{?\"a\": i}", "optional")]
    [InlineData("[1].all(k, v, v > 0)", "two-variable")]
    [InlineData("[1].transformList(k, v, v)", "two-variable")]
    [InlineData("cel.bind(x, 1, x)", "cel.bind")]
    [InlineData("math.greatest(1, 2)", "math")]
    [InlineData("\"%d\".format([1])", "format")]
    public void An_unsupported_feature_is_named(string source, string feature)
    {
        var issue = Cel.Refused(source, Job.Environment);
        issue.Kind.Should().Be(CelIssueKind.Unsupported);
        issue.Message.Should().Contain(feature);
    }

    [Theory]
    [InlineData("job.compresion == \"zstd\"", 4, 10, "compression")]
    [InlineData("jib.name == \"\"", 0, 3, "job")]
    [InlineData("job.name.startWith(\"a\")", 9, 9, "startsWith")]
    [InlineData("job.compression == \"ztsd\"", 19, 6, "\"zstd\"")]
    [InlineData("job.compression in [\"zstd\", \"gzp\"]", 28, 5, "\"gzip\"")]
    [InlineData("\"gzp\" in jobs.map(j, j.compression)", 0, 5, "\"gzip\"")]
    [InlineData("jobs.exist(j, j.name == \"\")", 5, 5, "exists")]
    public void A_slip_of_the_pen_is_found_where_it_stands(string source, int start, int length, string suggestion)
    {
        var issue = Cel.Refused(source, Job.Environment);
        issue.Should().BeEquivalentTo(new { Start = start, Length = length, Suggestion = suggestion, Kind = CelIssueKind.Name });
    }

    [Theory]
    [InlineData("zzzzzzzz == \"\"", "there is no variable zzzzzzzz here; there are ")]
    [InlineData("job.zzzzzzzzzz == \"\"", "job has no field zzzzzzzzzz; there ")]
    [InlineData("job.name.zzzzzzzzzz(\"a\")", "there is no function zzzzzzzzzz; there are ")]
    public void What_resembles_nothing_gets_some_of_the_names_there_are(string source, string message)
    {
        var issue = Cel.Refused(source, Job.Environment);
        issue.Suggestion.Should().BeNull();
        issue.Message.Should().StartWith(message);
    }

    [Theory]
    [InlineData("job.compression == \"zstd\" && job.compression.startsWith(\"z\")")]
    [InlineData("job.compression == job.name")]
    [InlineData("(b ? job.compression : \"other\") == \"whatever\"")]
    public void An_enum_is_a_string_otherwise(string source) => Cel.Compile(source, Job.Environment);

    [Theory]
    [InlineData("1 + 1.0", "int and double")]
    [InlineData("i == null", "has()")]
    [InlineData("\"a\" in job.name", "contains()")]
    [InlineData("[1, \"a\"]", "one type")]
    [InlineData("i && b", "must be bool")]
    [InlineData("i ? 1 : 2", "must be bool")]
    [InlineData("-duration(\"1s\")", "does not apply")]
    [InlineData("duration(\"1h\") > 24", "a duration is written duration(\"24h\")")]
    [InlineData("3600 == duration(\"1h\")", "a duration is written duration(\"24h\")")]
    [InlineData("null < null", "no order")]
    [InlineData("{1.0: 1}", "cannot be the key")]
    [InlineData("job.name[0]", "only lists and maps")]
    [InlineData("i.x", "has no fields")]
    [InlineData("size(i)", "there is no size(int)")]
    [InlineData("jobs[\"a\"]", "must be int")]
    public void Types_that_do_not_fit_are_explained(string source, string part)
    {
        var issue = Cel.Refused(source, Job.Environment);
        issue.Kind.Should().Be(CelIssueKind.Type);
        issue.Message.Should().Contain(part);
    }

    [Theory]
    [InlineData("a ? b ? 1 : 2 : 3")]
    [InlineData("!-i")]
    [InlineData("-!b")]
    [InlineData("1 = 1")]
    [InlineData("has(job)")]
    [InlineData("f(1,)")]
    [InlineData("'\\ud83d\\udc31'")]
    [InlineData("'a\nb'")]
    [InlineData("9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("for")]
    [InlineData("a.in")]
    [InlineData("")]
    public void What_is_no_expression_gives_one_syntax_issue(string source)
        => CelCompiler.Compile(source, Job.Environment).Issues.Should().ContainSingle().Which.Kind.Should().Be(CelIssueKind.Syntax);

    [Fact]
    public void All_faults_of_names_and_types_are_reported_at_once()
        => CelCompiler.Compile("nosuch == 1 && job.x == \"\" && i + 1.0 == 2 && 7 == b", Job.Environment).Issues
            .Select(issue => issue.Kind).Should().Equal(CelIssueKind.Name, CelIssueKind.Name, CelIssueKind.Type, CelIssueKind.Type);

    [Fact]
    public void The_expected_type_is_checked()
    {
        CelCompiler.Compile("i + 1", Job.Environment, CelType.Bool).Issues.Should().ContainSingle().Which.Message.Should().Contain("bool is needed");
        CelCompiler.Compile("i == 1", Job.Environment, CelType.Bool).IsSuccess.Should().BeTrue();
    }
}
