using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>check --previous</c>: what changed since an earlier inventory must be written down.</summary>
public sealed class PreviousTests
{
    private const string Rules = "BKP901,BKP902,BKP903";

    [Fact]
    public async Task Without_an_earlier_inventory_nothing_is_passed_and_the_coverage_says_so()
    {
        var report = JsonNode.Parse((await CheckAsync(Samples.Policy, Samples.Inventory("compliant"), previous: null)).Output)!;
        report["rules"]!.AsArray().Should().OnlyContain(rule => (int)rule!["pass"]! == 0 && (int)rule["notApplicable"]! == 1);
        var clause = report["coverage"]!.AsArray().Single(row => (string)row!["clause"]! == "RB-90")!;
        ((string)clause["verdict"]!, (string)clause["why"]!).Should().Be(("not-checked", "not checked: no previous inventory (give one with --previous)"));
    }

    [Fact]
    public async Task An_estate_that_did_not_change_passes()
        => (await CheckAsync(Samples.Policy, Samples.Inventory("compliant"), Samples.Inventory("compliant"))).ExitCode.Should().Be(ExitCode.Compliant);

    [Fact]
    public async Task A_change_is_found_until_it_is_written_down()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        var changed = folder.File("now.json", Changed(inventory => inventory["jobs"]!["rows"]![1]!["schedule"] = "04:00"));
        (await CheckAsync(folder.Path, changed, Samples.Inventory("compliant"))).Output.Should().Contain("job/backup-tier1: 02:30, now 04:00");

        folder.File("changes/2026.yaml", """
            changes:
              - id: CHG-17
                made: 2026-11-23T06:00:00Z
                by: anna
                what: schedule
                subject: job/backup-tier1
                reason: the network is free later

            """);
        var run = await CheckAsync(folder.Path, changed, Samples.Inventory("compliant"));
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
    }

    [Fact]
    public async Task An_inventory_of_another_estate_is_refused()
    {
        using var folder = new TemporaryFolder();
        var other = folder.File("other.json", Changed(inventory => inventory["name"] = "elsewhere"));
        (await CheckAsync(Samples.Policy, Samples.Inventory("compliant"), other)).ShouldFailWith(ExitCode.BadInput, "an inventory of \"elsewhere\"");
    }

    [Fact]
    public async Task An_inventory_of_later_is_refused()
    {
        using var folder = new TemporaryFolder();
        var later = folder.File("later.json", Changed(inventory => inventory["collectedAt"] = "2026-11-24T00:00:00Z"));
        (await CheckAsync(Samples.Policy, Samples.Inventory("compliant"), later)).ShouldFailWith(ExitCode.BadInput, "collected after");
    }

    private static string Changed(Action<JsonNode> change)
    {
        var inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;
        change(inventory);
        return inventory.ToJsonString();
    }

    private static Task<CommandRun> CheckAsync(string policy, string inventory, string? previous) => CommandRun.OfAsync(
        [
            "check", "--policy", policy, "--inventory", inventory, "-o", "json",
            .. Rules.Split(',').SelectMany(rule => (string[])["--rule", rule]),
            .. previous is null ? (string[])[] : ["--previous", previous],
        ],
        token: null);
}
