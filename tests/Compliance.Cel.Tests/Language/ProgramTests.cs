namespace Compliance.Cel.Tests.Language;

/// <summary>What a program tells about itself without and after evaluation.</summary>
public sealed class ProgramTests
{
    private static readonly Job Nightly = new("nightly", "lzo", "02:00", null);

    [Fact]
    public void Attribute_paths_are_the_longest_read_and_stop_at_macros()
        => Cel.Compile("job.parent.name == \"x\" && has(job.schedule) && jobs.exists(j, j.compression == wanted) && jobs[0].name == \"\"", Job.Environment)
            .AttributePaths.Select(path => string.Join('.', path))
            .Should().Equal("job.parent.name", "job.schedule", "jobs", "wanted");

    [Fact]
    public void Fields_include_those_read_inside_macros()
        => Cel.Compile("jobs.exists(j, has(j.schedule) && j.compression == wanted)", Job.Environment)
            .Fields.Select(read => read.Field.Name).Should().Equal("schedule", "compression");

    [Theory]
    [InlineData("b || true", "true")]
    [InlineData("b && false", "false")]
    [InlineData("1 + 1 == 2", "true")]
    [InlineData("[].all(x, b)", "true")]
    public void A_constant_program_says_so(string source, string value)
    {
        var compiled = CelCompiler.Compile(source, Job.Environment);
        compiled.Program!.IsConstant.Should().BeTrue();
        compiled.Program.ConstantValue.ToString().Should().Be(value);
        compiled.Issues.Should().Contain(issue => issue.Kind == CelIssueKind.Constant && issue.Severity == CelSeverity.Warning);
    }

    [Theory]
    [InlineData("b || !b")]
    [InlineData("i == i")]
    [InlineData("1/0 == 1 || b")]
    public void There_is_no_algebra(string source) => Cel.Compile(source, Job.Environment).IsConstant.Should().BeFalse();

    [Fact]
    public void What_always_fails_is_warned_of_where_it_stands()
        => CelCompiler.Compile("b || duration(\"1d\") > duration(\"1s\")", Job.Environment).Issues
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Start = 5, Length = 14, Kind = CelIssueKind.Failure });

    [Fact]
    public void The_type_is_deduced() => Cel.Compile("jobs.map(j, {j.name: [j.compression]})", Job.Environment).Type.ToString().Should().Be("list(map(string, list(compression)))");
}
