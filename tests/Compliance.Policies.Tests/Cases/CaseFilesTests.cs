using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Cases;

/// <summary>Reading case files: what is written is what is run.</summary>
public class CaseFilesTests
{
    private const string Full = """
        rule: ACME101
        given: busy
        cases:
          - name: one
            as-of: 2026-11-23T06:00:00+01:00
            remove: [ 'jobs.rows[id=a]' ]
            hide: [ jobs ]
            set:
              jobs.rows[id=b].comment: null
              jobs.rows[id=b].all: true
              jobs.rows[id=b].vmIds: [101, "102"]
              jobs.rows[id=b].maximum: { value: 7 }
            add: { guests.rows: x }
            expect:
              job/b: fail
              "*": not-applicable
          - name: two
            given: quiet
            expect:
              job/b: { verdict: unknown, message: m, expected: e, actual: a, fix: f }

        """;

    [Fact]
    public void Every_setting_is_read_and_changes_come_in_their_order()
    {
        var cases = Read(Full).Cases;

        cases.Select(one => (one.Rule, one.Name, one.Given.Value)).Should().Equal(("ACME101", "one", "busy"), ("ACME101", "two", "quiet"));
        cases[0].AsOf.Should().Be(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        cases[0].Changes.Select(change => $"{change.Kind} {change.Path} {change.Json}".TrimEnd()).Should().Equal(
            "Remove jobs.rows[id=a]",
            "Add guests.rows \"x\"",
            "Set jobs.rows[id=b].comment null",
            "Set jobs.rows[id=b].all true",
            "Set jobs.rows[id=b].vmIds [101,\"102\"]",
            "Set jobs.rows[id=b].maximum {\"value\":7}",
            "Hide jobs");
        cases[0].Changes[2].Place.ToString().Should().Be("rules/cases/ACME101.yaml:9:7");
        cases[0].Expect.Select(e => (e.Subject, e.Verdict)).Should().Equal(("job/b", Verdict.Fail), ("*", Verdict.NotApplicable));
        cases[1].Expect.Single().Should().BeEquivalentTo(new { Verdict = Verdict.Unknown, Message = "m", Expected = "e", Actual = "a", Fix = "f" });
    }

    [Fact]
    public void A_case_may_change_settings_of_the_policy()
    {
        var files = Read(Full + "    policy:\n      tiers[tier=1].retention.keep-daily: 14\n      backup.mode: stop\n      storages[id=local-backup].path: /mnt\n");

        var policy = files.Cases[1].Policy;
        (policy.Tiers[0].Retention.Daily.Value, policy.Backup.Mode.Value, policy.Storages[0].Path?.Value).Should().Be((14, "stop", "/mnt"));
        policy.Backup.Mode.Place.File.Should().Be("rules/cases/ACME101.yaml", "that is where the value is written");
        files.Cases[0].Policy.Tiers[0].Retention.Daily.Value.Should().Be(7);
    }

    [Fact]
    public void A_case_may_take_settings_and_rows_of_the_policy_away()
    {
        var files = Read(Full + "    policy:\n      storages[id=local-backup]: null\n      storages: null\n");

        files.Cases[1].Policy.Storages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("backup.mode: halt", "POL019", "rules/cases/ACME101.yaml:22:20")]
    [InlineData("tiers[tier=1].jobs[*]: null", "POL122", "rules/cases/ACME101.yaml:22:7")]
    [InlineData("backup.mode.x: null", "POL122", "rules/cases/ACME101.yaml:22:7")]
    [InlineData("colour: null", "POL122", "rules/cases/ACME101.yaml:22:7")]
    [InlineData("colour: blue", "POL012", "rules/cases/ACME101.yaml:22:7")]
    public void A_policy_that_the_change_breaks_is_told_where_the_change_is_written(string change, string code, string place)
    {
        var files = Load(Examples.Policy, Full + $"    policy:\n      {change}\n");

        files.Policy.Problems.Select(problem => $"{problem.Code} {problem.Place}").Should().Equal($"{code} {place}");
        files.Policy.Rules.Should().BeNull();
    }

    [Fact]
    public void Warnings_of_the_policy_are_not_repeated_for_each_case()
    {
        var policy = Examples.Policy.Replace("- id: local-backup", "- id: other");
        var files = Load(policy, Full + "    policy: { title: x }\n");

        files.Policy.Problems.Select(problem => problem.Code).Should().Equal("POL035");
    }

    [Theory]
    [InlineData("rule: ACME101", "rule: ACME110", "Did you mean \"ACME101\"?")]
    [InlineData("given: quiet", "given: quite", "Write one with pve-compliance collect, or name one that is there with given:.")]
    [InlineData("job/b: fail", "job/b: failed", "Did you mean \"fail\"?")]
    [InlineData("job/b: fail", "job/b: [fail]", null)]
    [InlineData("verdict: unknown", "verdikt: unknown", "Did you mean \"verdict\"?")]
    [InlineData("name: two", "nome: two", "Say what the case shows.")]
    [InlineData("jobs.rows[id=b].all: true", "jobs.rows[id=b].all:", null)]
    public void A_slip_is_answered_with_what_to_write(string from, string to, string? fix)
    {
        var files = Load(Examples.Policy, Full.Replace(from, to, StringComparison.Ordinal));

        if (fix is null)
        {
            files.Policy.Problems.Should().HaveCount(to.EndsWith(':') ? 0 : 1, "a value of a case may be null, a verdict may not be a list");
        }
        else
        {
            files.Policy.Problems.Select(problem => problem.Fix).Should().Contain(fix);
        }
    }

    [Fact]
    public void Cases_and_settings_of_a_rule_that_cannot_be_read_are_not_blamed_too()
    {
        var files = CaseFiles.Read(Examples.Repository(Examples.Policy + "rules: [{ rule: ACME101, enabled: false, reason: x }]\n")
            .With("rules/ACME101-x.yaml", "id: [\n")
            .With("rules/cases/ACME101.yaml", Full)
            .With("inventories/busy.json", "{}")
            .With("inventories/quiet.json", "{}"));

        files.Policy.Problems.Select(problem => problem.Code).Should().Equal("POL006");
    }

    [Fact]
    public void Cases_are_no_rules_and_do_not_change_the_digest()
    {
        var with = Read(Full).Policy.Repository!;
        var without = PolicyFiles.Read(Examples.WithRule(Examples.Rule)).Repository!;

        with.Rules.Should().ContainSingle();
        with.Digest.Should().Be(without.Digest);
    }

    [Fact]
    public void Cases_and_inventories_are_where_the_policy_says()
    {
        var files = CaseFiles.Read(Examples.WithRule(Examples.Rule)
            .With("policy.yaml", Examples.Policy + "locations: { cases: proofs, inventories: recorded }\n")
            .With("proofs/deep/ACME101.yaml", Full)
            .With("recorded/busy.json", "{}")
            .With("recorded/quiet.json", "{}"));

        ProblemText.Render(files.Policy.Problems, files.Policy.Sources).Should().BeEmpty();
        (files.Cases.Length, files.CaseFolder, files.InventoryFolder).Should().Be((2, "proofs", "recorded"));
    }

    private static CaseFiles Read(string cases)
    {
        var files = Load(Examples.Policy, cases);
        ProblemText.Render(files.Policy.Problems, files.Policy.Sources).Should().BeEmpty();
        return files;
    }

    private static CaseFiles Load(string policy, string cases) => CaseFiles.Read(Examples.WithRule(Examples.Rule)
        .With("policy.yaml", policy)
        .With("rules/cases/ACME101.yaml", cases)
        .With("inventories/busy.json", "{}")
        .With("inventories/quiet.json", "{}"));
}
