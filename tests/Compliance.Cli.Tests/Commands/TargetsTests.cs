using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Several clusters in one run: none is hidden by another, and none is greener than alone.</summary>
public sealed class TargetsTests : IDisposable
{
    private static readonly string Missing = $"  - {{ name: gone, inventory: gone.json, policy: \"{Samples.Policy}\" }}\n";

    private readonly TargetsRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Every_report_is_that_of_a_check_alone_and_the_order_is_that_of_the_file()
    {
        run.Write(TargetsRun.Inventory("zulu", "drifted"), Missing, TargetsRun.Inventory("alfa", "compliant"));
        var folder = run.Folder.PathOf("r/");
        string[] formats = ["html", "json", "md", "text", "sarif", "junit", "gitlab", "prometheus"];
        var checkedAll = await run.CheckAsync([.. formats.SelectMany(format => (string[])["-o", $"{format}:{folder}"])]);

        checkedAll.ExitCode.Should().Be(ExitCode.BadInput, checkedAll.Error);
        checkedAll.Output.Should().BeEmpty();
        foreach (var (format, extension) in formats.Zip((string[])["html", "json", "md", "txt", "sarif", "xml", "gitlab", "prom"]))
        {
            run.Report($"zulu.{extension}").Should().Be((await TargetsRun.AloneAsync("drifted", $"{format}")).Output, format);
            run.Report($"alfa.{extension}").Should().Be((await TargetsRun.AloneAsync("compliant", $"{format}")).Output, format);
            File.Exists(run.Folder.PathOf($"r/gone.{extension}")).Should().BeFalse();
        }

        var overview = JsonNode.Parse(run.Report("index.json"))!;
        overview["targets"]!.AsArray().Select(row => (string?)row!["name"]).Should().Equal("zulu", "gone", "alfa");
        overview["targets"]!.AsArray().Select(row => (string?)row!["verdict"]).Should().Equal("drift", "unknown", "compliant");
        overview["targets"]!.AsArray().Select(row => (string?)row!["report"]).Should().Equal("zulu.json", null, "alfa.json");
        foreach (var index in (string[])["index.html", "index.md", "index.txt"])
        {
            run.Report(index).Should().Contain("1 of 3 clusters is compliant, 1 drifted, 1 could not be assessed.").And.Contain("gone.json");
        }

        Directory.EnumerateFiles(run.Folder.PathOf("r")).Select(Path.GetFileName).Where(name => name!.StartsWith("index", StringComparison.Ordinal)).Should().HaveCount(4);
    }

    [Theory]
    [InlineData("compliant", "compliant", 0, "compliant")]
    [InlineData("compliant", "drifted", 1, "drift")]
    [InlineData("compliant", "unread", 3, "unknown")]
    [InlineData("compliant", "missing", 2, "unknown")]
    [InlineData("drifted", "missing", 2, "drift")]
    [InlineData("drifted", "unread", 3, "drift")]
    [InlineData("missing", "unread", 3, "unknown")]
    public async Task Exit_code_is_the_highest_of_all(string one, string other, int exitCode, string verdict)
    {
        run.Write(Target("one", one), Target("other", other));
        var both = await run.CheckAsync("-o", "json");

        both.ExitCode.Should().Be(exitCode, both.Error);
        var document = JsonNode.Parse(both.Output)!;
        ((int)document["exitCode"]!, (string?)document["verdict"]).Should().Be((exitCode, verdict));
        TargetsRun.Rows(both).Max(row => (int)row!["exitCode"]!).Should().Be(exitCode);
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/overview.schema.json"));
        schema.Validate(both.Output).Should().BeEmpty();
    }

