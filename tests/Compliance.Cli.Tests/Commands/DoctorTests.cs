using System.Text.RegularExpressions;
using Compliance.LoopbackProxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>doctor</c>: which rules a token leaves blind, and the line that opens their eyes.</summary>
public sealed partial class DoctorTests
{
    [SkippableTheory]
    [InlineData("compliant", "audit", ExitCode.Compliant)]
    [InlineData("cluster", "audit", ExitCode.CouldNotAssess)]
    [InlineData("drifted", "none", ExitCode.CouldNotAssess)]
    [InlineData("drifted", "plus", ExitCode.Compliant)]
    [InlineData("drifted", "backup", ExitCode.CouldNotAssess)]
    public async Task Diagnosis_is_the_approved_one(string estate, string token, int exitCode)
    {
        await using var server = await ReplayServer.StartAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)));

        var run = await DoctorAsync(server, token);

        run.ExitCode.Should().Be(exitCode, run.Error);
        Approved.Verify(Timeless(run.Output, server), $"tests/Compliance.Cli.Tests/goldens/doctor/{estate}.{token}.txt");
    }

    [SkippableTheory]
    [InlineData("none")]
    [InlineData("backup")]
    public async Task It_never_asks_for_more_than_to_read(string token)
    {
        await using var server = await ReplayServer.StartAsync(Shared.Require(Path.Combine(Shared.Recordings, "drifted")));

        var run = await DoctorAsync(server, token);

        Grants().Matches(run.Output).Select(match => match.Groups[1].Value).Should().NotBeEmpty().And.OnlyContain(role => role == "PVEAuditor");
        server.OtherMethods.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_cluster_there_is_nothing_to_examine()
        => (await CommandRun.OfAsync(["doctor", "-p", Samples.Policy], token: null)).ShouldFailWith(ExitCode.BadInput, "no cluster to examine: give --url https://HOST:8006.");

    [Fact]
    public async Task A_wrong_token_is_told_as_everywhere()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("drifted"));

        var run = await CommandRun.OfAsync(
            ["doctor", "-p", Samples.Policy, "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint], "audit@pve!policy=wrong-secret");

        run.ShouldFailWith(ExitCode.CouldNotAssess, "token");
    }

    private static Task<CommandRun> DoctorAsync(ReplayServer server, string token) => CommandRun.OfAsync(
        ["doctor", "-p", Samples.Policy, "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint], server.Recording.Tokens[token]);

    private static string Timeless(string output, ReplayServer server)
        => Seconds().Replace(output.Replace(server.Url.GetLeftPart(UriPartial.Authority), "https://pve1:8006", StringComparison.Ordinal), "0.0 s");

    [GeneratedRegex(@"[0-9]+\.[0-9] s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"--roles (\S+)")]
    private static partial Regex Grants();
}
