using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The month of the samples and the examples of reports are what their script makes now, and show what they are there to show.</summary>
public sealed class MonthTests(MonthFixture made) : IClassFixture<MonthFixture>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("policy/policy.yaml")]
    [InlineData("policy/runbook.md")]
    [InlineData("policy/runbook.md.lock")]
    [InlineData("policy/waivers.yaml")]
    [InlineData("policy/evidence/log-reviews.yaml")]
    [InlineData("inventory.json")]
    public async Task Sample_is_what_the_script_makes(string file)
        => Approved.Verify(await File.ReadAllTextAsync(Path.Combine(made.Month, file)), $"samples/month/{file}");

    [Fact]
    public async Task Inventory_and_policy_are_ones_that_a_user_could_have()
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/inventory.schema.json"));
        var lint = await CommandRun.OfAsync(["lint", Repository.PathOf("samples/month/policy")], token: null);

        schema.Validate(Repository.Read("samples/month/inventory.json")).Should().BeEmpty();
        lint.Output.Should().EndWith("0 warnings, no errors, 2 notes\n");
    }

    [Fact]
    public void Nothing_else_is_in_the_policy()
        => FilesOf(Repository.PathOf("samples/month/policy")).Should().Equal(FilesOf(Path.Combine(made.Month, "policy")));

    [Fact]
    public async Task History_is_what_the_script_makes_byte_for_byte()
    {
        var now = await File.ReadAllBytesAsync(Path.Combine(made.Month, "history.db"));
        now.Length.Should().BeLessThan(1_000_000, "it is committed");
        var committed = Repository.PathOf("samples/month/history.db");
        if (Approved.IsAccepting)
        {
            await File.WriteAllBytesAsync(committed, now);
        }

        (await File.ReadAllBytesAsync(committed)).AsSpan().SequenceEqual(now).Should().BeTrue("it is made anew with ACCEPT=1");
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("json")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task Example_is_current(string extension)
        => Approved.Verify(await File.ReadAllTextAsync(Path.Combine(made.Reports, $"drift.{extension}")), $"reports/examples/drift.{extension}");

    [Fact]
    public async Task Anybody_can_check_the_last_night_with_a_copy_of_the_history()
    {
        File.Copy(Repository.PathOf("samples/month/history.db"), folder.PathOf("history.db"));
        var run = await CommandRun.OfAsync(
            [
                "check", "--policy", Repository.PathOf("samples/month/policy"), "--inventory", Repository.PathOf("samples/month/inventory.json"),
                "--history", folder.PathOf("history.db"), "-o", "json",
            ],
            token: null);

        run.ExitCode.Should().Be(ExitCode.Findings, run.Error);
        run.Output.Should().Be(Repository.Read("reports/examples/drift.json"));
    }

    [Fact]
    public async Task The_last_report_shows_every_way_a_finding_can_stand()
    {
        var report = JsonNode.Parse(Repository.Read("reports/examples/drift.json"))!;
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/report.schema.json"));

        schema.Validate(report.ToJsonString()).Should().BeEmpty();
        report["findings"]!.AsArray().Select(finding => finding!["history"]!["standing"]!.GetValue<string>()).Distinct()
            .Should().BeEquivalentTo("new", "unchanged", "returned", "waived");
        report["history"]!["resolved"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Looking_at_the_committed_history_changes_nothing_of_it()
    {
        var committed = Repository.PathOf("samples/month/history.db");
        var before = await File.ReadAllBytesAsync(committed);

        (await CommandRun.OfAsync(["trend", "--history", committed], token: null)).ExitCode.Should().Be(ExitCode.Compliant);

        (await File.ReadAllBytesAsync(committed)).AsSpan().SequenceEqual(before).Should().BeTrue();
    }

    [Fact]
    public void Undisturbed_nights_lack_only_what_the_compliant_sample_lacks()
    {
        var first = Compliance.History.HistoryFile.Read(made.History).Single().Runs[0];

        first.ExitCode.Should().Be(ExitCode.Compliant);
        first.Findings.Select(finding => $"{finding.Rule} {finding.Verdict} {finding.Severity}").Distinct()
            .Should().BeEquivalentTo("BKP108 Fail Warning", "BKP408 Unknown Warning", "BKP501 Fail Warning");
    }

    [Theory]
    [InlineData("history", "history")]
    [InlineData("history show 30", "history-show")]
    [InlineData("history show 24", "history-show-unmounted")]
    [InlineData("trend --days 30", "trend")]
    [InlineData("trend --days 30 --ascii", "trend-ascii")]
    public async Task What_is_told_of_the_month(string command, string golden)
    {
        foreach (var (format, extension) in ((string, string)[])[("text", "txt"), ("json", "json")])
        {
            var run = await CommandRun.OfAsync([.. command.Split(' '), "--history", made.History, "-o", format], token: null);
            run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
            if (format == "text" || !golden.EndsWith("ascii", StringComparison.Ordinal))
            {
                Approved.Verify(run.Output, $"tests/Compliance.Cli.Tests/goldens/month/{golden}.{extension}");
            }
        }
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> FilesOf(string root)
        => Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal);
}
