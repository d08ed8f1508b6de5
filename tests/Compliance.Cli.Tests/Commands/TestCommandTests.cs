using System.Xml.Linq;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>test</c>: the cases that prove rules, as the author of a rule runs them.</summary>
public sealed class TestCommandTests
{
    private const string Rule = """
        id: ACME101
        fault: job-without-owner
        for: job
        assert: has(job.comment) && job.comment.startsWith("Tier")
        severity: warning
        runbook: [RB-06]
        title: Every job names its tier
        message: "the comment is {has(job.comment) ? job.comment : 'empty'}"
        why: A job that nobody owns is a job that nobody mends.

        """;

    private const string Cases = """
        rule: ACME101
        cases:
          - name: a job with its tier
            expect: { job/backup-tier1: pass }
          - name: a job without one
            set: { "jobs.rows[id=backup-tier1].comment": nightly }
            expect:
              job/backup-tier1: { verdict: fail, message: the comment is nightly }
              "*": pass
          - name: jobs cannot be read
            hide: [ jobs ]
            expect: { estate: unknown }

        """;

    [Fact]
    public async Task Built_in_rules_pass_their_own_cases()
    {
        var run = await CommandRun.OfAsync(["test", Samples.Policy, "--cases", Repository.PathOf("rules/cases"), "--strict"], token: null);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        run.Output.TrimEnd().Should().MatchRegex("[0-9]+ cases of [0-9]+ rules: [0-9]+ passed, 0 failed$");
    }

