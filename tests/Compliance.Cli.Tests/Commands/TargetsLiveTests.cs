using System.Diagnostics;
using Compliance.LoopbackProxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Several live clusters, some of them out of order, over HTTPS against recorded answers.</summary>
public sealed class TargetsLiveTests : IDisposable
{
    private readonly TargetsRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Clusters_that_cannot_be_assessed_hide_none_of_the_others()
    {
        await using var well = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var drifted = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        await using var other = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        await using var hanging = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var gone = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        hanging.Latency = TimeSpan.FromMinutes(5);
        var refused = Live("refused", gone);
        await gone.DisposeAsync();
        run.Write(
            Live("hanging", hanging, ", timeout: 1"), Live("well", well), Live("pinned", other).Replace(other.Fingerprint, string.Join(':', Enumerable.Repeat("AB", 32))),
            refused, Live("drifted", drifted));
        var all = await run.CheckAsync("-o", $"json:{run.Folder.PathOf("r/")}", "-o", "json");

        var rows = TargetsRun.Rows(all);
        rows.Select(row => (string?)row!["name"]).Should().Equal("hanging", "well", "pinned", "refused", "drifted");
        rows.Select(row => (int)row!["exitCode"]!).Should().Equal(3, 0, 3, 3, 1);
        all.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        rows.Select(row => (string?)row!["fault"]).Where(fault => fault is not null).Should().SatisfyRespectively(
            fault => fault.Should().Contain("1 s"), fault => fault.Should().Contain("certificate"), fault => fault.Should().Contain("refused"));
        run.Report("well.json").Should().Be(await AloneAsync(well));
        run.Report("drifted.json").Should().Be(await AloneAsync(drifted));
        other.Requests.Should().BeEmpty("a server with another certificate is shown no token");
        well.OtherMethods.Concat(drifted.OtherMethods).Should().BeEmpty("the client only ever sends GET");
        all.Error.Should().NotContain(well.Recording.Tokens["audit"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task No_more_are_asked_at_once_than_allowed(int parallel)
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        server.Latency = TimeSpan.FromMilliseconds(20);
        run.Write([.. Enumerable.Range(1, 6).Select(number => Live($"c{number}", server))]);
        var all = await run.CheckAsync("--parallel", $"{parallel}", "-o", "json");

        all.ExitCode.Should().Be(ExitCode.Compliant, all.Error);
        Most(all.Error).Should().Be(parallel);
        TargetsRun.Rows(all).Select(row => (string?)row!["name"]).Should().Equal("c1", "c2", "c3", "c4", "c5", "c6");
    }

    [SkippableFact]
    public async Task An_interrupt_ends_all_of_them()
    {
        Skip.If(OperatingSystem.IsWindows(), "sends a signal");
        await using var server = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        server.Latency = TimeSpan.FromMinutes(5);
        run.Write(Live("one", server), Live("two", server), Live("three", server));
        using var program = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "pve-compliance"), ["check", "--targets", run.File, "--parallel", "2", "-o", $"html:{run.Folder.PathOf("r/")}"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var begun = 0;
        while (begun < 2 && await program.StandardError.ReadLineAsync() is { } line)
        {
            begun += line.Contains(": reading https://127.0.0.1:", StringComparison.Ordinal) ? 1 : 0;
        }

        // Not while policies are read: nothing waits for an answer then.
        for (var tries = 0; server.Connections < 2 && tries < 600; tries++)
        {
            await Task.Delay(50);
        }

        using var kill = Process.Start("/bin/kill", ["-INT", $"{program.Id}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await program.WaitForExitAsync(patience.Token);

        begun.Should().Be(2);
        program.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        (await program.StandardError.ReadToEndAsync(patience.Token)).Should().Be("pve-compliance: interrupted\n");
        Directory.Exists(run.Folder.PathOf("r")).Should().BeFalse("nothing is reported that was not judged");
    }

    // A line says when a target begins, another when it ends: the most that had begun and not ended.
    private static int Most(string error)
    {
        var (open, most) = (0, 0);
        foreach (var line in error.Split('\n'))
        {
            open += line.Contains(": reading ", StringComparison.Ordinal) ? 1 : line.EndsWith(", exit code 0", StringComparison.Ordinal) ? -1 : 0;
            most = Math.Max(most, open);
        }

        return most;
    }

    private static async Task<string> AloneAsync(ReplayServer server) => (await CommandRun.OfAsync(
        ["check", "--policy", Samples.Policy, "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint, "--as-of", TargetsRun.AsOf, "-o", "json"],
        server.Recording.Tokens["audit"])).Output;

    private string Live(string name, ReplayServer server, string more = "")
    {
        run.Folder.File($"{name}.token", server.Recording.Tokens["audit"]);
        return $"  - {{ name: {name}, urls: [\"{server.Url.AbsoluteUri}\"], token-file: {name}.token, fingerprint: \"{server.Fingerprint}\", policy: \"{Samples.Policy}\"{more} }}\n";
    }
}
