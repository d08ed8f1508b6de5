using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Waivers on the drifted sample: they mark, and whatever is wrong with them shows.</summary>
public sealed class WaiverTests
{
    private const string OneWaiver = """
        - rule: BKP104
          subjects: [{0}]
          owner: maria
          reason: replaced on Monday
          ticket: OPS-231
          made: {1}
          expires: {2}

        """;

    /// <summary>A guest that BKP104 fails for, and the moment the sample is judged.</summary>
    private static readonly (string Subject, DateTimeOffset AsOf) Drifted = FirstFinding();

    [Theory]
    [InlineData("text", "waived    by maria until ")]
    [InlineData("md", "### Waived (1)")]
    [InlineData("html", "<b>Waived</b> by maria until ")]
    [InlineData("json", "\"owner\": \"maria\"")]
    public async Task Every_report_shows_the_waived_finding(string format, string text)
        => (await CheckAsync(Waiver(Drifted.Subject, 0, 30), "-o", format)).Output.Should().Contain(text).And.Contain("OPS-231").And.Contain("replaced on Monday");

    [Fact]
    public async Task A_waived_finding_keeps_its_verdict_and_stays_a_finding()
    {
        var plain = Findings(await CheckAsync(null, "-o", "json"));
        var waived = Findings(await CheckAsync(Waiver(Drifted.Subject, 0, 30), "-o", "json"));

        Without(waived, "waiver").Should().Equal(Without(plain, "waiver"));
        waived.Where(f => f!["waiver"] is not null).Should().ContainSingle().Which!["subject"]!["id"]!.GetValue<string>().Should().Be(Drifted.Subject);
        plain.Should().OnlyContain(f => f!["waiver"] == null);
    }

    [Fact]
    public async Task When_all_that_fails_is_waived_the_outcome_is_compliant_and_says_so()
    {
        var run = await CheckAsync(Waiver(Drifted.Subject, 0, 30), "--rule", "BKP104");

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        run.Output.Should().StartWith("COMPLIANT WITH WAIVERS").And.Contain("failed without a waiver").And.Contain("1 fail").And.Contain("1 waived");
    }

    [Theory]
    [InlineData(0, ExitCode.Compliant)]
    [InlineData(-1, ExitCode.Findings)]
    public async Task A_waiver_holds_to_the_end_of_its_last_day(int days, int exit)
    {
        var waiver = Waiver(Drifted.Subject, -10, days);
        var lastSecond = new DateTimeOffset(Drifted.AsOf.UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddSeconds(-1);

        (await CheckAsync(waiver, "--rule", "BKP104", "--as-of", $"{lastSecond:yyyy-MM-ddTHH:mm:ss}Z")).ExitCode.Should().Be(exit);
    }

    [Fact]
    public async Task The_first_second_after_it_the_waiver_is_a_finding_itself()
    {
        var next = new DateTimeOffset(Drifted.AsOf.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);

        var run = await CheckAsync(Waiver(Drifted.Subject, -10, 0), "--rule", "BKP104", "--as-of", $"{next:yyyy-MM-ddTHH:mm:ss}Z");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("waivers.yaml:1 error: the waiver of BKP104 expired yesterday").And.Contain("Errors (1)").And.NotContain("Waived (");
    }

    [Theory]
    [InlineData("qemu/999999", 0, "warning: the waiver of BKP104 matches no finding")]
    [InlineData(null, 3, "warning: the waiver of BKP104 begins on")]
    public async Task A_waiver_that_covers_nothing_is_said(string? subject, int from, string said)
    {
        var run = await CheckAsync(Waiver(subject ?? Drifted.Subject, from, 30), "--rule", "BKP104");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain(said).And.NotContain("Waived (");
    }

    [Fact]
    public async Task A_waiver_of_more_findings_than_the_policy_allows_covers_none()
    {
        using var folder = Policy(Waiver("qemu/*, lxc/*", 0, 30).Replace("BKP104", "BKP105"), "waivers: { max-findings: 1 }\n");
        var run = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("drifted"), "-o", "json"], token: null);

        var problem = JsonNode.Parse(run.Output)!["waiverProblems"]!.AsArray().Single()!;
        problem["fault"]!.GetValue<string>().Should().Be("over-broad", problem.ToJsonString());
        problem["severity"]!.GetValue<string>().Should().Be("error");
        Findings(run).Should().OnlyContain(f => f!["waiver"] == null);
    }

    [Fact]
    public async Task Unused_is_said_only_when_everything_was_judged()
    {
        using var folder = Policy(Waiver("qemu/999999", 0, 30), "");
        var inventory = JsonNode.Parse(await File.ReadAllTextAsync(Samples.Inventory("compliant")))!;
        RuleCases.InventoryPlaces.Hide(inventory["guests"]!.AsObject(), isEmptied: false, "/hidden");

        var hidden = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", folder.File("hidden.json", inventory.ToJsonString())], token: null);
        var seen = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("compliant")], token: null);

        hidden.Output.Should().NotContain("matches no finding");
        seen.Output.Should().Contain("matches no finding");
        seen.ExitCode.Should().Be(ExitCode.Compliant, "a warning is below the gate");
    }

    [Fact]
    public async Task A_faulty_waiver_at_the_gate_is_no_compliance()
    {
        var run = await CheckEstateAsync("compliant", Waiver("qemu/999999", 0, 30), "--fail-on", "warning", "--rule", "BKP104");

        run.ExitCode.Should().Be(ExitCode.Findings, run.Output);
        run.Output.Should().StartWith("DRIFT").And.Contain("waivers are faulty");
    }

    [Theory]
    [InlineData("BKP101")]
    [InlineData("BKP103")]
    public async Task Rules_that_others_stand_on_may_not_be_waived(string rule)
        => (await CheckAsync(Waiver("qemu/101", 0, 30).Replace("BKP104", rule))).Error.Should().Contain($"error POL243: {rule} may not be waived");

    internal static string Waiver(string subjects, int from, int until) => OneWaiver
        .Replace("{0}", string.Join(", ", subjects.Split(", ").Select(subject => $"'{subject}'")), StringComparison.Ordinal)
        .Replace("{1}", $"{Drifted.AsOf.AddDays(from):yyyy-MM-dd}", StringComparison.Ordinal)
        .Replace("{2}", $"{Drifted.AsOf.AddDays(until):yyyy-MM-dd}", StringComparison.Ordinal);

    internal static Task<CommandRun> CheckAsync(string? waivers, params string[] more) => CheckEstateAsync("drifted", waivers, more);

    internal static JsonArray Findings(CommandRun run) => JsonNode.Parse(run.Output)!["findings"]!.AsArray();

    internal static TemporaryFolder Policy(string? waivers, string more)
    {
        var folder = new TemporaryFolder();
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml") + more);
        Samples.CopyRecords(folder);
        if (waivers is not null)
        {
            folder.File("waivers.yaml", waivers);
        }

        return folder;
    }

    private static async Task<CommandRun> CheckEstateAsync(string estate, string? waivers, params string[] more)
    {
        using var folder = Policy(waivers, "");
        return await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory(estate), .. more], token: null);
    }

    private static List<string> Without(JsonArray findings, string member) =>
    [
        .. findings.Select(finding =>
        {
            var copy = finding!.DeepClone().AsObject();
            copy.Remove(member);
            return copy.ToJsonString();
        }),
    ];

    private static (string Subject, DateTimeOffset AsOf) FirstFinding()
    {
        var inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("drifted")))!;
        return ("qemu/112", inventory["collectedAt"]!.GetValue<DateTimeOffset>());
    }
}
