namespace Compliance.Cel.Tests.Language;

/// <summary>What a person reads who wants to know why.</summary>
public sealed class ExplanationTests
{
    private static readonly Job Nightly = new("nightly", "lzo", "02:00", new Job("base", "zstd", null, null));

    private static readonly Job[] Jobs = [Nightly, Nightly with { Name = "weekly" }, new("hidden", null, null, null)];

    [Fact]
    public void An_explanation_shows_every_part_that_was_evaluated()
    {
        var whole = Explain("job.name == \"x\" || job.compression == wanted");
        whole.Value.Should().Be(CelValue.False);
        whole.Children.Select(part => (part.Start, part.Text, part.Value.ToString())).Should().Equal(
            (0, "job.name == \"x\"", "false"), (19, "job.compression == wanted", "false"));
        whole.Children[1].Children.Select(part => part.Value.ToString()).Should().Equal("\"lzo\"", "\"zstd\"");
    }

    [Theory]
    [InlineData("job.name == \"nightly\" && job.compression == wanted", "job.compression = \"lzo\", wanted = \"zstd\"")]
    [InlineData("job.name == \"nightly\" && job.compression == wanted && job.name != \"x\"", "job.compression = \"lzo\", wanted = \"zstd\"")]
    [InlineData("job.name == \"nightly\" || job.compression == wanted", "job.name = \"nightly\"")]
    [InlineData("!(job.compression == wanted)", "job.compression = \"lzo\", wanted = \"zstd\"")]
    [InlineData("!(job.name == \"nightly\" && has(job.schedule))", "job.name = \"nightly\", has(job.schedule) = true")]
    [InlineData("has(job.parent.schedule) && job.parent.schedule == \"\"", "has(job.parent.schedule) = false")]
    [InlineData("has(job.schedule) ? job.schedule == \"03:00\" : b", "has(job.schedule) = true, job.schedule = \"02:00\"")]
    [InlineData("(has(job.schedule) ? job.parent : job).name == \"x\"", "(has(job.schedule) ? job.parent : job).name = \"base\"")]
    public void Of_an_outcome_the_parts_that_made_it_are_named(string source, string expected) => Short(source).Should().Be(expected);

    [Theory]
    [InlineData("job.compression == wanted", "job.compression == wanted")]
    [InlineData("((job.compression) == (wanted))", "job.compression == wanted")]
    [InlineData("job.name in [\"a\", \"b\"]", "job.name in [\"a\", \"b\"]")]
    [InlineData("!(job.name in [\"a\", \"nightly\"])", "job.name !in [\"a\", \"nightly\"]")]
    [InlineData("\"x\" in names", "names has \"x\"")]
    [InlineData("!(\"a\" in names)", "names !has \"a\"")]
    [InlineData("size(jobs) <= 1 + 1", "size(jobs) <= 1 + 1")]
    [InlineData("4 <= size(jobs)", "size(jobs) >= 4")]
    [InlineData("!(size(jobs) > 2)", "size(jobs) <= 2")]
    [InlineData("!(job.name != \"x\" && size(jobs) == 3)", null)]
    [InlineData("job.name == \"nightly\" && job.compression == wanted && job.name != \"x\"", "job.compression == wanted")]
    [InlineData("job.name == \"x\" || job.compression == wanted", null)]
    [InlineData("has(job.schedule) ? job.schedule == \"03:00\" : b", "job.schedule == \"03:00\"")]
    [InlineData("jobs.all(j, j.name == \"nightly\")", "jobs[1].name == \"nightly\"")]
    [InlineData("!jobs.exists(j, j.name == \"weekly\")", "jobs[1].name != \"weekly\"")]
    [InlineData("!has(job.schedule)", null)]
    [InlineData("job.name.startsWith(\"x\")", null)]
    public void The_comparison_that_alone_decides_says_what_was_wanted(string source, string? wanted)
    {
        var whole = Explain(source);

        whole.Value.Should().Be(CelValue.False);
        (whole.DecidingComparison() is { } one ? $"{one.Left.Name} {one.Operator} {one.Right.Name}" : null).Should().Be(wanted);
    }

    [Fact]
    public void What_made_a_condition_true_would_have_had_to_be_otherwise()
        => Explain("job.name == \"nightly\"").DecidingComparison()!.Operator.Should().Be("!=");