    [Fact]
    public async Task Own_rules_are_proven_by_cases_beside_them()
    {
        using var folder = Made(Rule, Cases);

        var run = await TestAsync(folder, "--strict");

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output + run.Error);
        run.Output.Should().Be("ACME101\n  ok    a job with its tier\n  ok    a job without one\n  ok    jobs cannot be read\n\n3 cases of 1 rule: 3 passed, 0 failed\n");
    }

    [Fact]
    public async Task A_wrong_verdict_is_shown_with_what_decided_it()
    {
        using var folder = Made(Rule, Cases.Replace("job/backup-tier1: pass", "job/backup-tier1: fail"));

        var run = await TestAsync(folder);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("job/backup-tier1: expected fail, got pass  (rules/cases/ACME101.yaml:4:15)")
            .And.Contain("because has(job.comment) = true, job.comment = \"Tier 1 - daily\"");
    }

    [Fact]
    public async Task A_wrong_message_is_shown_beside_the_expected_one()
    {
        using var folder = Made(Rule, Cases.Replace("the comment is nightly", "the comment was nightly"));

        (await TestAsync(folder)).Output.Should().Contain("          - the comment was nightly\n          + the comment is nightly\n                        ^\n");
    }

    [Theory]
    [InlineData("has(job.comment) && job.compression == policy.compression && job.isEnabled", "zstd", "lzo")]
    [InlineData("!(job.compression in ['lzo', 'gzip'])", "none of lzo, gzip", "lzo")]
    [InlineData("job.guestCount >= 99", "at least 99", "2")]
    [InlineData("job.claimedBy.all(t, t != 'Core services')", "not Core services", "Core services")]
    [InlineData("'zzz' in job.claimedBy", "among others zzz", "Core services")]
    public async Task Both_ends_are_taken_from_the_comparison_that_failed(string assert, string expected, string actual)
    {
        var rule = Rule.Replace("has(job.comment) && job.comment.startsWith(\"Tier\")", $"\"{assert}\"");
        using var folder = Made(rule, $$"""
            rule: ACME101
            cases:
              - name: both ends
                set: { "jobs.rows[id=backup-tier1].compress": "1" }
                expect:
                  job/backup-tier1: { verdict: fail, expected: "{{expected}}", actual: "{{actual}}" }

            """);

        var run = await TestAsync(folder);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output + run.Error);
    }

    [Fact]
    public async Task A_subject_that_is_not_there_is_told_with_the_nearest()
    {
        using var folder = Made(Rule, Cases.Replace("{ job/backup-tier1: pass }", "{ job/backup-tier9: pass }"));

        var run = await TestAsync(folder);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("expected pass, got no such subject; there are job/backup-tier0, job/backup-tier1, job/backup-tier2");
    }

    [Fact]
    public async Task A_change_that_leads_nowhere_fails_its_case_and_no_other()
    {
        using var folder = Made(Rule, Cases.Replace("[id=backup-tier1].comment", "[id=weekly].comment"));

        var run = await TestAsync(folder);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("POL122: \"jobs.rows[id=weekly].comment\" leads nowhere in the inventory: there is no [id=weekly].").And.Contain("2 passed, 1 failed");
    }

    [Fact]
    public async Task An_inventory_that_is_broken_fails_its_cases_with_the_reason()
    {
        using var folder = Made(Rule, Cases);
        folder.File("inventories/compliant.json", "{ \"version\": 1,");

        var run = await TestAsync(folder);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("is not a readable inventory").And.Contain("0 passed, 3 failed").And.NotContain("Exception");
    }

    [Fact]
    public async Task A_rule_without_cases_is_named_and_fails_a_strict_run()
    {
        using var folder = Made(Rule, Cases);
        folder.File("rules/ACME102-other.yaml", Rule.Replace("ACME101", "ACME102").Replace("job-without-owner", "other"));

        var run = await TestAsync(folder);
        run.ExitCode.Should().Be(ExitCode.Compliant);
        run.Output.Should().Contain("Not proven by cases\n  ACME102 has no case  (rules/ACME102-other.yaml:1:5)");
        (await TestAsync(folder, "--strict")).ExitCode.Should().Be(ExitCode.Findings);
    }

    [Fact]
    public async Task A_rule_that_is_off_can_be_proven_all_the_same()
    {
        using var folder = Made(Rule, Cases);
        File.AppendAllText(folder.PathOf("policy.yaml"), "rules:\n  - { rule: ACME101, enabled: false, reason: not yet }\n");

        (await TestAsync(folder)).ExitCode.Should().Be(ExitCode.Compliant);
    }

    [Fact]
    public async Task JUnit_goes_to_a_file_beside_the_text()
    {
        using var folder = Made(Rule, Cases);
        var file = folder.PathOf("out/junit.xml");

        var run = await TestAsync(folder, "-o", "text", "-o", $"junit:{file}");

        run.Output.Should().StartWith("ACME101\n");
        XDocument.Load(file).Descendants("testcase").Should().HaveCount(3);
    }

    [Theory]
    [InlineData("nothing to test: no case file in rules/cases", "")]
    [InlineData("--cases /nowhere: there is no such folder", "--cases /nowhere")]
    [InlineData("no case of BKP104 in rules/cases", "--rule BKP104")]
    [InlineData("--rule BKP999: there is no such rule", "--rule BKP999")]
    [InlineData("there is no format \"tap\"; there are text, json, junit", "-o tap")]
    public async Task Nothing_to_run_is_no_success(string because, string arguments)
        => (await CommandRun.OfAsync(["test", Samples.Policy, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)], token: null))
            .ShouldFailWith(ExitCode.BadInput, because);

    [Fact]
    public async Task A_broken_case_file_is_told_by_test_and_by_lint_alike()
    {
        using var folder = Made(Rule, Cases.Replace("expect: { estate: unknown }", "expects: { estate: unknown }"));

        var test = await TestAsync(folder);
        var lint = await CommandRun.OfAsync(["lint", folder.Path], token: null);

        (test.ExitCode, lint.ExitCode).Should().Be((ExitCode.BadInput, ExitCode.BadInput));
        test.Error.Should().Contain("rules/cases/ACME101.yaml:12:5 error POL012: \"expects\" is not a case setting. Did you mean \"expect\"?");
        lint.Output.Should().Contain(test.Error);
    }

    private static Task<CommandRun> TestAsync(TemporaryFolder folder, params string[] more) => CommandRun.OfAsync(["test", folder.Path, .. more], token: null);

    private static TemporaryFolder Made(string rule, string cases)
    {
        var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        folder.File("rules/ACME101-job-without-owner.yaml", rule);
        folder.File("rules/cases/ACME101.yaml", cases);
        folder.File("inventories/compliant.json", Repository.Read("samples/homelab/inventories/compliant.json"));
        return folder;
    }
}
