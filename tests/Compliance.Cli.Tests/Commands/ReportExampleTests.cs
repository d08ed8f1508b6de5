using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Formats of one run are those of single runs, whatever the order things came in. That the examples are current: <see cref="MonthTests"/>.</summary>
public sealed class ReportExampleTests
{
    [Fact]
    public async Task Several_formats_in_one_run_are_those_of_single_runs()
    {
        using var folder = new TemporaryFolder();
        var html = folder.PathOf("out/drift.html");
        var both = await CheckAsync(Samples.Inventory("drifted"), "-o", "json", "-o", $"html:{html}");

        both.Output.Should().Be((await CheckAsync(Samples.Inventory("drifted"), "-o", "json")).Output);
        (await File.ReadAllTextAsync(html)).Should().Be((await CheckAsync(Samples.Inventory("drifted"), "-o", "html")).Output);
    }

    [Fact]
    public async Task Order_of_the_inventory_does_not_change_the_report()
    {
        using var folder = new TemporaryFolder();
        var inventory = JsonNode.Parse(await File.ReadAllTextAsync(Samples.Inventory("drifted")))!;
        foreach (var list in (string[])["guests", "jobs", "storages", "nodes"])
        {
            var rows = inventory[list]!["rows"]!.AsArray();
            inventory[list]!["rows"] = new JsonArray([.. rows.Reverse().Select(r => r!.DeepClone())]);
        }

        var turned = await CheckAsync(folder.File("turned.json", inventory.ToJsonString()), "-o", "json");
        var straight = await CheckAsync(Samples.Inventory("drifted"), "-o", "json");

        JsonNode.Parse(turned.Output)!["findings"]!.ToJsonString().Should().Be(JsonNode.Parse(straight.Output)!["findings"]!.ToJsonString());
    }

    private static async Task<CommandRun> CheckAsync(string inventory, params string[] more)
    {
        var run = await CommandRun.OfAsync(["check", "--policy", Samples.Policy, "--inventory", inventory, .. more], token: null);
        run.ExitCode.Should().Be(ExitCode.Findings, run.Error);
        return run;
    }
}
