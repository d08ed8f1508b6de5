namespace Compliance.Cli.Tests.Commands;

/// <summary>The examples in <c>reports/examples</c> are what the program makes of the drifted sample now.</summary>
public sealed class ReportExampleTests
{
    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("md", "md")]
    [InlineData("html", "html")]
    public async Task Example_is_current(string format, string extension)
    {
        var run = await CommandRun.OfAsync(["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", format], token: null);
        run.ExitCode.Should().Be(ExitCode.Findings, run.Error);
        Approved.Verify(run.Output, $"reports/examples/drift.{extension}");
    }

    [Fact]
    public async Task Several_formats_in_one_run_are_those_of_single_runs()
    {
        using var folder = new TemporaryFolder();
        var html = folder.PathOf("out/drift.html");
        var run = await CommandRun.OfAsync(
            ["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory("drifted"), "-o", "json", "-o", $"html:{html}"], token: null);
        run.Output.Should().Be(Repository.Read("reports/examples/drift.json"));
        (await File.ReadAllTextAsync(html)).Should().Be(Repository.Read("reports/examples/drift.html"));
    }

    [Fact]
    public async Task Order_of_the_inventory_does_not_change_the_report()
    {
        using var folder = new TemporaryFolder();
        var inventory = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Samples.Inventory("drifted")))!;
        foreach (var list in (string[])["guests", "jobs", "storages", "nodes"])
        {
            var rows = inventory[list]!["rows"]!.AsArray();
            inventory[list]!["rows"] = new System.Text.Json.Nodes.JsonArray([.. rows.Reverse().Select(r => r!.DeepClone())]);
        }

        var run = await CommandRun.OfAsync(
            ["check", "--policy", Samples.Policy, "--inventory", folder.File("turned.json", inventory.ToJsonString()), "-o", "json"], token: null);
        var findings = System.Text.Json.Nodes.JsonNode.Parse(run.Output)!["findings"]!.ToJsonString();
        findings.Should().Be(System.Text.Json.Nodes.JsonNode.Parse(Repository.Read("reports/examples/drift.json"))!["findings"]!.ToJsonString());
    }
}
