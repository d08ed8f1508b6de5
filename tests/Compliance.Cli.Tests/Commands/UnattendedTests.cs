using System.Diagnostics;
using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Formats;
using Compliance.LoopbackProxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Runs that nobody looks at: one at a time, events on stderr, what monitoring reads, and the units that start them.</summary>
public sealed class UnattendedTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Lock => folder.PathOf("lock");

    [Fact]
    public async Task A_second_run_says_who_holds_the_lock_and_does_nothing()
    {
        using (RunLock.Take(Lock, TimeProvider.System))
        {
            (await CheckAsync("drifted", "--lock", Lock)).ShouldFailWith(ExitCode.CouldNotAssess, $"another run (process {Environment.ProcessId}, since 2");
        }

        (await CheckAsync("compliant", "--lock", Lock)).ExitCode.Should().Be(ExitCode.Compliant);
        (await CheckAsync("compliant", "--lock", Lock)).ExitCode.Should().Be(ExitCode.Compliant, "a lock ends with its run");
    }

    [SkippableFact]
    public async Task A_lock_of_another_process_holds_and_one_that_was_killed_does_not()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "flock is not installed");
        await File.WriteAllTextAsync(Lock, "");
        using var other = Process.Start(new ProcessStartInfo("/usr/bin/flock", ["--close", Lock, "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        await other.StandardOutput.ReadLineAsync();

        var held = await CheckAsync("compliant", "--lock", Lock);
        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync();
        var free = await CheckAsync("compliant", "--lock", Lock);

        held.ShouldFailWith(ExitCode.CouldNotAssess, "another run holds");
        free.ExitCode.Should().Be(ExitCode.Compliant, free.Error);
    }

    [Fact]
    public async Task A_file_that_a_dead_process_left_does_not_block()
    {
        await File.WriteAllTextAsync(Lock, "process 1\n");
        await File.WriteAllTextAsync(Lock + ".holder", "process 1\n");

        (await CheckAsync("compliant", "--lock", Lock)).ExitCode.Should().Be(ExitCode.Compliant);
        File.Exists(Lock + ".holder").Should().BeFalse();
    }

    [Fact]
    public async Task A_lock_that_cannot_be_made_is_a_fault_and_no_lock()
        => (await CheckAsync("compliant", "--lock", folder.PathOf("none/lock"))).ShouldFailWith(ExitCode.BadInput, "--lock: cannot use");

    [Fact]
    public async Task Collect_holds_a_lock_too()
    {
        using var held = RunLock.Take(Lock, TimeProvider.System);

        (await CommandRun.OfAsync(["collect", "--url", "https://127.0.0.1:1", "--lock", Lock], token: "t@pve!t=00000000-0000-0000-0000-000000000000")).ShouldFailWith(ExitCode.CouldNotAssess, "holds");
    }

    [Fact]
    public async Task Quiet_says_nothing_at_all_when_compliant_and_everything_else_otherwise()
    {
        var quiet = await CheckAsync("compliant", "--quiet", "-o", "text", "-o", $"html:{folder.PathOf("r.html")}", "--history", folder.PathOf("h.db"));
        var drifted = await CheckAsync("drifted", "--quiet");

        (quiet.ExitCode, quiet.Output, quiet.Error).Should().Be((ExitCode.Compliant, "", ""));
        File.Exists(folder.PathOf("r.html")).Should().BeTrue();
        drifted.Output.Should().StartWith("DRIFT");
    }

    [Theory]
    [InlineData("compliant", 0, "OK")]
    [InlineData("drifted", 2, "CRITICAL")]
    public async Task A_plugin_exits_as_its_line_says(string estate, int state, string word)
    {
        var run = await CheckAsync(estate, "-o", "nagios", "--quiet");

        run.ExitCode.Should().Be(state);
        run.Output.Should().StartWith($"BACKUP POLICY {word} - pve1: ").And.EndWith("\n");
        run.Output.Trim().Should().NotContain("\n");
    }

    [Fact]
    public async Task Into_a_file_the_line_changes_no_exit_code()
        => (await CheckAsync("drifted", "-o", $"nagios:{folder.PathOf("n")}")).ExitCode.Should().Be(ExitCode.Findings);

    [Fact]
    public async Task A_plugin_that_could_not_assess_says_so_on_stdout()
    {
        var unreachable = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--url", "https://127.0.0.1:1", "-o", "nagios"], token: "t@pve!t=00000000-0000-0000-0000-000000000000");
        var missing = await CheckAsync("nothing", "-o", "nagios");
        folder.File("policy.yaml", "name: x\n");
        var broken = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("compliant"), "-o", "nagios"], token: null);

        var full = await CheckAsync("compliant", "-o", "nagios", "-o", $"html:{folder.Path}");

        foreach (var run in (CommandRun[])[unreachable, missing, broken, full])
        {
            run.ExitCode.Should().Be(3);
            run.Output.Should().StartWith("BACKUP POLICY UNKNOWN - ");
            run.Output.Split('\n').Should().HaveCount(2);
        }
    }

    [Theory]
    [InlineData("prometheus")]
    [InlineData("nagios")]
    [InlineData("json")]
    public async Task A_report_that_is_written_anew_is_never_half_there(string format)
    {
        var file = folder.File("report", "the old one");
        var old = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await CheckAsync("drifted", "-o", $"{format}:{file}");

        // Whoever read the old one still does: another file took its name.
        using var reader = new StreamReader(old);
        (await reader.ReadToEndAsync()).Should().Be("the old one");
        (await File.ReadAllTextAsync(file)).Should().NotBe("the old one").And.EndWith("\n");
        Directory.GetFiles(folder.Path).Should().Equal(file);
    }

    [Fact]
    public async Task Each_event_is_a_document_of_its_own()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("drifted"));
        var token = server.Recording.Tokens["audit"];
        var run = await CommandRun.OfAsync(
            ["check", "-p", Samples.Policy, "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint, "--log", "json", "-o", $"json:{folder.PathOf("r.json")}", "--history", folder.PathOf("h.db")], token);

        var events = run.Error.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        events.Select(one => (string)one["message"]!).Should().Equal("judged the live state", "kept the run", "wrote a report");
        events.Should().OnlyContain(one => one.ContainsKey("time") && one.ContainsKey("level"));
        ((int)events[0]["exitCode"]!).Should().Be(1);
        run.Error.Should().NotContain(token.Split('=')[1]);
    }

    [Theory]
    [InlineData("plain", @"\A2[0-9T:.-]+Z error .*cannot read.*nothing.json")]
    [InlineData("json", @"\A\{""time"":""2[0-9T:.-]+Z"",""level"":""error"",""message"":"".*exitCode"":2\}\n\z")]
    public async Task What_ends_a_run_is_an_event(string form, string pattern)
        => (await CheckAsync("nothing", "--log", form)).Error.Should().MatchRegex(pattern.Replace("cannot read.*", "", StringComparison.Ordinal));

    [Fact]
    public async Task Problems_of_the_policy_are_events_with_their_places()
    {
        folder.File("policy.yaml", "nmae: x\n");
        var run = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("compliant"), "--log", "json"], token: null);

        var first = JsonNode.Parse(run.Error.Split('\n')[0])!;
        ((string)first["file"]!, (int)first["line"]!, (string)first["level"]!).Should().Be(("policy.yaml", 1, "error"));
        run.Error.TrimEnd('\n').Split('\n').Should().OnlyContain(line => line.StartsWith('{') && line.EndsWith('}'));
    }

    [SkippableFact]
    public async Task Units_of_the_sample_are_what_systemd_understands_and_hardened()
    {
        Skip.IfNot(File.Exists("/usr/bin/systemd-analyze") && File.Exists("/bin/bash"), "systemd-analyze is not installed");
        foreach (var unit in (string[])["service", "timer"])
        {
            folder.File($"pve-compliance-check.{unit}", Sample($"systemd/pve-compliance-check.{unit}").Replace("/opt/pve-compliance/pve-compliance", "/bin/true", StringComparison.Ordinal));
        }

        // It says what it does not understand, and succeeds all the same.
        var (exitCode, output) = await Shell.RunAsync(
            "/bin/bash", ["-c", "systemd-analyze verify --man=no ./pve-compliance-check.* 2>&1 | grep pve-compliance || true"], folder.Path, new Dictionary<string, string>());
        (exitCode, output).Should().Be((0, ""));
        var (security, table) = await Shell.RunAsync(
            "/bin/bash", ["-c", "systemd-analyze security --offline=true --threshold=15 ./pve-compliance-check.service"], folder.Path, new Dictionary<string, string>());
        security.Should().Be(0, table);
    }

    [Theory]
    [InlineData("systemd/pve-compliance-check.service", "ExecStart=")]
    [InlineData("cron/pve-compliance", "0 7 * * *  pve-compliance  ")]
    public async Task The_sample_starts_what_there_is(string sample, string before)
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        var token = folder.File("pve-token", server.Recording.Tokens["audit"] + "\n");
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        Samples.CopyRecords(folder);
        folder.File("notifications.yaml", "webhooks: [{ name: phone, format: json, url: \"http://localhost:1/\" }]\n");
        var start = Sample(sample).Split('\n').Single(line => line.StartsWith(before, StringComparison.Ordinal))[before.Length..];
        start = start.Replace("https://pve1.example.org:8006", server.Url.AbsoluteUri, StringComparison.Ordinal)
            .Replace("/etc/pve-compliance/pve-token", token, StringComparison.Ordinal).Replace("%d/pve-token", token, StringComparison.Ordinal)
            .Replace("/etc/pve-compliance/policy", folder.Path, StringComparison.Ordinal)
            .Replace("%S/pve-compliance", folder.Path, StringComparison.Ordinal).Replace("/var/lib/pve-compliance", folder.Path, StringComparison.Ordinal);

        var run = await CommandRun.OfAsync([.. start.Split(' ')[1..], "--fingerprint", server.Fingerprint], token: null);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        File.Exists(folder.PathOf("history.db")).Should().BeTrue();
    }

    [Fact]
    public void The_container_runs_as_nobody_in_particular_and_holds_no_secret()
    {
        var last = Sample("container/Containerfile").Split("\nFROM ")[^1];

        last.Should().MatchRegex(@"\nUSER [1-9][0-9]+:[1-9][0-9]+\n").And.Contain("ENTRYPOINT [\"/opt/pve-compliance/pve-compliance\"]").And.NotContain("ENV ").And.NotContain("ARG ");
    }

    public void Dispose() => folder.Dispose();

    private static string Sample(string name) => Repository.Read($"samples/{name}");

    private static Task<CommandRun> CheckAsync(string estate, params string[] more)
        => CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory(estate), .. more], token: null);
}