    [Fact]
    public async Task Broken_policy_and_unreadable_token_are_rows()
    {
        run.Folder.File("broken/policy.yaml", "name: broken\ncolour: blue\n");
        run.Folder.File("bad.token", "audit@pve!policy");
        run.Write(
            "  - { name: broken, inventory: a.json, policy: broken }\n",
            $"  - {{ name: tokenless, urls: [\"https://127.0.0.1:1\"], token-file: none.token, policy: \"{Samples.Policy}\" }}\n",
            $"  - {{ name: halftoken, urls: [\"https://127.0.0.1:1\"], token-file: bad.token, policy: \"{Samples.Policy}\" }}\n",
            TargetsRun.Inventory("well", "compliant"));
        var all = await run.CheckAsync("-o", "json");

        var rows = TargetsRun.Rows(all);
        rows.Select(row => (int)row!["exitCode"]!).Should().Equal(2, 2, 2, 0);
        ((string?)rows[0]!["fault"]).Should().Contain("has errors, the first: policy.yaml:").And.Contain("POL0");
        ((string?)rows[1]!["fault"]).Should().Contain("token-file: cannot read").And.Contain("none.token");
        ((string?)rows[2]!["fault"]).Should().Contain("has no secret");
        rows[1]!["findings"].Should().BeNull("what is not known is no zero");
        all.Error.Should().Contain("broken: policy.yaml:2:1 error POL012").And.Contain("well: compliant, exit code 0");
    }

    [Fact]
    public async Task A_secret_in_the_file_ends_the_run_and_is_not_shown()
    {
        run.Write("  - { name: a, urls: [\"https://pve1:8006\"], token-file: \"audit@pve!policy=hush-hush\" }\n");
        var refused = await run.CheckAsync();

        refused.ExitCode.Should().Be(ExitCode.BadInput);
        (refused.Output + refused.Error).Should().NotContain("hush").And.Contain("POL340");
    }

