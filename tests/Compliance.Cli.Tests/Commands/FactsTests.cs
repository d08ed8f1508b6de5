using System.Text;
using System.Text.Json;
using Compliance.Core.Facts.Table;
using Compliance.Reporting;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>facts</c>: what a rule author asks at the terminal.</summary>
public sealed class FactsTests
{
    [Fact]
    public async Task Without_a_terminal_each_fact_is_one_line_with_all_of_it()
    {
        var lines = (await CommandRun.OfAsync("facts")).Output.TrimEnd('\n').Split('\n');
        lines.Should().HaveSameCount(FactTable.Facts);
        lines.Should().ContainSingle(l => l.StartsWith("tier.schedule ", StringComparison.Ordinal))
            .Which.Should().Contain("  string ").And.Contain("one of on-demand, daily, weekly, monthly").And.EndWith("[policy.yaml]");
        lines.Should().ContainSingle(l => l.StartsWith("guest.pool ", StringComparison.Ordinal))
            .Which.Should().Contain("string, optional").And.EndWith("[/cluster/resources needs Pool.Audit on /pool]");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(160)]
    public void On_a_terminal_no_line_is_wider_and_every_subject_has_a_heading(int width)
    {
        var page = Text(new FactListing([.. FactTable.Facts], []), width);
        page.Split('\n').Should().OnlyContain(line => line.Length <= width);
        foreach (var subject in FactTable.Subjects)
        {
            $"\n{page}".Should().Contain($"\n{subject.Name}: ");
        }
    }

    [Fact]
    public async Task Whole_name_tells_all_about_the_fact()
    {
        var entry = (await CommandRun.OfAsync("facts tier.mode")).Output;
        entry.Should().StartWith("tier.mode: ");
        entry.Should().Contain("values     snapshot, suspend, stop").And.Contain("absent     never").And.Contain("unknown    never")
            .And.Contain("declared   policy.yaml: tiers[].mode").And.Contain("judged by  BKP202 job-mode-differs (error)");
    }

    [Fact]
    public async Task Whole_name_tells_where_a_live_fact_comes_from()
    {
        var entry = (await CommandRun.OfAsync("facts guest.newestAge")).Output;
        entry.Should().Contain("unit       written duration(\"26h\")").And.Contain("absent     possible: ask has(guest.newestAge)")
            .And.Contain("/nodes/N/storage/ID/prunebackups  needs Datastore.Audit on /storage/ID").And.Contain("Sys.Audit on /access");
    }

    [Theory]
    [InlineData("guest.kepDaily", "did you mean \"guest.keepDaily\"?")]
    [InlineData("gest", "did you mean \"guest\"?")]
    [InlineData("jbo.comp", "did you mean \"job.comp\"?")]
    [InlineData("nonsense", "facts begin with guest, volume, job")]
    public async Task Unknown_prefix_is_bad_usage_with_a_suggestion(string prefix, string suggestion)
        => (await CommandRun.OfAsync($"facts {prefix}")).ShouldFailWith(ExitCode.BadInput, suggestion);

    [Fact]
    public async Task Json_has_every_fact_with_its_rules()
    {
        using var json = JsonDocument.Parse((await CommandRun.OfAsync("facts -o json")).Output);
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().ToDictionary(f => f.GetProperty("fact").GetString()!);
        facts.Keys.Should().BeEquivalentTo(FactTable.Facts.Select(f => f.FullName));
        facts["guest.whyNotCovered"].GetProperty("shownBy").EnumerateArray().Select(r => r.GetString()).Should().Contain("BKP104");
        facts["guest.isCovered"].GetProperty("judgedBy").EnumerateArray().Select(r => r.GetString()).Should().Contain("BKP104");
        facts["guest.vmid"].GetProperty("unit").GetString().Should().Be("vmid");
    }

    [Fact]
    public async Task Page_can_be_written_to_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("FACTS.md");
        var run = await CommandRun.OfAsync(["facts", "-o", $"md:{file}"], token: null);
        run.Output.Should().BeEmpty();
        (await File.ReadAllTextAsync(file)).Should().Be((await CommandRun.OfAsync("facts -o md")).Output);
    }

    [Fact]
    public async Task Reports_have_formats_that_facts_have_not()
        => (await CommandRun.OfAsync("facts -o html")).ShouldFailWith(ExitCode.BadInput, "there are text, json, md");

    private static string Text(FactListing listing, int width)
    {
        using var output = new MemoryStream();
        FactFormats.Find("text", new ReportOptions { Width = width })!.Render(listing, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
