using System.Text.Json;
using Compliance.LoopbackProxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary>A live check over HTTPS against the recorded answers of the real API.</summary>
public sealed class LiveCheckTests
{
    public static TheoryData<string, string> EstatesAndTokens
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var estate in (string[])["compliant", "drifted", "cluster", "large"])
            {
                foreach (var token in (string[])["audit", "plus", "none", "backup"])
                {
                    rows.Add(estate, token);
                }
            }

            return rows;
        }
    }

    [Theory]
    [InlineData("compliant", 0)]
    [InlineData("drifted", 1)]
    public async Task Sample_recordings_are_judged_as_their_inventories(string estate, int exitCode)
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording(estate));
        var live = await CheckAsync(server, "audit", "json");
        var file = await CommandRun.OfAsync(
            ["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory(estate), "-o", "json", "--as-of", AsOf(server)], token: null);

        live.ExitCode.Should().Be(exitCode, live.Error);
        file.Output.Should().Be(live.Output);
        server.OtherMethods.Should().BeEmpty("the client only ever sends GET");
    }

    [SkippableTheory]
    [MemberData(nameof(EstatesAndTokens))]
    public async Task Checking_live_and_checking_the_collected_file_give_the_same_bytes(string estate, string token)
    {
        await using var server = await ReplayServer.StartAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)));
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("inventory.json");
        var collected = await CommandRun.OfAsync([.. Connection("collect", server), "-o", file], server.Recording.Tokens[token]);
        collected.ExitCode.Should().Be(0, collected.Error);

        foreach (var format in (string[])["json", "text", "md", "html"])
        {
            var live = await CheckAsync(server, token, format);
            var read = await CommandRun.OfAsync(
                ["check", "--policy", Samples.Policy, "--inventory", file, "-o", format, "--as-of", AsOf(server)], token: null);
            read.Output.Should().Be(live.Output);
            read.ExitCode.Should().Be(live.ExitCode);
        }
    }

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    [InlineData("cluster")]
    [InlineData("large")]
    public async Task Token_without_rights_is_never_green(string estate)
    {
        await using var server = await ReplayServer.StartAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)));
        var run = await CheckAsync(server, "none", "json");
        run.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("verdict").GetString().Should().Be("unknown");
        run.Output.Should().Contain("needs ");
    }

    [Fact]
    public async Task Wrong_token_is_one_line_and_exit_code_3()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        var run = await CommandRun.OfAsync([.. Connection("check", server), "--policy", Samples.Policy], "audit@pve!policy=wrong-secret");
        run.ShouldFailWith(ExitCode.CouldNotAssess, "token");
        run.Error.Should().NotContain("wrong-secret");
    }

    [Fact]
    public async Task Wrong_fingerprint_is_one_line_and_exit_code_3()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        var wrong = string.Concat(Enumerable.Repeat("AB", 32));
        var run = await CommandRun.OfAsync(
            ["check", "--policy", Samples.Policy, "--url", server.Url.AbsoluteUri, "--fingerprint", wrong], server.Recording.Tokens["audit"]);
        run.ShouldFailWith(ExitCode.CouldNotAssess, "certificate");
    }

    [Fact]
    public async Task Unverified_certificate_is_refused()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        var run = await CommandRun.OfAsync(["check", "--policy", Samples.Policy, "--url", server.Url.AbsoluteUri], server.Recording.Tokens["audit"]);
        run.ShouldFailWith(ExitCode.CouldNotAssess, "certificate");
    }

    [Fact]
    public async Task Server_that_is_not_Proxmox_is_one_line_and_exit_code_3()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        server.Override("/version", new Fault { Status = 200, Body = "<html><body>router login</body></html>"u8.ToArray() });
        var run = await CommandRun.OfAsync([.. Connection("check", server), "--policy", Samples.Policy], server.Recording.Tokens["audit"]);
        run.ShouldFailWith(ExitCode.CouldNotAssess, "Proxmox");
    }

    private static Task<CommandRun> CheckAsync(ReplayServer server, string token, string format)
        => CommandRun.OfAsync(
            [.. Connection("check", server), "--policy", Samples.Policy, "-o", format, "--as-of", AsOf(server)], server.Recording.Tokens[token]);

    private static string[] Connection(string command, ReplayServer server)
        => [command, "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint];

    private static string AsOf(ReplayServer server) => $"{server.Recording.RecordedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