    [Fact]
    public async Task A_report_of_an_earlier_run_does_not_outlive_it()
    {
        var inventory = run.Folder.File("a.json", await File.ReadAllTextAsync(Samples.Inventory("compliant")));
        run.Write($"  - {{ name: a, inventory: a.json, policy: \"{Samples.Policy}\" }}\n");
        string[] outputs = ["-o", $"html:{run.Folder.PathOf("r/")}", "-o", $"junit:{run.Folder.PathOf("r/")}"];
        (await run.CheckAsync(outputs)).ExitCode.Should().Be(ExitCode.Compliant);
        File.Delete(inventory);
        var later = await run.CheckAsync(outputs);

        File.Exists(run.Folder.PathOf("r/a.html")).Should().BeFalse();
        File.Exists(run.Folder.PathOf("r/a.xml")).Should().BeFalse();
        later.Error.Should().Contain("a.html, which told of an earlier run");
        run.Report("index.html").Should().Contain("COULD NOT BE ASSESSED").And.NotContain("href=\"a.html\"");
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_hides_no_other()
    {
        run.Write(TargetsRun.Inventory("first", "compliant"), TargetsRun.Inventory("second", "compliant"));
        Directory.CreateDirectory(run.Folder.PathOf("r/first.html"));
        var all = await run.CheckAsync("-o", $"html:{run.Folder.PathOf("r/")}", "-o", "json");

        all.ExitCode.Should().Be(ExitCode.BadInput);
        var rows = TargetsRun.Rows(all);
        ((string?)rows[0]!["fault"], (string?)rows[0]!["verdict"]).Should().Match<(string? Fault, string?)>(row => row.Fault!.Contains("cannot write") && row.Item2 == "unknown");
        ((string?)rows[1]!["verdict"]).Should().Be("compliant");
        run.Report("second.html").Should().Contain("COMPLIANT");
        run.Report("index.html").Should().Contain("href=\"second.html\"").And.NotContain("href=\"first.html\"");
    }

    [Fact]
    public async Task An_old_inventory_is_not_compliant_today()
    {
        run.Write(TargetsRun.Inventory("weekly", "compliant").Replace(" }", ", max-age: 1h }"), TargetsRun.Inventory("old", "compliant"));
        var soon = await run.CheckAsync("-o", "json");
        var late = await CommandRun.OfAsync(["check", "--targets", run.File, "--as-of", "2026-12-20T00:00:00Z", "-o", "json"], token: null);

        TargetsRun.Rows(soon).Select(row => (string?)row!["verdict"]).Should().Equal("unknown", "compliant");
        soon.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        TargetsRun.Rows(late).Select(row => (string?)row!["fault"]).Should().OnlyContain(fault => fault!.Contains("it proves nothing of today"));
        TargetsRun.Rows(late)[1]!["findings"].Should().NotBeNull("it was judged all the same");
    }

    [Fact]
    public async Task Each_target_has_a_history_of_its_own_though_the_estates_have_one_name()
    {
        run.Write(TargetsRun.Inventory("a", "compliant"), TargetsRun.Inventory("b", "drifted"));
        string[] more = ["--history", run.Folder.PathOf("h/"), "-o", "json"];
        var first = await run.CheckAsync(more);
        var second = await CommandRun.OfAsync(["check", "--targets", run.File, "--as-of", "2026-11-23T10:00:00Z", .. more], token: null);

        TargetsRun.Rows(first).Should().OnlyContain(row => row!["sinceLastRun"] == null);
        TargetsRun.Rows(second).Select(row => (int)row!["sinceLastRun"]!["resolved"]!).Should().Equal(0, 0);
        Directory.EnumerateFiles(run.Folder.PathOf("h"), "*.db").Select(Path.GetFileName).Should().BeEquivalentTo("a.db", "b.db");
        (await run.CheckAsync("--history", run.Folder.PathOf("h.db"))).ShouldFailWith(ExitCode.BadInput, "name a folder for them");
    }

    [Fact]
    public async Task What_was_not_asked_is_said()
    {
        run.Write(TargetsRun.Inventory("a", "compliant"), TargetsRun.Inventory("b", "drifted"));
        var some = await run.CheckAsync("--target", "a");

        some.ExitCode.Should().Be(ExitCode.Compliant);
        some.Output.Should().StartWith("COMPLIANT, AS FAR AS ASKED  1 of 1 cluster is compliant.\nNot asked in this run (--target): b.\n");
        (await run.CheckAsync("--target", "c")).ShouldFailWith(ExitCode.BadInput, "has no such target; it has a, b");
    }

    [Fact]
    public async Task Quiet_says_nothing_when_all_are_compliant_and_all_when_not()
    {
        run.Write(TargetsRun.Inventory("a", "compliant"));
        var silent = await run.CheckAsync("-q", "-o", "text", "-o", $"md:{run.Folder.PathOf("r/")}");
        run.Write(TargetsRun.Inventory("a", "compliant"), TargetsRun.Inventory("b", "drifted"));
        var loud = await run.CheckAsync("-q");

        (silent.Output + silent.Error).Should().BeEmpty();
        run.Report("a.md").Should().Contain("COMPLIANT");
        loud.Output.Should().Contain("a        COMPLIANT").And.Contain("=== b ===\n\nDRIFT").And.NotContain("=== a ===");
    }

    [Theory]
    [InlineData("--url https://pve1:8006", "--url is of a check of one cluster")]
    [InlineData("--policy .", "--policy is of a check of one cluster")]
    [InlineData("--baseline b.json", "--baseline is of a check of one cluster")]
    [InlineData("--notify", "--notify is of a check of one cluster")]
    [InlineData("-o sarif", "name a folder for a file of each, such as -o sarif:reports/")]
    [InlineData("-o junit:report.xml", "such as -o junit:reports/")]
    [InlineData("-o github", "leave it out")]
    [InlineData("--parallel 0", "--parallel 0 is not between 1 and 64")]
    public async Task What_makes_no_sense_for_several_is_refused(string more, string because)
    {
        run.Write(TargetsRun.Inventory("a", "compliant"));

        (await run.CheckAsync(more.Split(' '))).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Theory]
    [InlineData("check --target a", "give --targets FILE")]
    [InlineData("check --targets none.yaml", "there is no file \"none.yaml\"")]
    public async Task Without_a_file_there_is_nothing_to_choose_from(string line, string because)
        => (await CommandRun.OfAsync(line)).ShouldFailWith(ExitCode.BadInput, because);

    [Fact]
    public async Task The_sample_runs_and_is_as_the_schema_says()
    {
        var sample = await CommandRun.OfAsync(["check", "--targets", Repository.PathOf("samples/clusters"), "--as-of", TargetsRun.AsOf, "-o", "json"], token: null);

        TargetsRun.Rows(sample).Select(row => (string?)row!["verdict"]).Should().Equal("compliant", "drift", "unknown");
    }

    private static string Target(string name, string what) => what switch
    {
        "missing" => Missing.Replace("name: gone", $"name: {name}"),
        // An inventory that is too old: judged, and still not assessed today.
        "unread" => TargetsRun.Inventory(name, "compliant").Replace(" }", ", max-age: 1m }"),
        _ => TargetsRun.Inventory(name, what),
    };
}
