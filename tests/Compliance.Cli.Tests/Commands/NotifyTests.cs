using System.Globalization;
using System.Text.Json.Nodes;
using Compliance.Notifications.Tests;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Whom a run tells, when, and that telling changes nothing of its result.</summary>
public sealed class NotifyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string History => folder.PathOf("history.db");

    [Fact]
    public async Task A_channel_is_told_of_the_first_run_and_of_changes_and_of_nothing_else()
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port));

        await CheckAsync("compliant", 23);
        var same = await CheckAsync("compliant", 24);
        await CheckAsync("drifted", 25);
        await CheckAsync("drifted", 26);
        await CheckAsync("compliant", 27);

        Told(server).Should().Equal(("compliant", null), ("drift", "compliant"), ("compliant", "drift"));
        same.Error.Should().BeEmpty();
        var drift = JsonNode.Parse(server.Posts[1].Body)!;
        ((string)drift["findings"]![0]!["standing"]!).Should().Be("new");
        ((string)drift["title"]!).Should().StartWith("DRIFT: pve1: ").And.Contain(" new, ");
        JsonNode.Parse(server.Posts[2].Body)!["findings"]!.AsArray().Should().Contain(finding => (string?)finding!["standing"] == "resolved");
    }

    [Fact]
    public async Task What_did_not_arrive_is_told_by_the_next_run_though_nothing_changed_since()
    {
        await using var server = HttpServer.Run("200 OK", "400 no", "200 OK");
        Write(Webhook("phone", server.Port));

        await CheckAsync("compliant", 23);
        var failed = await CheckAsync("drifted", 24, "-o", $"json:{folder.PathOf("report.json")}");
        await CheckAsync("drifted", 25);
        await CheckAsync("drifted", 26);

        failed.ExitCode.Should().Be(ExitCode.Findings, "the verdict stands, told or not");
        failed.Error.Should().Contain("\"phone\" was not told: localhost refuses (HTTP 400)");
        File.Exists(folder.PathOf("report.json")).Should().BeTrue();
        Told(server).Should().Equal(("compliant", null), ("drift", "compliant"), ("drift", "compliant"));
        var shown = await CommandRun.OfAsync(["history", "show", "2", "--history", History], token: null);
        shown.Output.Should().Contain("told: phone failed: localhost refuses (HTTP 400)");
        JsonNode.Parse((await CommandRun.OfAsync(["history", "show", "2", "--history", History, "-o", "json"], token: null)).Output)!.ToJsonString()
            .Should().Contain("\"state\":\"failed\"");
    }

    [Fact]
    public async Task A_run_that_nobody_was_told_of_hides_no_change()
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port));

        await CheckAsync("compliant", 23);
        await RunAsync("drifted", "--history", History, "--as-of", "2026-11-23T08:24:00Z");
        await CheckAsync("drifted", 25);

        Told(server).Should().Equal(("compliant", null), ("drift", "compliant"));
    }

    [Theory]
    [InlineData("drift", 1)]
    [InlineData("always", 2)]
    public async Task More_is_told_when_asked_for_and_needs_no_history(string when, int times)
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port, when));

        await RunAsync("drifted", "--notify");
        await RunAsync("compliant", "--notify");

        server.Posts.Should().HaveCount(times);
    }

    [Fact]
    public async Task With_a_baseline_what_is_new_to_it_is_told()
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port));
        var baseline = folder.PathOf("baseline.json");
        await CommandRun.OfAsync(["baseline", "-p", folder.Path, "--inventory", Samples.Inventory("compliant"), "-o", baseline], token: null);

        await RunAsync("compliant", "--notify", "--baseline", baseline);
        server.Posts.Should().BeEmpty();
        await RunAsync("drifted", "--notify", "--baseline", baseline);
        server.Posts.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("", "has no notifications.yaml")]
    [InlineData("changed", "nothing says what it was: give --history FILE, or --baseline FILE, or write when: always")]
    public async Task What_cannot_work_is_said_before_anything_is_judged(string when, string because)
    {
        if (when.Length > 0)
        {
            Write(Webhook("phone", 1, when));
        }

        (await RunAsync("drifted", "--notify")).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Fact]
    public async Task A_part_of_the_policy_is_not_told()
    {
        Write(Webhook("phone", 1, "always"));

        (await RunAsync("drifted", "--notify", "--rule", "BKP104")).ShouldFailWith(ExitCode.BadInput, "leave --rule and --phase out");
    }

    [Fact]
    public async Task A_run_that_could_not_assess_is_told_whatever_the_channel_asks_for()
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port));

        var run = await CommandRun.OfAsync(
            ["check", "-p", folder.Path, "--url", "https://127.0.0.1:1", "--history", History, "--notify", "--timeout", "5"], token: "audit@pve!t=00000000-0000-0000-0000-000000000000");

        run.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        ((string)JsonNode.Parse(server.Posts.Single().Body)!["verdict"]!).Should().Be("not-assessed");
        server.Posts.Single().Body.Should().NotContain("00000000-0000");
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_keeps_nobody_from_being_told()
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port, "always"));

        (await RunAsync("drifted", "--notify", "-o", $"json:{folder.Path}")).ExitCode.Should().Be(ExitCode.BadInput);
        server.Posts.Should().HaveCount(1);
    }

    [Fact]
    public async Task Nothing_is_sent_without_being_asked_for()
    {
        await using var server = HttpServer.Run("200 OK");
        Write(Webhook("phone", server.Port, "always"));

        await RunAsync("drifted");
        server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task Secrets_are_in_no_output_no_report_and_no_history()
    {
        await using var server = HttpServer.Run("401 hunter2-token");
        Write(Webhook("phone", server.Port, "always", "token: { env: TOKEN }") + $"  - {{ name: chat, format: slack, url: {{ file: {folder.File("url", "https://127.0.0.1:1/services/hunter2-url\n")} }}, when: always }}\n");

        foreach (var log in (string[][])[[], ["--log", "plain"], ["--log", "json"]])
        {
            var run = await CommandRun.OfAsync(
                ["check", "-p", folder.Path, "--inventory", Samples.Inventory("drifted"), "--history", History, "--notify", "-o", "json", .. log], name => name == "TOKEN" ? "hunter2-token" : null);

            server.Posts[^1].Headers["Authorization"].Should().Equal("Bearer hunter2-token");
            run.Output.Should().NotContain("hunter2");
            run.Error.Should().NotContain("hunter2").And.Contain("was not told: cannot reach 127.0.0.1, port 1").And.Contain("refuses the token");
        }

        System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(History)).Should().NotContain("hunter2").And.Contain("refuses the token");
    }

    [Fact]
    public async Task A_test_says_of_each_channel_what_became_of_it()
    {
        await using var good = HttpServer.Run("200 OK");
        await using var bad = HttpServer.Run("404 no");
        Write(Webhook("good", good.Port) + Entry("bad", bad.Port));

        var both = await NotifyAsync("--test");
        var one = await NotifyAsync("--test", "--channel", "good");

        both.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        both.Error.Should().Be("told good\npve-compliance: \"bad\" was not told: localhost knows no such address (HTTP 404)\n");
        (one.ExitCode, one.Error).Should().Be((ExitCode.Compliant, "told good\n"));
        ((string)JsonNode.Parse(good.Posts[0].Body)!["verdict"]!).Should().Be("test");
        (await NotifyAsync("--test", "--channel", "other")).ShouldFailWith(ExitCode.BadInput, "there is no such channel; there are good, bad.");
        (await NotifyAsync()).ShouldFailWith(ExitCode.BadInput, "--test");
    }

    [Fact]
    public async Task Lint_refuses_a_secret_and_does_not_show_it()
    {
        Write("webhooks:\n  - { name: chat, format: slack, url: https://hooks.slack.example/hunter2 }\n");

        foreach (var format in (string[])["text", "json", "sarif", "junit", "gitlab", "github"])
        {
            var run = await CommandRun.OfAsync(["lint", folder.Path, "-o", format], token: null);
            run.ExitCode.Should().Be(ExitCode.BadInput);
            (run.Output + run.Error).Should().Contain("POL281").And.NotContain("hunter2");
        }
    }

    public void Dispose() => folder.Dispose();

    private static List<(string Verdict, string? Before)> Told(HttpServer server)
        => [.. server.Posts.Select(post => JsonNode.Parse(post.Body)!).Select(post => ((string)post["verdict"]!, (string?)post["previousVerdict"]))];

    private static string Webhook(string name, int port, string when = "changed", string more = "") => "webhooks:\n" + Entry(name, port, when, more);

    private static string Entry(string name, int port, string when = "changed", string more = "")
        => string.Create(CultureInfo.InvariantCulture, $"  - {{ name: {name}, format: json, url: \"http://localhost:{port}/x\", when: {when}{(more.Length == 0 ? "" : $", {more}")} }}\n");

    private void Write(string notifications)
    {
        CopyPolicy();
        folder.File("notifications.yaml", notifications);
    }

    private void CopyPolicy()
    {
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
    }

    private Task<CommandRun> CheckAsync(string estate, int minute, params string[] more)
        => RunAsync(estate, ["--history", History, "--notify", "--quiet", "--as-of", $"2026-11-23T08:{minute}:00Z", .. more]);

    private Task<CommandRun> RunAsync(string estate, params string[] more)
    {
        CopyPolicy();
        return CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory(estate), .. more], token: null);
    }

    private Task<CommandRun> NotifyAsync(params string[] more) => CommandRun.OfAsync(["notify", "-p", folder.Path, .. more], token: null);
}
