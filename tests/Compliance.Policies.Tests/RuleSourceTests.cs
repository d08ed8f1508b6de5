using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

public class RuleSourceTests
{
    private const string Full = """
        id: ACME101
        fault: job-name-differs
        for: node-storage
        when: >-
          job.enabled &&
          job.target.kind != "pbs"
        assert: 'job.id == ''backup'''
        severity: info
        runbook: [RB-06, RB-45]
        title: Jobs are named for what they do
        message: "called {job.id}"
        expected: "backup"
        actual: "{job.id}"
        why: |
          A name that says what it does
          is found at night.
        fix: pvesh set /cluster/backup/{job.id} --comment x
        waivable: false

        """;

    [Fact]
    public void Every_setting_is_read()
    {
        var rule = Read(Full);

        (rule.Id.Value, rule.Fault.Value, rule.For.Value, rule.Severity.Value, rule.IsWaivable.Value)
            .Should().Be(("ACME101", "job-name-differs", SubjectKind.NodeStorage, Severity.Info, false));
        rule.When!.Value.Should().Be("job.enabled && job.target.kind != \"pbs\"");
        rule.Assert.Value.Should().Be("job.id == 'backup'");
        rule.Runbook.Select(clause => clause.Value).Should().Equal("RB-06", "RB-45");
        rule.Why.Value.Should().Be("A name that says what it does\nis found at night.");
        (rule.Message.Segments.Length, rule.Expected!.Segments.Length, rule.Actual!.Segments.Length, rule.Fixes.Single().Text.Segments.Length).Should().Be((2, 1, 1, 3));
        rule.Place.File.Should().Be("rules/ACME101-job-name-differs.yaml");
    }

    [Fact]
    public void A_fix_may_be_a_list_of_guarded_ones()
    {
        var rule = Read(Full.Replace(
            "fix: pvesh set /cluster/backup/{job.id} --comment x",
            "fix:\n  - when: job.isEnabled\n    do: pvesh set /cluster/backup/{job.id} --enabled 0\n  - do: look at it",
            StringComparison.Ordinal));

        rule.Fixes.Select(fix => fix.When?.Value).Should().Equal("job.isEnabled", null);
        rule.Fixes.Select(fix => fix.Text.Text.Value).Should().Equal("pvesh set /cluster/backup/{job.id} --enabled 0", "look at it");
    }

    [Fact]
    public void What_may_be_left_out_has_its_default()
    {
        var rule = Read(Examples.Rule);

        (rule.When, rule.Expected, rule.Actual).Should().Be((null, null, null));
        rule.Fixes.Should().BeEmpty();
        rule.IsWaivable.Value.Should().BeTrue();
    }

    [Fact]
    public void An_offset_in_a_folded_expression_leads_to_its_line()
    {
        var when = Read(Full).When!;

        var place = when.PlaceOf(when.Value.IndexOf("\"pbs\"", StringComparison.Ordinal), 5);

        (place.Line, place.Column, place.EndLine, place.EndColumn).Should().Be((6, 22, 6, 27));
    }

    [Fact]
    public void An_offset_in_a_template_leads_behind_its_brace()
    {
        var message = Read(Full).Message;
        var expression = message.Segments.Single(segment => segment.IsExpression);

        var place = message.Text.PlaceOf(expression.Offset, expression.Text.Length);

        (place.Line, place.Column, place.EndColumn).Should().Be((11, 19, 25));
    }

    [Theory]
    [InlineData("for: job", "for: jobs", "Did you mean \"job\"?")]
    [InlineData("severity: warning", "severity: critical", "Write info, warning or error.")]
    [InlineData("assert: job.id.startsWith(\"backup-\")", "assert: !job.enabled", "Put a value that begins with \"!\" in quotes.")]
    [InlineData("assert: job.id.startsWith(\"backup-\")", "assert: true", "Write \"true\" in quotes.")]
    [InlineData("message: \"the job is called {job.id}\"", "message: {job.id}", "Text that begins with a bracket needs quotes.")]
    [InlineData("why:", "because:", "Say why it matters.")]
    public void A_slip_is_answered_with_what_to_write(string from, string to, string fix)
    {
        var parsed = PolicyRepositoryLoader.Load(Examples.WithRule(Examples.Rule.Replace(from, to)));

        parsed.Value.Should().BeNull();
        parsed.Problems.Select(problem => problem.Fix).Should().Contain(fix);
    }

    [Fact]
    public void Own_rules_are_read_from_the_folder_the_policy_names_in_order_of_their_names()
    {
        var files = Examples.Repository(Examples.Policy + "locations: { rules: own }\n")
            .With("own/b/ACME102-second.yaml", Examples.Rule.Replace("ACME101", "ACME102"))
            .With("own/ACME101-first.yaml", Examples.Rule)
            .With("own/notes.txt", "not a rule")
            .With("rules/ACME103-elsewhere.yaml", Examples.Rule.Replace("ACME101", "ACME103"));

        var parsed = PolicyRepositoryLoader.Load(files);

        Examples.Rendered(parsed).Should().BeEmpty();
        parsed.Value!.Rules.Select(rule => rule.Id.Value).Should().Equal("ACME101", "ACME102");
    }

    [Fact]
    public void Headings_of_built_in_rules_say_what_the_parser_reads()
        => BuiltInRules.Headings.Should().Equal(BuiltInRules.Sources().Select(RuleHeading.Of)).And.Contain(rule => !rule.IsWaivable);

    [Fact]
    public void Built_in_rules_are_free_of_problems()
    {
        var parsed = BuiltInRules.Load();

        Examples.Rendered(parsed).Should().BeEmpty();
        parsed.Value.Should().Equal(BuiltInRules.Sources(), (rule, other) => rule.Id.Value == other.Id.Value);
        var written = Directory.EnumerateFiles(Repository.PathOf("rules"), "*.yaml", SearchOption.AllDirectories)
            .Count(file => Path.GetFileName(Path.GetDirectoryName(file)) != "cases");
        parsed.Value.Should().HaveCount(written - 1, "every file below rules but runbook.yaml and the cases is a rule");
    }

    private static RuleSource Read(string rule)
    {
        var parsed = PolicyRepositoryLoader.Load(Examples.WithRule(rule));
        Examples.Rendered(parsed).Should().BeEmpty();
        return parsed.Value!.Rules.Single();
    }
}
