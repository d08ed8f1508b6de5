using System.Text;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Baselines of the drifted sample: what is new fails, what is unchanged is shown, and nothing is resolved by not looking.</summary>
public sealed class BaselineTests
{
    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task Against_its_own_baseline_nothing_is_new_and_nothing_resolved(string estate)
    {
        using var folder = new TemporaryFolder();
        var baseline = await BaselineAsync(folder, Samples.Inventory(estate));

        var report = await CheckAsync(baseline, Samples.Inventory(estate));

        ShouldBeUnchanged(report);
        report["baseline"]!["unchanged"]!.GetValue<int>().Should().Be(report["findings"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_same_findings_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var first = await File.ReadAllBytesAsync(await BaselineAsync(folder, Samples.Inventory("drifted")));
        var run = await CommandRun.OfAsync(["baseline", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", "-"], token: null);

        run.Output.Should().Be(Encoding.UTF8.GetString(first));
        run.ExitCode.Should().Be(ExitCode.Compliant);
    }

    [Fact]
    public async Task Unchanged_fails_do_not_fail_the_run_but_are_never_called_compliant()
    {
        using var folder = new TemporaryFolder();
        var baseline = await BaselineAsync(folder, Samples.Inventory("drifted"));

        var run = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "--baseline", baseline, "--rule", "BKP104"], token: null);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        run.Output.Should().StartWith("DRIFT, NOTHING NEW").And.Contain("BKP104 (unchanged):").And.Contain("what is unchanged still fails");
    }

    [Fact]
    public async Task What_is_not_in_the_baseline_is_new_and_fails()
    {
        using var folder = new TemporaryFolder();
        var baseline = await BaselineAsync(folder, Samples.Inventory("compliant"));

        var run = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "--baseline", baseline], token: null);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("error BKP104 (new):");
    }

    [Fact]
    public async Task What_was_put_right_is_resolved()
    {
        using var folder = new TemporaryFolder();
        var baseline = await BaselineAsync(folder, Samples.Inventory("drifted"));
        var accepted = JsonNode.Parse(await File.ReadAllTextAsync(baseline))!["findings"]!.AsArray();

        var report = await CheckAsync(baseline, Samples.Inventory("compliant"));

        // What no estate of one machine can put right, and what its auditor may not see, is still there.
        var still = report["findings"]!.AsArray().Select(Fingerprint).ToHashSet(StringComparer.Ordinal);
        still.Should().HaveCountLessThan(20);
        report["baseline"]!["resolved"]!.AsArray().Select(Fingerprint).Should().BeEquivalentTo(accepted.Select(Fingerprint).Where(one => !still.Contains(one)));
        report["baseline"]!["unclear"]!.AsArray().Should().BeEmpty();
        report["findings"]!.AsArray().Where(f => f!["drift"]!.GetValue<string>() == "new").Select(f => $"{f!["rule"]} {f["subject"]!["id"]}")
            .Should().BeEquivalentTo(["BKP108 qemu/110", "BKP108 qemu/111"], "their backups lay on the NAS before");
    }

    [Theory]
    [InlineData("guests")]
    [InlineData("jobs")]
    [InlineData("nodes")]
    public async Task Nothing_is_resolved_by_hiding_a_list(string list)
    {
        using var folder = new TemporaryFolder();
        var baseline = await BaselineAsync(folder, Samples.Inventory("drifted"));
        foreach (var isEmptied in (bool[])[false, true])
        {
            var inventory = JsonNode.Parse(await File.ReadAllTextAsync(Samples.Inventory("drifted")))!;
            RuleCases.InventoryPlaces.Hide(inventory[list]!.AsObject(), isEmptied, "/hidden");

            var report = await CheckAsync(baseline, folder.File("hidden.json", inventory.ToJsonString()));

            report["baseline"]!["resolved"]!.AsArray().Should().BeEmpty($"{list} were hidden, nothing was put right");
        }
    }

    [Fact]
    public async Task A_fail_that_nobody_can_judge_any_more_is_neither_unchanged_nor_resolved()
    {
        using var folder = new TemporaryFolder();
        var baseline = await BaselineAsync(folder, Samples.Inventory("drifted"));
        var entries = JsonNode.Parse(await File.ReadAllTextAsync(baseline))!;
        var entry = entries["findings"]!.AsArray().First(f => f!["verdict"]!.GetValue<string>() == "fail")!;
        entry["verdict"] = "unknown";

        var report = await CheckAsync(folder.File("other.json", entries.ToJsonString()), Samples.Inventory("drifted"));

        report["findings"]!.AsArray().Single(f => Fingerprint(f) == Fingerprint(entry))!["drift"]!.GetValue<string>().Should().Be("new");
        report["baseline"]!["new"]!.GetValue<int>().Should().Be(1);
        report["baseline"]!["resolved"]!.AsArray().Should().BeEmpty();
        report["baseline"]!["gate"]!.GetValue<string>().Should().NotBe("compliant");
    }

