namespace Compliance.Cel.Tests;

/// <summary>What is wrong is found before anything runs, and said with the right place and a suggestion.</summary>
public sealed class CompilationTests
{
    [Theory]
    [InlineData("job.mdoe == 'stop'", "mdoe", "mode")]
    [InlineData("jbo.mode == 'stop'", "jbo", "job")]
    [InlineData("job.mode == 'snaphsot'", "'snaphsot'", "\"snapshot\"")]
    [InlineData("job.mode in ['stop', 'suspnd']", "'suspnd'", "\"suspend\"")]
    [InlineData("job.name.startWith('a')", "startWith", "startsWith")]
    public void Near_miss_gets_a_suggestion(string source, string wrong, string suggestion)
    {
        var issue = Host.Compile(source).Issues.Should().ContainSingle().Subject;
        source.Substring(issue.Start, issue.Length).Should().Be(wrong);
        issue.Suggestion.Should().Be(suggestion);
    }

    [Theory]
    [InlineData("job.age < 24")]
    [InlineData("job.guests == '3'")]
    [InlineData("1 + 1.0 > 1.0")]
    [InlineData("job.guests && true")]
    [InlineData("!job.guests")]
    [InlineData("job.name.foo == 1")]
    [InlineData("[1, 'a'] == []")]
    [InlineData("job.guests in 3")]
    [InlineData("null < null")]
    [InlineData("true ? 1 : 'a'")]
    [InlineData("job.tags.all(t, t)")]
    public void Types_must_fit(string source)
        => Host.Compile(source).Issues.Should().Contain(i => i.Kind == CelIssueKind.Type && i.Severity == CelSeverity.Error);

    [Theory]
    [InlineData("7u == 7u")]
    [InlineData("b'a' == b'a'")]
    [InlineData("dyn(1) == 1")]
    [InlineData("type(1) == int")]
    [InlineData("job.?name == 'a'")]
    [InlineData("Message{a: 1} == 1")]
    [InlineData(".job.name == 'a'")]
    [InlineData("uint(1) == 1")]
    public void Feature_that_is_left_out_is_named(string source)
    {
        var compiled = Host.Compile(source);
        compiled.Program.Should().BeNull();
        compiled.Issues.Should().Contain(i => i.Kind == CelIssueKind.Unsupported && i.Message.Contains("not part of this language", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_found_in_one_run()
        => Host.Compile("job.nope == 1 && job.guests == 'a' && nothing > 1").Issues.Should().HaveCount(3);

    [Fact]
    public void One_fault_is_reported_once()
        => Host.Compile("job.nope + 1 > 2 && size(job.nope) > 0 || job.nope in [1]").Issues.Select(i => i.Start).Should().OnlyHaveUniqueItems().And.HaveCount(3);

    [Fact]
    public void Expected_type_is_checked()
        => CelCompiler.Compile("job.guests", Host.Environment, CelType.Bool).Issues.Should().ContainSingle().Which.Message.Should().Contain("bool");
}
