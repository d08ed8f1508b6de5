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
        report["rules"]!.AsArray().Should().OnlyContain(rule => (int)rule!["pass"]! == 0 && (int)rule["unknown"]! == 0 && (int)rule["notApplicable"]! > 1);
        var clause = report["coverage"]!.AsArray().Single(row => (string)row!["clause"]! == "RB-90")!;
        ((string)clause["verdict"]!, (string)clause["why"]!).Should().Be(("not-checked", "not compared with an earlier inventory (give one with --previous)"));
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
        (await CheckAsync(folder.Path, changed, Samples.Inventory("compliant"))).Output.Should().Contain("was 02:30, enabled and now is 04:00, enabled; no record in changes/ speaks of it");

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
    public async Task A_job_that_is_gone_is_named_and_can_be_waived()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        folder.File("waivers.yaml", """
            - rule: BKP901
              subjects: [job/backup-tier2]
              owner: anna
              reason: tier 2 is empty
              made: 2026-11-20
              expires: 2026-12-20

            """);
        var changed = folder.File("now.json", Changed(inventory =>
        {
            var jobs = inventory["jobs"]!["rows"]!.AsArray();
            jobs.Remove(jobs.Single(job => (string)job!["id"]! == "backup-tier2"));
        }));

        var findings = JsonNode.Parse((await CheckAsync(folder.Path, changed, Samples.Inventory("compliant"))).Output)!["findings"]!.AsArray();

        findings.Select(finding => $"{finding!["rule"]} {finding["subject"]!["id"]} {(finding["waiver"] is null ? "open" : "waived")}")
            .Should().Equal("BKP901 job/backup-tier2 waived", "BKP903 job/backup-tier2 open");
    }

    [Theory]
    [InlineData("text", "Compared with pve1 as collected 2026-11-23 07:20:56 UTC")]
    [InlineData("md", "compared with pve1 as collected 2026-11-23 07:20:56 UTC")]
    [InlineData("html", "<dt>Compared with</dt><dd>pve1 as collected 2026-11-23 07:20:56 UTC</dd>")]
    [InlineData("json", "\"previous\": {\n      \"name\": \"pve1\",\n      \"collectedAt\": \"2026-11-23T07:20:56Z\"")]
    public async Task The_report_names_the_earlier_inventory(string format, string words)
    {
        var run = await CommandRun.OfAsync(
            ["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("compliant"), "--previous", Samples.Inventory("compliant"), "-o", format], token: null);
        run.Output.Should().Contain(words);
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
