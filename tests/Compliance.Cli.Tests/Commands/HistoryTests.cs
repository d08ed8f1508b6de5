using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Runs that are kept, what is told from them, and what is not kept.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string History => folder.PathOf("history.db");

    [Fact]
    public async Task A_finding_is_new_then_old_then_resolved_then_back()
    {
        var first = await CheckAsync("compliant", 23);
        var second = await CheckAsync("drifted", 24);
        var third = await CheckAsync("drifted", 26);
        var fourth = await CheckAsync("compliant", 27);
        var fifth = await CheckAsync("drifted", 28);

        first["history"]!["previous"].Should().BeNull();
        Finding(second)["standing"]!.GetValue<string>().Should().Be("new");
        Finding(second)["moved"]!["live"]!.GetValue<bool>().Should().BeTrue();
        Finding(second)["actual"]!["from"]!.GetValue<string>().Should().StartWith("24h between two runs by 01:00");
        Finding(third)["standing"]!.GetValue<string>().Should().Be("unchanged");
        Finding(third)["since"]!["id"]!.GetValue<int>().Should().Be(2);
        fourth["history"]!["resolved"]!.AsArray().Select(Key).Should().Contain("BKP105 qemu/100");
        Finding(fifth)["standing"]!.GetValue<string>().Should().Be("returned");
        Finding(fifth)["firstSeen"]!["id"]!.GetValue<int>().Should().Be(2);
    }

    [Fact]
    public async Task The_document_with_a_history_is_as_the_schema_says()
    {
        await RunAsync("compliant", 23, "-o", "json");
        var run = await RunAsync("drifted", 24, "-o", "json");

        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/report.schema.json"));
        schema.Validate(run.Output).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_readable_format_tells_it()
    {
        await RunAsync("compliant", 23);
        var text = await RunAsync("drifted", 24);
        await RunAsync("drifted", 26, "-o", $"html:{folder.PathOf("r.html")}", "-o", $"md:{folder.PathOf("r.md")}");

        text.Output.Should().Contain(" resolved since yesterday (run 1, 2026-11-23 08:00:00 UTC). The live system changed, the policy did not.")
            .And.Contain("error BKP105 (new):").And.Contain("    changed   /cluster/backup/backup-tier0 schedule was ");
        foreach (var file in (string[])["r.html", "r.md"])
        {
            (await File.ReadAllTextAsync(folder.PathOf(file))).Should().Contain("since 2026-11-24 (2 days)").And.Contain("Trend: 30 days to 2026-11-26")
                .And.Contain("since 2 days ago (run 2, 2026-11-24 08:00:00 UTC). Neither the policy nor the live system changed: time passed.");
        }
    }

    [Fact]
    public async Task What_held_is_said_as_a_finding_says_it()
    {
        var before = await File.ReadAllTextAsync(Samples.Inventory("compliant"));
        var at = before.IndexOf("\"zstd\"", StringComparison.Ordinal);
        var after = folder.File("lzo.json", $"{before[..at]}\"lzo\"{before[(at + 6)..]}");

        await RunAsync("compliant", 23);
        var run = await CommandRun.OfAsync(
            ["check", "-p", Samples.Policy, "--inventory", after, "--history", History, "--as-of", "2026-11-24T08:00:00Z", "-o", "json"], token: null);

        var finding = JsonNode.Parse(run.Output)!["findings"]!.AsArray().Single(f => f!["rule"]!.GetValue<string>() == "BKP203")!["history"]!;
        finding["actual"]!.ToJsonString().Should().Be("""{"from":"zstd","to":"lzo"}""");
        finding["expected"].Should().BeNull("the policy wanted zstd before, and does now");
    }

    [Fact]
    public async Task Runs_are_listed_and_shown_and_pruned()
    {
        await RunAsync("compliant", 23);
        await RunAsync("drifted", 24);

        var list = await CommandRun.OfAsync(["history", "--history", History], token: null);
        var json = JsonNode.Parse((await CommandRun.OfAsync(["history", "--history", History, "-o", "json"], token: null)).Output)!;
        var show = await CommandRun.OfAsync(["history", "show", "2", "--history", History], token: null);
        var none = await CommandRun.OfAsync(["history", "show", "7", "--history", History], token: null);
        var age = await CommandRun.OfAsync(["history", "prune", "--older-than", "1y", "--history", History], token: null);
        var prune = await CommandRun.OfAsync(["history", "prune", "--older-than", "99999d", "--history", History], token: null);

        list.Output.Should().StartWith("pve1, policy homelab\n").And.Contain("     2  2026-11-24 08:00:00 UTC  drift         1").And.EndWith("2 runs.\n");
        json["runs"]!.AsArray().Select(run => run!["exitCode"]!.GetValue<int>()).Should().Equal(0, 1);
        show.Output.Should().StartWith("Run 2: drift").And.Contain("qemu/100 (ca01) error BKP105 (new): ");
        none.ShouldFailWith(ExitCode.BadInput, "there is no run 7");
        age.ShouldFailWith(ExitCode.BadInput, "is no age: write days, such as 400d");
        prune.Error.Should().Be("removed 0 runs\n");
    }

    [Fact]
    public async Task A_trend_shows_a_day_without_a_run_as_no_zero()
    {
        await RunAsync("compliant", 23);
        await RunAsync("drifted", 25);

        var blocks = await CommandRun.OfAsync(["trend", "--history", History, "--days", "4"], token: null);
        var ascii = await CommandRun.OfAsync(["trend", "--history", History, "--days", "4", "--ascii"], token: null);

        blocks.Output.Should().Contain("  errors    ·▁·█  ");
        ascii.Output.Should().Contain("  errors    ._.7  ");
        (await CommandRun.OfAsync(["trend", "--history", History, "--days", "0"], token: null)).ShouldFailWith(ExitCode.BadInput, "--days 0");
    }

    [Theory]
    [InlineData("--rule", "BKP104", "--rule judges a part of the policy")]
    [InlineData("--phase", "transition", "--phase judges what if")]
    public async Task A_run_that_leaves_things_out_is_not_kept(string option, string value, string why)
    {
        await RunAsync("drifted", 23);
        var run = await RunAsync("drifted", 24, option, value);

        run.Error.Should().Contain($"not kept in {History}: {why}");
        (await CommandRun.OfAsync(["history", "--history", History], token: null)).Output.Should().EndWith("1 run.\n");
    }

    [Fact]
    public async Task A_file_that_is_no_history_ends_the_run_before_anything_is_judged()
    {
        folder.File("history.db", string.Concat(Enumerable.Repeat("not a database\n", 100)));

        (await RunAsync("drifted", 23)).ShouldFailWith(ExitCode.BadInput, "is not a history, or is damaged");
        (await CommandRun.OfAsync(["trend", "--history", folder.PathOf("none.db")], token: null)).ShouldFailWith(ExitCode.BadInput, "is not there");
    }

    [Fact]
    public async Task A_run_that_cannot_be_kept_is_reported_all_the_same()
    {
        foreach (var day in (string[])["2020-01-01", "2020-01-02"])
        {
            await OnAsync(day);
        }

        (await CommandRun.OfAsync(["history", "prune", "--older-than", "1d", "--history", History], token: null)).Error.Should().Be("removed 1 run\n");
        var run = await OnAsync("2019-12-31");

        run.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        run.Output.Should().StartWith("DRIFT").And.NotContain("since");
        run.Error.Should().Contain("this run is not kept: ").And.Contain("was pruned: it knows nothing of single runs before 2020-01-01T00:00:00Z");

        Task<CommandRun> OnAsync(string day) => CommandRun.OfAsync(
            ["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "--history", History, "--as-of", $"{day}T00:00:00Z"], token: null);
    }

    [Fact]
    public async Task A_history_changes_neither_verdict_nor_exit_code_and_its_absence_leaves_no_trace()
    {
        var with = await RunAsync("drifted", 23);
        var without = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", "json"], token: null);

        with.ExitCode.Should().Be(without.ExitCode);
        without.Output.Should().NotContain("\"history\"").And.NotContain("\"standing\"");
    }

    public void Dispose() => folder.Dispose();

    private static JsonNode Finding(JsonNode report)
        => report["findings"]!.AsArray().Single(f => f!["rule"]!.GetValue<string>() == "BKP105" && f["subject"]!["id"]!.GetValue<string>() == "qemu/100")!["history"]!;

    private static string Key(JsonNode? entry) => $"{entry!["rule"]} {entry["subject"]}";

    private async Task<JsonNode> CheckAsync(string estate, int day) => JsonNode.Parse((await RunAsync(estate, day, "-o", "json")).Output)!;

    private Task<CommandRun> RunAsync(string estate, int day, params string[] more)
        => CommandRun.OfAsync(
            ["check", "-p", Samples.Policy, "--inventory", Samples.Inventory(estate), "--history", History, "--as-of", $"2026-11-{day}T08:00:00Z", .. more], token: null);
}
