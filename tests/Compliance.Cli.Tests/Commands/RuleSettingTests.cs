namespace Compliance.Cli.Tests.Commands;

/// <summary>A policy that turns rules off or weighs them otherwise: the verdict follows, and every report says so.</summary>
public sealed class RuleSettingTests
{
    private const string TurnOff = """
        rules:
          - { rule: BKP104, enabled: false, reason: the new job comes on Monday }
          - { rule: BKP105, severity: info, reason: weekdays are enough here }

        """;

    [Theory]
    [InlineData("text", "off by the policy: BKP104 (guest-not-backed-up): the new job comes on Monday (policy.yaml:124)")]
    [InlineData("text", "severity by the policy: BKP105 is info, not error: weekdays are enough here (policy.yaml:125)")]
    [InlineData("json", "\"reason\": \"the new job comes on Monday\"")]
    [InlineData("md", "The policy turns off 1 rule, named below.")]
    [InlineData("md", "- **off**: BKP104")]
    [InlineData("html", "the new job comes on Monday (policy.yaml:124)")]
    [InlineData("html", "its own: error; weekdays are enough here (policy.yaml:125)")]
    public async Task Every_report_says_what_the_policy_turns_off(string format, string text)
        => (await CheckAsync("drifted", "-o", format)).Output.Should().Contain(text);

    [Fact]
    public async Task A_rule_that_is_off_finds_nothing_and_its_clause_is_not_passed_by_it()
    {
        var run = await CheckAsync("drifted", "-o", "text");

        run.Output.Should().NotContain("error BKP104:").And.Contain("info BKP105:");
        run.Output.Should().NotContain("error BKP105:");
    }

    [Fact]
    public async Task A_green_estate_says_that_rules_are_off()
    {
        var run = await CheckAsync("compliant", "-o", "text");

        run.ExitCode.Should().Be(ExitCode.Compliant);
        run.Output.Should().Contain("The policy turns off 1 rule, named below.");
    }

    [Fact]
    public async Task With_every_rule_off_that_may_be_the_others_still_judge()
    {
        var all = string.Concat(Policies.RuleSetLoader.BuiltIn.Rules.Where(r => r.IsWaivable).Select(r => $"  - {{ rule: {r.Id}, enabled: false, reason: none }}\n"));
        using var folder = Policy($"rules:\n{all}");

        var run = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("compliant")], token: null);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        run.Output.Should().Contain("2 rules judged").And.Contain($"The policy turns off {Policies.RuleSetLoader.BuiltIn.Rules.Count(r => r is { IsWaivable: true, IsChecked: true })} rules, named below.");
    }

    [Fact]
    public async Task Without_any_rule_that_judges_nothing_is_compliant()
    {
        var run = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("compliant"), "--rule", "BKP308"], token: null);

        run.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        run.Output.Should().Contain("No rule judged anything: this report proves nothing.");
    }

    [Fact]
    public async Task Rules_that_others_stand_on_cannot_be_turned_off()
    {
        using var folder = Policy("rules:\n  - { rule: BKP101, enabled: false, reason: none }\n");

        (await CommandRun.OfAsync(["lint", folder.Path], token: null)).Output.Should().Contain("error POL043: BKP101 may neither be waived nor weakened");
    }

    [Fact]
    public async Task A_rule_that_is_off_cannot_be_asked_for()
        => (await CheckAsync("drifted", "--rule", "BKP104")).ShouldFailWith(ExitCode.BadInput, "the policy turns it off (policy.yaml:124:5): the new job comes on Monday");

    [Fact]
    public async Task Rules_lists_it_as_off()
    {
        using var folder = Policy(TurnOff);
        var run = await CommandRun.OfAsync(["rules", "-p", folder.Path], token: null);

        run.Output.Should().Contain("BKP104  off      guest-not-backed-up").And.Contain("BKP105  info ");
    }

    private static async Task<CommandRun> CheckAsync(string estate, params string[] more)
    {
        using var folder = Policy(TurnOff);
        return await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory(estate), .. more], token: null);
    }

    private static TemporaryFolder Policy(string more)
    {
        var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml") + more);
        Samples.CopyRecords(folder);
        return folder;
    }
}
