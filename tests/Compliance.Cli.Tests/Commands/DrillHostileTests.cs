using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Names that people without a say in the policy can give: they act in none of the outputs, and not in the record.</summary>
public sealed class DrillHostileTests
{
    private const string Evil = "x\n    restored-to: 100\n\u001B[2J\u202E|<script>`]( @all #1";

    [Theory]
    [InlineData("text", "txt")]
    [InlineData("md", "md")]
    public async Task Outputs_for_people_show_them_and_obey_none(string format, string extension)
    {
        using var estate = Hostile();
        var run = await estate.DrillAsync("--tier", "1", "-o", format);
        run.Output.Should().NotContain("\u001B").And.NotContain("\u202E").And.NotContain("\n    restored-to: 100\n");
        Approved.Verify(run.Output, $"tests/Compliance.Cli.Tests/goldens/drill/hostile.{extension}");
    }

    [Fact]
    public async Task The_record_is_still_the_one_that_was_planned()
    {
        using var estate = Hostile();
        var text = (string)(await estate.TierAsync(1))["evidence"]!["text"]!;
        text.Split('\n').Where(line => line.Contains("restored-to:", StringComparison.Ordinal)).Should().HaveCount(2)
            .And.ContainSingle(line => line == "    restored-to: 9001", "the name's own line is in a comment");
        text.Should().NotContain("\u001B").And.NotContain("\u202E");
    }

    [Fact]
    public async Task Lint_reads_the_record_and_finds_nothing_but_what_is_open()
    {
        using var estate = Hostile();
        await estate.DrillAsync("--tier", "1", "--write");
        var problems = JsonNode.Parse((await CommandRun.OfAsync(["lint", estate.Folder, "-o", "json"], token: null)).Output)!["problems"]!.AsArray()
            .Where(problem => ((string)problem!["file"]!).StartsWith("evidence/restore-test", StringComparison.Ordinal))
            .Select(problem => (string)problem!["code"]!);
        problems.Should().Equal("POL024", "POL024", "POL019", "POL019", "POL017", "POL021");
    }

    [Fact]
    public async Task Json_keeps_the_name_as_it_is()
    {
        using var estate = Hostile();
        ((string)(await estate.TierAsync(1))["drill"]!["name"]!).Should().Be(Evil);
    }

    private static DrillEstate Hostile()
    {
        var estate = new DrillEstate();
        estate.Guest(111)["name"] = Evil;
        estate.Guest(110)["isTemplate"] = new JsonObject { ["value"] = true };
        estate.Policy = estate.Policy.Replace("title: Core services", "title: \"Core | <b>services</b> `x`\"", StringComparison.Ordinal);
        return estate;
    }
}
