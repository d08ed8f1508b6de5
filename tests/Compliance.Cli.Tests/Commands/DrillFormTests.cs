using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The record that <c>drill --write</c> leaves: no proof as it stands, and proof once it is filled in.</summary>
public sealed class DrillFormTests
{
    private const string Form = "evidence/restore-test-tier2-2026-11-23.yaml";

    [Fact]
    public async Task Lint_refuses_each_placeholder_until_it_is_filled_in()
    {
        using var estate = new DrillEstate();
        var run = await estate.DrillAsync("--write", "--tier", "2");
        run.ExitCode.Should().Be(ExitCode.Findings, run.Error);
        run.Output.Should().Contain($"Wrote {Form}: fill it in after the test, and commit it.").And.NotContain("FILL-IN");
        run.Error.Should().Contain($"wrote {estate.PathOf(Form)}");

        var refused = await CommandRun.OfAsync(["lint", estate.Folder], token: null);
        refused.ExitCode.Should().NotBe(ExitCode.Compliant);
        Approved.Verify(refused.Output, "tests/Compliance.Cli.Tests/goldens/drill/unfilled.txt");

        // Every one of them alone is enough.
        var text = await File.ReadAllTextAsync(estate.PathOf(Form));
        foreach (var (open, filled) in Answers)
        {
            await File.WriteAllTextAsync(estate.PathOf(Form), Answers.Where(one => one.Open != open).Aggregate(text, (so, one) => so.Replace(one.Open, one.Filled, StringComparison.Ordinal)));
            (await CommandRun.OfAsync(["lint", estate.Folder], token: null)).ExitCode.Should().NotBe(ExitCode.Compliant, $"{open} stands for {filled}");
        }

        await File.WriteAllTextAsync(estate.PathOf(Form), Filled(text));
        (await CommandRun.OfAsync(["lint", estate.Folder], token: null)).ExitCode.Should().Be(ExitCode.Compliant);
    }

    [Fact]
    public async Task Filled_in_and_with_its_task_it_is_proof()
    {
        using var estate = new DrillEstate();
        estate.Tested(0, "qemu/100", 9100, "2026-11-19").Tested(1, "qemu/110", 9110, "2026-11-19");
        await estate.DrillAsync("--write");
        await File.WriteAllTextAsync(estate.PathOf(Form), Filled(await File.ReadAllTextAsync(estate.PathOf(Form))));
        (await RestoreFindingsAsync(estate)).Should().BeEquivalentTo(["BKP503 tier/2"], "no task confirms it yet");

        estate.AddTask("qmrestore", 9001, "2026-11-23T09:05:00Z");
        (await RestoreFindingsAsync(estate)).Should().BeEmpty();
        (await estate.DrillAsync("--as-of", "2026-11-23T10:00:00Z")).ExitCode.Should().Be(ExitCode.Compliant);
    }

    [Fact]
    public async Task It_is_never_written_over_a_file()
    {
        using var estate = new DrillEstate();
        await estate.DrillAsync("--tier", "2");
        Directory.CreateDirectory(estate.PathOf("evidence"));
        await File.WriteAllTextAsync(estate.PathOf(Form), "# mine\n");
        await File.WriteAllTextAsync(estate.PathOf("policy.yaml"), "");
        File.Delete(estate.PathOf(Form));
        (await estate.DrillAsync("--write", "--tier", "2")).ExitCode.Should().Be(ExitCode.Findings);
        await File.WriteAllTextAsync(estate.PathOf(Form), Filled(await File.ReadAllTextAsync(estate.PathOf(Form))));
        var before = await File.ReadAllTextAsync(estate.PathOf(Form));

        (await estate.DrillAsync("--write", "--guest", "lxc/201")).ShouldFailWith(ExitCode.BadInput, "is there already");
        (await File.ReadAllTextAsync(estate.PathOf(Form))).Should().Be(before);
        (await estate.DrillAsync("--write")).ShouldFailWith(ExitCode.BadInput, "is there already");
        File.Exists(estate.PathOf("evidence/restore-test-tier1-2026-11-23.yaml")).Should().BeFalse("none is written when one is in the way");
    }

    private static readonly (string Open, string Filled)[] Answers =
    [
        ("started: FILL-IN", "started: 2026-11-23T09:00:00Z"),
        ("finished: FILL-IN", "finished: 2026-11-23T09:40:00Z"),
        ("boot: FILL-IN", "boot: ok"),
        ("service: FILL-IN", "service: ok"),
        ("by:  #", "by: anna  #"),
        ("[FILL-IN]", "[session-notes, build-journal]"),
    ];

    private static string Filled(string form) => Answers.Aggregate(form, (so, one) => so.Replace(one.Open, one.Filled, StringComparison.Ordinal));

    private static async Task<List<string>> RestoreFindingsAsync(DrillEstate estate)
    {
        var run = await estate.RunAsync("check", "-o", "json", "--as-of", "2026-11-23T10:00:00Z");
        return [.. JsonNode.Parse(run.Output)!["findings"]!.AsArray()
            .Where(found => ((string)found!["rule"]!).StartsWith("BKP50", StringComparison.Ordinal))
            .Select(found => $"{found!["rule"]} {found["subject"]!["id"]}")];
    }
}
