using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>explain tier N</c>: the restore points that a declaration yields, without any network.</summary>
public sealed class ExplainTierTests
{
    [Theory]
    [InlineData("0", "text")]
    [InlineData("2", "text")]
    [InlineData("2", "json")]
    [InlineData("3", "text")]
    [InlineData("3", "json")]
    public async Task Yield_of_a_tier_is_the_approved_one(string tier, string format)
    {
        var run = await CommandRun.OfAsync(["explain", "tier", tier, "-p", Samples.Policy, "--as-of", "2026-11-23T06:00:00Z", "-o", format], token: null);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        run.Error.Should().BeEmpty("notes are said by lint");
        Approved.Verify(run.Output, $"tests/Compliance.Cli.Tests/goldens/explain/tier{tier}.{(format == "json" ? "json" : "txt")}");
    }

    [Fact]
    public async Task A_calendar_of_the_policy_is_simulated_as_it_stands()
    {
        using var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace("    schedule: weekly ", "    calendar: sat 22:00\n    schedule: weekly ", StringComparison.Ordinal));
        Samples.CopyRecords(folder);

        var run = await CommandRun.OfAsync(["explain", "tier", "2", "-p", folder.Path, "--as-of", "2026-11-23T06:00:00Z", "-o", "json"], token: null);

        var yield = JsonNode.Parse(run.Output)!;
        ((string?)yield["calendar"], (bool?)yield["calendarIsDeclared"], (int?)yield["count"]).Should().Be(("sat 22:00", true, 7));
        yield["points"]!.AsArray().Select(point => (string?)point!["time"]).First().Should().Be("2027-11-20T22:00:00Z");
    }

    [Theory]
    [InlineData("explain tier 7", "the policy has no tier \"7\". It has 0, 1, 2, 3")]
    [InlineData("explain tier", "which tier? It has 0, 1, 2, 3: pve-compliance explain tier 0")]
    [InlineData("explain BKP104 -o json", "explain writes json of a tier only")]
    public async Task What_is_not_there_is_said(string line, string because)
        => (await CommandRun.OfAsync([.. line.Split(' '), "-p", Samples.Policy], token: null)).ShouldFailWith(ExitCode.BadInput, because);
}
