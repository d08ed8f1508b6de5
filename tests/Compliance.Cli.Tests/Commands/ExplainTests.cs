using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>explain</c>: of a rule, of a problem, and of how a rule came to its verdict.</summary>
public sealed class ExplainTests
{
    [Theory]
    [InlineData("fail", "BKP401", "qemu/110", "drifted")]
    [InlineData("pass", "BKP401", "qemu/110", "compliant")]
    [InlineData("not-applicable", "BKP401", "qemu/900", "compliant")]
    [InlineData("macro", "BKP106", "qemu/111/scsi1", "drifted")]
    [InlineData("services", "BKP103", "tier/1", "compliant")]
    public async Task Explanation_of_a_verdict_is_the_approved_one(string name, string rule, string subject, string estate)
    {
        var run = await FindingAsync(rule, subject, estate);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        Approved.Verify(run.Output, $"tests/Compliance.Cli.Tests/goldens/explain/{name}.txt");
    }

    [Fact]
    public async Task An_unknown_names_every_part_that_nobody_could_read()
    {
        using var folder = new TemporaryFolder();
        var inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;
        inventory["jobs"]!["hidden"] = new JsonObject { ["endpoint"] = "/cluster/backup", ["reason"] = "403 Permission check failed", ["needs"] = "Sys.Audit on /" };
        inventory["jobs"]!["rows"] = new JsonArray();
        var file = folder.File("inventory.json", inventory.ToJsonString());

        var run = await CommandRun.OfAsync(["explain", "BKP401", "qemu/110", "-p", Samples.Policy, "--inventory", file], token: null);

        Approved.Verify(run.Output, "tests/Compliance.Cli.Tests/goldens/explain/unknown.txt");
    }

    [Fact]
    public async Task A_finding_is_found_by_the_fingerprint_of_the_report()
    {
        var report = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", "json"], token: null);
        var finding = JsonNode.Parse(report.Output)!["findings"]!.AsArray().First(f => (string?)f!["rule"] == "BKP401")!;
        var fingerprint = (string)finding["fingerprint"]!;

        var whole = await FindingAsync(fingerprint, null, "drifted");
        var begun = await FindingAsync(fingerprint[..8], null, "drifted");

        whole.Output.Should().StartWith($"BKP401 retention-below-tier: {finding["subject"]!["id"]}").And.Be(begun.Output);
        (await FindingAsync("000000", null, "drifted")).ShouldFailWith(ExitCode.BadInput, "no finding has the fingerprint 000000");
    }

    [Theory]
    [InlineData("110")]
    [InlineData("odoo-ctl")]
    public async Task A_subject_is_found_by_what_people_call_it(string subject)
        => (await FindingAsync("retention-below-tier", subject, "drifted")).Output.Should().StartWith("BKP401 retention-below-tier: qemu/110 (odoo-ctl): fail");

    [Theory]
    [InlineData("BKP401 qemu/11", "\"qemu/11\" is no subject of BKP401; it has qemu/110, qemu/111, qemu/112 and 9 more.")]
    [InlineData("BKP411 qemu/110", "there is no rule and no problem code \"BKP411\"; did you mean \"BKP111\"?")]
    public async Task What_is_not_there_is_answered_with_the_nearest(string words, string because)
    {
        var parts = words.Split(' ');
        (await FindingAsync(parts[0], parts[1], "drifted")).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Theory]
    [InlineData("retention-below-teir", "did you mean \"retention-below-tier\"?")]
    [InlineData("POL0012", "did you mean \"POL001\"?")]
    [InlineData("nonsense", "pve-compliance rules lists the rules.")]
    public async Task A_name_that_nothing_has_is_answered_with_the_nearest(string what, string because)
        => (await CommandRun.OfAsync($"explain {what}")).ShouldFailWith(ExitCode.BadInput, because);

    [Fact]
    public async Task Without_an_inventory_a_verdict_cannot_be_explained()
        => (await CommandRun.OfAsync(["explain", "BKP401", "qemu/110", "-p", Samples.Policy, "--inventory", "/nowhere/inventory.json"], token: null))
            .ShouldFailWith(ExitCode.BadInput, "cannot read the inventory /nowhere/inventory.json");

    [Fact]
    public async Task Without_naming_an_inventory_the_answer_says_how()
        => (await CommandRun.OfAsync(["explain", "BKP401", "qemu/110", "-p", Samples.Policy], token: null))
            .ShouldFailWith(ExitCode.BadInput, "a verdict is explained by an inventory: give --inventory FILE (there is no inventory.json here).");

    [Fact]
    public async Task A_change_is_explained_by_the_inventory_it_changed_from()
    {
        using var folder = new TemporaryFolder();
        var changed = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;
        changed["jobs"]!["rows"]![1]!["schedule"] = "04:00";
        var now = folder.File("now.json", changed.ToJsonString());
        string[] words = ["-p", Samples.Policy, "--inventory", now, "--previous", Samples.Inventory("compliant")];

        var report = await CommandRun.OfAsync(["check", .. words, "--rule", "BKP903", "-o", "json"], token: null);
        var finding = JsonNode.Parse(report.Output)!["findings"]!.AsArray().Single()!;
        var byFingerprint = await CommandRun.OfAsync(["explain", (string)finding["fingerprint"]!, .. words], token: null);
        var bySubject = await CommandRun.OfAsync(["explain", "BKP903", "job/backup-tier1", .. words], token: null);
        var alone = await CommandRun.OfAsync(["explain", "BKP903", "job/backup-tier1", "-p", Samples.Policy, "--inventory", now], token: null);

        ((string)finding["subject"]!["kind"]!, (string)finding["subject"]!["id"]!).Should().Be(("job", "job/backup-tier1"));
        bySubject.Output.Should().Contain("was 02:30, enabled and now is 04:00, enabled").And.Be(byFingerprint.Output);
        alone.Output.Should().StartWith("BKP903 schedule-changed-undocumented: job/backup-tier1").And.Contain("not applicable");
    }

    [Fact]
    public async Task A_verdict_of_another_phase_is_explained_in_that_phase()
    {
        var today = await FindingAsync("BKP701", "node/pve1", "compliant");
        var then = await CommandRun.OfAsync(["explain", "BKP701", "node/pve1", "-p", Samples.Policy, "--inventory", Samples.Inventory("compliant"), "--phase", "pbs"], token: null);

        today.Output.Should().StartWith("BKP701 pbs-missing: node/pve1").And.Contain("not applicable");
        then.Output.Should().StartWith("BKP701 pbs-missing: node/pve1").And.Contain(": fail");
    }

    [Fact]
    public async Task A_rule_that_the_policy_turns_off_is_explained_and_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml") + "rules:\n  - { rule: BKP104, enabled: false, reason: a lab }\n");
        Samples.CopyRecords(folder);

        var rule = await CommandRun.OfAsync(["explain", "BKP104", "-p", folder.Path], token: null);
        var verdict = await CommandRun.OfAsync(["explain", "BKP104", "qemu/110", "-p", folder.Path, "--inventory", Samples.Inventory("compliant")], token: null);

        rule.Output.Should().Contain("off by the policy: a lab (policy.yaml:124)");
        verdict.Output.Should().StartWith("BKP104 guest-not-backed-up: qemu/110 (odoo-ctl): pass");
    }

    private static Task<CommandRun> FindingAsync(string what, string? subject, string estate)
        => CommandRun.OfAsync(["explain", what, .. subject is null ? Array.Empty<string>() : [subject], "-p", Samples.Policy, "--inventory", Samples.Inventory(estate)], token: null);
}
