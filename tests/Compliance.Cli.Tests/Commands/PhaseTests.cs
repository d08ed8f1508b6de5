using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>check --phase</c>: the gap list of the migration, which never looks like a verdict on today.</summary>
public sealed class PhaseTests
{
    private const string Sentence = "A what-if, not the verdict: judged as if the phase were pbs. The policy is in phase local.";

    [Fact]
    public async Task Phase_pbs_on_todays_inventory_lists_what_is_missing()
    {
        (await OnlyInAsync("pbs", f => $"{f["rule"]} {f["subject"]!["id"]}")).Should().Equal(
            "BKP701 node/pve1", "BKP704 lxc/101", "BKP704 lxc/201", "BKP704 lxc/202", "BKP704 qemu/100", "BKP704 qemu/110", "BKP704 qemu/111", "BKP704 qemu/200");
    }

    [Fact]
    public async Task Transition_lists_the_daily_tiers_as_not_moved_yet()
    {
        (await OnlyInAsync("transition", f => $"{f["severity"]} {f["rule"]} {f["subject"]!["id"]}")).Should().Equal("error BKP701 node/pve1", "info BKP706 lxc/101", "info BKP706 qemu/100", "info BKP706 qemu/110", "info BKP706 qemu/111");
    }

    /// <summary>What is found in that phase and not in the policy's own.</summary>
    private static async Task<IEnumerable<string>> OnlyInAsync(string phase, Func<JsonNode, string> text)
    {
        var today = (await JsonAsync("compliant"))["findings"]!.AsArray().Select(f => text(f!)).ToHashSet(StringComparer.Ordinal);
        return (await JsonAsync("compliant", "--phase", phase))["findings"]!.AsArray().Select(f => text(f!)).Where(f => !today.Contains(f));
    }

    [Fact]
    public async Task Json_says_both_phases_and_that_it_is_a_what_if()
    {
        var policy = (await JsonAsync("compliant", "--phase", "pbs"))["policy"]!;
        ((string)policy["phase"]!, (string)policy["declaredPhase"]!, (bool)policy["isWhatIf"]!).Should().Be(("pbs", "local", true));
    }

    [Theory]
    [InlineData("text", "WHAT IF PBS: DRIFT  pve1: 8 errors")]
    [InlineData("md", "## ❌ WHAT IF PBS: DRIFT")]
    [InlineData("html", "<span>WHAT IF PBS: DRIFT</span>")]
    public async Task Every_format_for_people_says_it_before_anything_else(string format, string headline)
        => (await CheckAsync("compliant", "--phase", "pbs", "-o", format)).Output.Should().Contain(headline).And.Contain(Sentence);

    [Fact]
    public async Task A_what_if_that_finds_nothing_is_no_green_report()
    {
        var run = await CheckAsync("compliant", "--phase", "pbs", "--rule", "BKP104");
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        run.Output.Should().StartWith("WHAT IF PBS: COMPLIANT").And.Contain(Sentence);
    }

    [Fact]
    public async Task The_policys_own_phase_is_no_what_if()
        => (await CheckAsync("drifted", "--phase", "local", "-o", "json")).Output.Should().Be((await CheckAsync("drifted", "-o", "json")).Output);

    [Fact]
    public async Task A_phase_there_is_not()
        => (await CheckAsync("compliant", "--phase", "cloud")).ShouldFailWith(ExitCode.BadInput, "cloud");

    [Fact]
    public async Task A_policy_without_backup_server_cannot_be_in_a_later_phase()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace("  storage: pbs\n", "", StringComparison.Ordinal));
        Samples.CopyRecords(folder);
        (await CommandRun.OfAsync(["check", "--policy", folder.Path, "--inventory", Samples.Inventory("compliant"), "--phase", "pbs"], token: null))
            .ShouldFailWith(ExitCode.BadInput, "names no storage of Proxmox Backup Server");
    }

    private static async Task<JsonNode> JsonAsync(string inventory, params string[] more)
        => JsonNode.Parse((await CheckAsync(inventory, [.. more, "-o", "json"])).Output)!;

    private static Task<CommandRun> CheckAsync(string inventory, params string[] more)
        => CommandRun.OfAsync(["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory(inventory), .. more], token: null);
}
