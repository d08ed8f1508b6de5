namespace Compliance.Cel.Tests.Language;

public sealed class RecordTests
{
    private static readonly Job Nightly = new("nightly", "lzo", "02:00", new Job("base", "zstd", null, null));

    [Theory]
    [InlineData("job.name == \"nightly\"", "true")]
    [InlineData("job.parent.compression == wanted", "true")]
    [InlineData("has(job.schedule)", "true")]
    [InlineData("has(job.parent.schedule)", "false")]
    [InlineData("has(job.parent.schedule) && job.parent.schedule == \"\"", "false")]
    [InlineData("has(job.parent.parent)", "false")]
    [InlineData("job.parent == job.parent", "true")]
    [InlineData("job == job.parent", "false")]
    public void Fields_are_read_from_the_host(string source, string outcome) => Job.Eval(source, Nightly).ToString().Should().Be(outcome);

    [Fact]
    public void Selecting_an_absent_field_is_an_error_and_says_which()
        => Job.Eval("job.parent.schedule == \"x\"", Nightly).ToString().Should().Be("error: job has no schedule here");

    [Fact]
    public void A_getter_that_breaks_its_word_gives_an_error()
        => Job.Eval("job.wrong == 1", Nightly).ErrorMessage.Should().Contain("declared int");

    [Fact]
    public void A_variable_that_is_not_bound_is_an_error()
        => Cel.Compile("i == 1", Job.Environment).Evaluate(new CelBindings(Job.Environment)).ErrorMessage.Should().Be("i has no value here");

    [Fact]
    public void Bindings_of_another_environment_are_an_error()
        => Cel.Compile("i == 1", Job.Environment).Evaluate(new CelBindings(Cel.Empty)).Kind.Should().Be(CelKind.Error);

    [Fact]
    public void A_record_is_frozen_once_it_was_compiled_against()
    {
        Cel.Compile("job.name == \"\"", Job.Environment);
        var add = () => Job.Type.Add(new CelField("late", CelType.Int, _ => CelValue.Of(1)));
        add.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Unknown_fields_of_elements_leave_the_other_elements_readable()
    {
        var hidden = new Job("hidden", null, null, null);
        Job.Eval("jobs.exists(j, j.compression == \"zstd\")", Nightly, hidden, Nightly.Parent!).Should().Be(CelValue.True);
        Job.Eval("jobs.exists(j, j.compression == \"zstd\")", Nightly, hidden).Kind.Should().Be(CelKind.Unknown);
        Job.Eval("jobs.all(j, j.compression == \"zstd\")", Nightly, hidden, Nightly).Should().Be(CelValue.False);
    }
}