    [Fact]
    public async Task A_finding_whose_waiver_ended_is_new()
    {
        using var waived = WaiverTests.Policy(WaiverTests.Waiver("qemu/*, lxc/*", -10, 0), "");
        var baseline = await BaselineAsync(waived, Samples.Inventory("drifted"));
        (await File.ReadAllTextAsync(baseline)).Should().Contain("\"waived\": true");

        var own = await CheckAsync(baseline, Samples.Inventory("drifted"), waived.Path);
        var after = await CheckAsync(baseline, Samples.Inventory("drifted"), Samples.Policy);

        ShouldBeUnchanged(own);
        after["findings"]!.AsArray().Where(f => f!["drift"]!.GetValue<string>() == "new").Should().NotBeEmpty()
            .And.OnlyContain(f => f!["rule"]!.GetValue<string>() == "BKP104");
        after["baseline"]!["gate"]!.GetValue<string>().Should().Be("drift");
    }

    [Fact]
    public async Task What_other_rules_found_is_not_compared_when_one_is_asked_for_but_a_rule_that_is_off_is()
    {
        using var folder = WaiverTests.Policy(null, "rules:\n  - { rule: BKP107, enabled: false, reason: none }\n");
        using var elsewhere = new TemporaryFolder();
        var baseline = await BaselineAsync(elsewhere, Samples.Inventory("drifted"));

        var one = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "--baseline", baseline, "--rule", "BKP104", "-o", "json"], token: null);
        var off = await CheckAsync(baseline, Samples.Inventory("drifted"), folder.Path);

        JsonNode.Parse(one.Output)!["baseline"]!["unclear"]!.AsArray().Should().BeEmpty();
        off["baseline"]!["unclear"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(lapse => lapse!["why"]!.GetValue<string>() == "BKP107 does not judge in this run");
        off["baseline"]!["resolved"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_baseline_nothing_of_it_is_shown()
    {
        foreach (var format in Reporting.ReportFormats.Names)
        {
            var run = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", format], token: null);

            run.Output.Should().NotContain("(unchanged)").And.NotContain(">unchanged<").And.NotContain("\"unchanged\"").And.NotContain(" unchanged |").And.NotContain("the baseline");
        }
    }

    [Theory]
    [InlineData("\"policy\": \"homelab\"", "\"policy\": \"other\"", "is of the policy \"other\", not of \"homelab\"")]
    [InlineData("\"version\": 1", "\"version\": 2", "written by a newer pve-compliance")]
    [InlineData("\"estate\": \"", "\"estate\": \"other-", "is of the estate \"other-")]
    [InlineData("\"findings\": [", "\"findings\": [,", "is not a readable baseline")]
    [InlineData("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", "\"verdict\" of findings[0] is not fail or unknown")]
    public async Task Another_file_is_refused(string right, string wrong, string because)
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(await BaselineAsync(folder, Samples.Inventory("drifted")));
        text.Should().Contain(right);
        var broken = folder.File("broken.json", text.Replace(right, wrong, StringComparison.Ordinal));

        (await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "--baseline", broken], token: null))
            .ShouldFailWith(ExitCode.BadInput, because);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
        => (await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "--baseline", "no-such.json"], token: null))
            .ShouldFailWith(ExitCode.BadInput, "cannot read \"no-such.json\"");

    internal static async Task<string> BaselineAsync(TemporaryFolder folder, string inventory)
    {
        var path = folder.PathOf("baseline.json");
        var policy = File.Exists(folder.PathOf("policy.yaml")) ? folder.Path : Samples.Policy;
        var run = await CommandRun.OfAsync(["baseline", "-p", policy, "--inventory", inventory, "-o", path], token: null);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        run.Error.Should().Contain($"wrote {path}: ");
        return path;
    }

    private static async Task<JsonNode> CheckAsync(string baseline, string inventory, string? policy = null)
    {
        var run = await CommandRun.OfAsync(["check", "-p", policy ?? Samples.Policy, "--inventory", inventory, "--baseline", baseline, "-o", "json"], token: null);
        run.ExitCode.Should().NotBe(ExitCode.BadInput, run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private static void ShouldBeUnchanged(JsonNode report)
    {
        report["findings"]!.AsArray().Where(f => f!["drift"]!.GetValue<string>() != "unchanged").Should().BeEmpty();
        report["baseline"]!["new"]!.GetValue<int>().Should().Be(0);
        report["baseline"]!["resolved"]!.AsArray().Should().BeEmpty();
        report["baseline"]!["unclear"]!.AsArray().Should().BeEmpty();
    }

    private static string Fingerprint(JsonNode? finding) => finding!["fingerprint"]!.GetValue<string>();
}
