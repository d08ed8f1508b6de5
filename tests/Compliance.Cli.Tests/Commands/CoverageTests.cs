using System.Text.Json.Nodes;
using Compliance.Policies;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>coverage</c>: no clause of the runbook is left out, and nothing looks judged that was not.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("md", "md")]
    public async Task Without_an_inventory_it_tells_what_would_judge(string format, string extension)
    {
        var run = await CommandRun.OfAsync(["coverage", "--policy", Samples.Policy, "-o", format], token: null);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        Approved.Verify(run.Output, $"tests/Compliance.Cli.Tests/goldens/coverage/unjudged.{extension}");
    }

    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("md", "md")]
    public async Task With_one_it_tells_the_verdict_of_each_clause(string format, string extension)
    {
        var run = await CommandRun.OfAsync(["coverage", "--policy", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", format], token: null);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        Approved.Verify(run.Output, $"tests/Compliance.Cli.Tests/goldens/coverage/drifted.{extension}");
    }

    [Fact]
    public async Task Every_clause_is_there_once_in_the_runbooks_order()
    {
        var rows = await RowsAsync();
        rows.Select(row => (string)row["clause"]!).Should().Equal(RunbookClauses.Load().Select(clause => clause.Id));
    }

    [Fact]
    public async Task Nothing_has_a_verdict_before_it_is_judged()
        => (await RowsAsync()).Should().OnlyContain(row => (string)row["verdict"]! == "not-checked");

    [Fact]
    public async Task Whatever_nothing_judges_says_why()
        => (await RowsAsync()).Where(row => (string)row["how"]! == "none").Should().NotBeEmpty().And.OnlyContain(row => ((string?)row["why"] ?? "").Length > 0);

    [Fact]
    public async Task The_rows_are_those_of_the_report()
    {
        var report = await CommandRun.OfAsync(["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", "json"], token: null);
        var listing = await CommandRun.OfAsync(["coverage", "--policy", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", "json"], token: null);
        JsonNode.Parse(listing.Output)!["coverage"]!.ToJsonString().Should().Be(JsonNode.Parse(report.Output)!["coverage"]!.ToJsonString());
    }

    [Theory]
    [InlineData("RB-10", "2027-05-23", "pass", "evidence", "anna attests until 2027-05-23: the archive is made (evidence/word.yaml:2)")]
    [InlineData("RB-10", "2026-11-23", "pass", "evidence", "anna attests until 2026-11-23: the archive is made (evidence/word.yaml:2)")]
    [InlineData("RB-10", "2026-11-22", "fail", "evidence", "anna attested it until 2026-11-22, and nobody does since (evidence/word.yaml:2)")]
    [InlineData("RB-42", "2027-05-23", "pass", "evidence", "anna attests until 2027-05-23: the archive is made (evidence/word.yaml:2)")]
    [InlineData("RB-11", "2027-05-23", "not-checked", "both", "the policy names no place of host archives (host-archives); an attestation in evidence/ would prove it")]
    [InlineData("RB-13", "2027-05-23", "not-checked", "both", "the policy names no place of host archives (host-archives); an attestation in evidence/ would prove it")]
    public async Task Where_no_rule_speaks_an_attestation_counts_while_it_holds(string clause, string expires, string verdict, string how, string why)
    {
        var row = await AttestedAsync(clause, attested: verdict == "not-checked" ? "RB-10" : clause, expires);

        ((string)row["verdict"]!, (string)row["how"]!, (string)row["why"]!).Should().Be((verdict, how, why));
    }

    [Fact]
    public async Task An_attestation_of_tomorrow_is_none_today()
        => ((string)(await AttestedAsync("RB-10", "RB-10", "2027-05-23", made: "2026-11-24"))["verdict"]!).Should().Be("not-checked");

    [Fact]
    public async Task Nobodys_word_stands_in_for_a_rule()
    {
        var judged = await AttestedAsync("RB-45", "RB-45", "2027-05-23", inventory: "drifted");
        var off = await AttestedAsync("RB-45", "RB-45", "2027-05-23", rules: "rules:\n  - { rule: BKP203, enabled: false, reason: a lab }\n");

        ((string)judged["verdict"]!, (string)judged["how"]!).Should().Be(("fail", "live"));
        ((string)off["verdict"]!, (string)off["why"]!).Should().Be(("not-checked", "the policy turns off BKP203"));
    }

    [Fact]
    public async Task A_rule_that_was_not_asked_for_is_not_replaced_by_a_word()
    {
        using var folder = Attested("RB-45", "2026-11-01", "2027-05-23");
        var report = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("compliant"), "--rule", "BKP104", "-o", "json"], token: null);
        var row = JsonNode.Parse(report.Output)!["coverage"]!.AsArray().Single(one => (string)one!["clause"]! == "RB-45")!;

        ((string)row["verdict"]!, (string)row["why"]!).Should().Be(("not-checked", "its rules were not asked for in this run"));
    }

    [Fact]
    public async Task Lint_notices_that_the_runbook_changed_until_it_is_accepted()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        (await CommandRun.OfAsync(["lint", folder.Path], token: null)).Output.Should().Contain("0 warnings, no errors");

        folder.File("runbook.md", Repository.Read("samples/homelab/runbook.md").Replace("| Tier 2 | 5 | 2 |", "| Tier 2 | 5 | 3 |", StringComparison.Ordinal));
        var changed = await CommandRun.OfAsync(["lint", folder.Path], token: null);
        changed.Output.Should().Contain("runbook.md:102:1 warning POL291").And.Contain("RB-52").And.Contain("1 warning, no errors");

        var accepted = await CommandRun.OfAsync(["coverage", "--policy", folder.Path, "--accept-runbook"], token: null);
        accepted.ExitCode.Should().Be(ExitCode.Compliant, accepted.Error);
        (await CommandRun.OfAsync(["lint", folder.Path], token: null)).Output.Should().Contain("0 warnings, no errors");
    }

    [Fact]
    public async Task There_is_nothing_to_accept_without_a_runbook()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace("runbook: runbook.md", "", StringComparison.Ordinal));
        (await CommandRun.OfAsync(["coverage", "--policy", folder.Path, "--accept-runbook"], token: null)).ShouldFailWith(ExitCode.BadInput, "points at no runbook");
    }

    private static async Task<JsonNode> AttestedAsync(
        string clause, string attested, string expires, string made = "2026-11-01", string inventory = "compliant", string rules = "")
    {
        using var folder = Attested(attested, made, expires, rules);
        var run = await CommandRun.OfAsync(["coverage", "-p", folder.Path, "--inventory", Samples.Inventory(inventory), "-o", "json"], token: null);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        return JsonNode.Parse(run.Output)!["coverage"]!.AsArray().Single(row => (string)row!["clause"]! == clause)!;
    }

    private static TemporaryFolder Attested(string clause, string made, string expires, string rules = "")
    {
        var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml") + rules);
        Samples.CopyRecords(folder);
        folder.File("evidence/word.yaml", $"attestations:\n  - clause: {clause}\n    statement: the archive is made\n    owner: anna\n    made: {made}\n    expires: {expires}\n");
        return folder;
    }

    private static async Task<IReadOnlyList<JsonNode>> RowsAsync()
    {
        var run = await CommandRun.OfAsync(["coverage", "--policy", Samples.Policy, "-o", "json"], token: null);
        return [.. JsonNode.Parse(run.Output)!["coverage"]!.AsArray().Select(row => row!)];
    }
}