    [Theory]
    [InlineData("jobs.all(j, j.name == \"nightly\")", "jobs[1].name = \"weekly\"")]
    [InlineData("jobs.exists(j, j.name == \"x\")", "jobs[0].name = \"nightly\", jobs[1].name = \"weekly\", jobs[2].name = \"hidden\"")]
    [InlineData("jobs.exists_one(j, has(j.schedule))", "has(jobs[0].schedule) = true, has(jobs[1].schedule) = true")]
    [InlineData("jobs.map(j, j.name).all(n, n == \"nightly\")", "n = \"weekly\"")]
    [InlineData("[\"02:00\", \"03:00\"].all(t, t == job.schedule)", "t = \"03:00\", job.schedule = \"02:00\"")]
    [InlineData("names.all(n, n != \"b\")", "names[1] = \"b\"")]
    [InlineData("names.all(n, names.exists(m, m == n + n))", "names[0] = \"a\", names[1] = \"b\", names[2] = \"c\"")]
    [InlineData("tags.all(k, tags[k] == \"x\")", "tags[\"two\"] = \"y\"")]
    [InlineData("size(names) == 0", "names = [\"a\", \"b\", \"c\"]")]
    [InlineData("size(jobs) == 0", "size(jobs) = 3")]
    [InlineData("size(jobs.filter(j, has(j.schedule))) == 0", "has(jobs[0].schedule) = true, has(jobs[1].schedule) = true")]
    [InlineData("size(jobs.filter(j, has(j.parent.schedule))) > 0", "has(jobs[2].parent.schedule) = error: job has no parent here")]
    [InlineData("size(names.filter(n, n == \"x\")) > 0", "names[0] = \"a\", names[1] = \"b\", names[2] = \"c\"")]
    [InlineData("none.exists(n, n == \"x\")", "none = []")]
    [InlineData("jobs[1].name == \"x\"", "jobs[1].name = \"weekly\"")]
    [InlineData("jobs[size(names) - 2].name == \"x\"", "jobs[1].name = \"weekly\"")]
    public void An_element_is_named_by_its_place(string source, string expected) => Short(source).Should().Be(expected);

    [Theory]
    [InlineData("b && job.name == \"nightly\"", "b = unknown: b")]
    [InlineData("i + size(names) == 4", "i = unknown: i")]
    [InlineData("jobs.all(j, j.compression == \"lzo\")", "jobs[2].compression = unknown: GET /cluster/backup")]
    [InlineData("b ? job.name == \"x\" : job.name == \"y\"", "b = unknown: b")]
    [InlineData("b && i == 1 && job.name == \"nightly\"", "b = unknown: b, i = unknown: i")]
    [InlineData("job.parent.schedule == job.name", "job.parent.schedule = error: job has no schedule here")]
    [InlineData("10 / (size(names) - 3) > size(job.name)", "names = [\"a\", \"b\", \"c\"]")]
    [InlineData("jobs[7].name == \"x\"", "jobs[7].name = error: index 7 is outside the list of 3")]
    public void Of_an_unknown_or_an_error_its_causes_are_named(string source, string expected) => Short(source).Should().Be(expected);

    [Fact]
    public void A_long_value_is_cut()
    {
        Short("size(long) == 0").Should().StartWith("long = [0, 1, 2, ").And.EndWith(" more]").And.Subject.Length.Should().BeLessThan(300);
        Short("text == \"\"").Length.Should().BeLessThan(150);
    }

    [Fact]
    public void An_explanation_is_bounded()
    {
        var whole = Explain("long.all(n, n >= 0 && n < 20000)");
        whole.IsCut.Should().BeTrue();
        whole.Children.Count.Should().BeLessThan(1000);
        whole.Value.Should().Be(CelValue.True);
    }

    [Theory]
    [InlineData("long.all(n, n != 9000)", "long[9000] = 9000")]
    [InlineData("long.exists(n, n == 9000)", "long[9000] = 9000")]
    [InlineData("jobs.all(j, long.all(n, n != 9000 || j.name != \"weekly\"))", "long[9000] = 9000, jobs[1].name = \"weekly\"")]
    public void The_one_that_decides_is_there_among_thousands(string source, string expected) => Short(source).Should().Be(expected);

    private static string Short(string source) => Explain(source).ToShortText(5);

    private static CelExplanation Explain(string source)
    {
        var environment = new CelEnvironment([
            .. Job.Environment.Variables,
            new("names", CelType.List(CelType.String)),
            new("none", CelType.List(CelType.String)),
            new("tags", CelType.Map(CelType.String, CelType.String)),
            new("long", CelType.List(CelType.Int)),
            new("text", CelType.String)]);
        var common = Job.Bind(Nightly, Jobs);
        var bindings = new CelBindings(environment)
        {
            ["names"] = CelValue.Of([CelValue.Of("a"), CelValue.Of("b"), CelValue.Of("c")]),
            ["none"] = CelValue.Of([]),
            ["tags"] = CelValue.Map([new(CelValue.Of("one"), CelValue.Of("x")), new(CelValue.Of("two"), CelValue.Of("y"))]),
            ["long"] = CelValue.Of([.. Enumerable.Range(0, 10_000).Select(n => CelValue.Of(n))]),
            ["text"] = CelValue.Of(new string('x', 5_000)),
        };
        foreach (var variable in Job.Environment.Variables)
        {
            bindings[variable.Name] = common[variable.Name];
        }

        return Cel.Compile(source, environment).Explain(bindings);
    }
}
