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

    private static async Task<IReadOnlyList<JsonNode>> RowsAsync()
    {
        var run = await CommandRun.OfAsync(["coverage", "--policy", Samples.Policy, "-o", "json"], token: null);
        return [.. JsonNode.Parse(run.Output)!["coverage"]!.AsArray().Select(row => row!)];
    }
}
