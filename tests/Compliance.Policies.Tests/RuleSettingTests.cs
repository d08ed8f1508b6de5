using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary>What a policy says about single rules: it counts, and it stays visible.</summary>
public class RuleSettingTests
{
    [Fact]
    public void A_severity_of_the_policy_counts_and_the_own_one_stays_known()
    {
        var rule = Read("{ rule: BKP104, severity: warning, reason: a lab }").Rules.Single(r => r.Id == "BKP104");

        rule.Severity.Should().Be(Severity.Warning);
        rule.Override.Should().BeEquivalentTo(new { Own = Severity.Error, Reason = "a lab" });
        rule.Override!.Place.ToString().Should().Be("policy.yaml:15:5");
    }

    [Fact]
    public void A_rule_that_is_off_judges_nothing_and_is_named_with_the_reason()
    {
        var rules = Read("{ rule: ACME101, enabled: false, reason: not yet }");

        rules.Rules.Should().NotContain(r => r.Id == "ACME101").And.HaveCount(RuleSetLoader.BuiltIn.Rules.Length);
        rules.Disabled.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Reason = "not yet" });
        rules.Disabled[0].Rule.Id.Should().Be("ACME101");
    }

    [Fact]
    public void Rules_that_are_not_named_are_as_they_are()
    {
        var rules = Read("{ rule: BKP104, enabled: true, severity: info, reason: a lab }");

        rules.Disabled.Should().BeEmpty();
        rules.Rules.Where(r => r.Override is not null).Select(r => r.Id).Should().Equal("BKP104");
    }

    [Theory]
    [InlineData("{ rule: BKP104, severity: off, reason: x }", "Write info, warning or error.")]
    [InlineData("{ rule: BKP104, enabled: false }", "Say why; every report prints it.")]
    [InlineData("{ rule: BKP104, enabled: no, reason: x }", "Write false.")]
    [InlineData("{ rule: BKP104, reason: x }", "Write severity: info, or enabled: false.")]
    [InlineData("{ rule: bkp104, severity: info, reason: x }", "Use two to five capital letters and three digits, such as ACME101.")]
    public void A_slip_is_answered_with_what_to_write(string setting, string fix)
        => Load(setting).Problems.Select(problem => problem.Fix).Should().Contain(fix);

    [Fact]
    public void Problems_of_policy_rules_and_settings_come_in_one_run()
    {
        var files = Examples.WithRule(Examples.Rule.Replace("job.id.starts", "job.idd.starts"))
            .With("policy.yaml", Examples.Policy.Replace("snapshot", "snap") + "rules:\n  - { rule: BKP999, enabled: false, reason: x }\n");

        PolicyFiles.Read(files).Problems.Select(problem => problem.Code).Should().Equal("POL019", "POL108");
        PolicyFiles.Read(files.With("policy.yaml", Examples.Policy + "rules:\n  - { rule: BKP999, enabled: false, reason: x }\n"))
            .Problems.Select(problem => problem.Code).Should().Equal("POL040", "POL108");
    }

    private static RuleSet Read(string setting)
    {
        var files = Load(setting);
        ProblemText.Render(files.Problems, files.Sources).Should().BeEmpty();
        return files.Rules!;
    }

    private static PolicyFiles Load(string setting)
        => PolicyFiles.Read(Examples.WithRule(Examples.Rule).With("policy.yaml", $"{Examples.Policy}rules:\n  - {setting}\n"));
}
