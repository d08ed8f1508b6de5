using System.Text;
using Compliance.Cli.Tests.Formats;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>lint --fix</c> at a prompt: what is shown, what is asked, what is written, and how it ends.</summary>
public sealed class LintFixTests : IDisposable
{
    private const string Good = """
        name: small
        backup:
          target: local-backup   # größe 😀
          mode: snapshot
          compression: zstd
        tiers:
          - tier: 1
            title: Core
            guests: { tags: [tier1] }
            schedule: daily
            retention: { keep-daily: 7 }
        storages:
          - id: local-backup

        """;

    private const string Diff = """
        --- a/policy.yaml
        +++ b/policy.yaml
        @@ -1,13 +1,13 @@
         name: small
         backup:
        -  storage: local-backup   # größe 😀
        -  mode: Snapshot
        +  target: local-backup   # größe 😀
        +  mode: snapshot
           compression: zstd
         tiers:
           - tier: 1
             title: Core
             guests: { tags: [tier1] }
             schedule: daily
        -    retention: { keep-dialy: 7 }
        +    retention: { keep-daily: 7 }
         storages:
           - id: local-backup

        """;

    private static readonly string Passed =
        $"policy \"small\": 1 tier, {Policies.RuleSetLoader.BuiltIn.Rules.Length} rules (0 of its own, 0 off), 0 cases, 0 warnings, no errors\n";

    private static readonly string Bad = Good.Replace("target:", "storage:").Replace("mode: snapshot", "mode: Snapshot").Replace("keep-daily", "keep-dialy");

    private readonly TemporaryFolder _folder = new();

    private string Policy => _folder.PathOf("policy.yaml");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_terminal_the_diff_is_shown_and_nothing_is_written()
    {
        _folder.File("policy.yaml", Bad);
        var plain = await RunAsync([]);
        var run = await RunAsync(["--fix"]);

        run.Output.Should().Be(Diff + plain.Output);
        run.Error.Should().Be("lint --fix: nothing was written; add --yes to make 3 changes in 1 file\n");
        (run.ExitCode, File.ReadAllText(Policy)).Should().Be((ExitCode.BadInput, Bad));
    }

    [Fact]
    public async Task With_yes_it_is_written_and_what_is_left_is_told()
    {
        _folder.File("policy.yaml", Bad);
        var run = await RunAsync(["--fix", "--yes"]);

        run.Output.Should().Be(Diff + Passed);
        run.Error.Should().Be("changed policy.yaml: 3 problems fixed\n");
        (run.ExitCode, File.ReadAllText(Policy)).Should().Be((ExitCode.Compliant, Good));
        Directory.GetFiles(_folder.Path).Should().ContainSingle("what is unfinished goes away");

        var again = await RunAsync(["--fix", "--yes"]);
        (again.ExitCode, again.Output, again.Error).Should().Be((ExitCode.Compliant, Passed, "lint --fix: there is nothing that is safe to change\n"));
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData(" YES ", true)]
    [InlineData("", false)]
    [InlineData("n", false)]
    [InlineData("yep", false)]
    [InlineData(null, false)]
    public async Task On_a_terminal_it_asks(string? answer, bool isWritten)
    {
        _folder.File("policy.yaml", Bad);
        var run = await RunAsync(["--fix"], ask: () => answer, width: 80);

        run.Output.Should().StartWith(Diff);
        run.Error.Should().Be("Make 3 changes in 1 file? [y/N] " + (isWritten ? "changed policy.yaml: 3 problems fixed\n" : "lint --fix: nothing was written\n"));
        (run.ExitCode, File.ReadAllText(Policy)).Should().Be(isWritten ? (ExitCode.Compliant, Good) : (ExitCode.BadInput, Bad));
    }

    [Fact]
    public async Task Who_is_asked_sees_the_diff_wherever_stdout_goes()
    {
        _folder.File("policy.yaml", Bad);
        var run = await RunAsync(["--fix"], ask: () => "n", width: null);

        run.Error.Should().StartWith(Diff + "Make 3 changes");
    }

    [Fact]
    public async Task A_document_for_machines_has_stdout_to_itself()
    {
        _folder.File("policy.yaml", Bad);
        var plain = await RunAsync(["-o", "json"]);
        var run = await RunAsync(["--fix", "-o", "json"]);

        run.Output.Should().Be(plain.Output).And.Contain("\"edit\": {\n        \"line\": 3,\n        \"column\": 3,\n        \"endLine\": 3,\n        \"endColumn\": 10,\n        \"text\": \"target\"\n      }");
        run.Error.Should().StartWith(Diff);
    }

    [Fact]
    public async Task What_is_not_changed_is_told_with_the_reason_and_keeps_the_exit_code()
    {
        _folder.File("policy.yaml", Bad.Replace("keep-dialy: 7", "keep-dialy: seven"));
        var run = await RunAsync(["--fix", "--yes"]);

        run.Error.Should().Be(
            "policy.yaml:11:18 POL012 not changed: then POL015 would follow at policy.yaml:11:30: \"keep-daily\" must be a whole number, not the text \"seven\"\n"
            + "changed policy.yaml: 2 problems fixed\n");
        run.ExitCode.Should().Be(ExitCode.BadInput);
        File.ReadAllText(Policy).Should().Be(Good.Replace("keep-daily: 7", "keep-dialy: seven"));
    }

    [Fact]
    public async Task Bytes_outside_the_changes_and_permissions_stay()
    {
        static byte[] Written(string text) => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n").Replace("daily\r\n", "daily \t\r")[..^2])];
        await File.WriteAllBytesAsync(Policy, Written(Bad));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Policy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherRead);
        }

        (await RunAsync(["--fix", "--yes"])).ExitCode.Should().Be(ExitCode.Compliant);

        File.ReadAllBytes(Policy).Should().Equal(Written(Good));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Policy).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherRead);
        }
    }

    [SkippableFact]
    public async Task A_link_is_not_changed_and_the_other_file_is()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need rights there");
        var elsewhere = _folder.File("elsewhere/real.yaml", Bad);
        File.CreateSymbolicLink(Policy, elsewhere);
        _folder.File("waivers.yaml", "- { rule: BKP305, subjects: [qemu/101], owner: anna, raeson: ordered, made: 2026-11-23, expires: 2027-01-31 }\n");
        var run = await RunAsync(["--fix", "--yes"]);

        run.Error.Should().Contain($"pve-compliance: policy.yaml was not changed: \"policy.yaml\" is a link to \"{elsewhere}\"; run lint --fix where the file itself is\n");
        run.ExitCode.Should().Be(ExitCode.BadInput);
        File.ReadAllText(elsewhere).Should().Be(Bad);
        File.ReadAllText(_folder.PathOf("waivers.yaml")).Should().Contain("reason: ordered");
    }

    [SkippableFact]
    public async Task Nothing_is_changed_behind_a_link_to_a_folder()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need rights there");
        const string Waiver = "- { rule: BKP305, subjects: [qemu/101], owner: anna, raeson: ordered, made: 2026-11-23, expires: 2027-01-31 }\n";
        using var other = new TemporaryFolder();
        var elsewhere = other.File("waivers.yaml", Waiver);
        _folder.File("policy.yaml", Good + "locations: { waivers: linked/waivers.yaml }\n");
        Directory.CreateSymbolicLink(_folder.PathOf("linked"), other.Path);
        var run = await RunAsync(["--fix", "--yes"]);

        run.Error.Should().Be($"pve-compliance: linked/waivers.yaml was not changed: \"linked\" is a link to \"{other.Path}\"; run lint --fix where the file itself is\n");
        (run.ExitCode, File.ReadAllText(elsewhere)).Should().Be((ExitCode.BadInput, Waiver));
        Directory.GetFiles(other.Path).Should().ContainSingle();
    }

    [Fact]
    public async Task A_file_that_is_read_only_is_not_changed()
    {
        _folder.File("policy.yaml", Bad);
        File.SetAttributes(Policy, FileAttributes.ReadOnly);
        var run = await RunAsync(["--fix", "--yes"]);

        run.Error.Should().Be("pve-compliance: policy.yaml was not changed: it is read-only; allow writing to it first (chmod u+w)\n");
        (run.ExitCode, File.ReadAllText(Policy)).Should().Be((ExitCode.BadInput, Bad));
    }

    [Fact]
    public async Task A_file_that_changed_while_somebody_thought_is_not_changed()
    {
        _folder.File("policy.yaml", Bad);
        var run = await RunAsync(["--fix"], width: 80, ask: () =>
        {
            File.WriteAllText(Policy, Bad.Replace("Core", "Cone"));
            return "y";
        });

        run.Error.Should().EndWith("pve-compliance: policy.yaml was not changed: it changed since it was read; run lint --fix again\n");
        (run.ExitCode, File.ReadAllText(Policy)).Should().Be((ExitCode.BadInput, Bad.Replace("Core", "Cone")));
    }

    [Fact]
    public async Task A_policy_file_may_be_given_itself()
    {
        var policy = _folder.File("infra/other.yaml", Bad);
        var run = await CommandRun.OfAsync(["lint", policy, "--fix", "--yes"], token: null);

        run.Error.Should().Be("changed other.yaml: 3 problems fixed\n");
        File.ReadAllText(policy).Should().Be(Good);
    }

    [SkippableFact]
    public async Task What_is_shown_is_a_diff_that_git_applies()
    {
        var git = Shell.Find("git");
        Skip.If(git is null, "git is not installed");
        _folder.File("policy.yaml", Bad);
        _folder.File("fix.patch", (await RunAsync(["--fix", "-o", "json"])).Error.Split("lint --fix:")[0]);
        var (exitCode, output) = await Shell.RunAsync(git, ["apply", "--whitespace=nowarn", "fix.patch"], _folder.Path);

        exitCode.Should().Be(0, output);
        File.ReadAllText(Policy).Should().Be(Good);
    }

    [Fact]
    public async Task Yes_alone_is_refused()
    {
        _folder.File("policy.yaml", Bad);
        (await RunAsync(["--yes"])).ShouldFailWith(ExitCode.BadInput, "--yes says what to do with the changes of --fix: give both, or neither.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no/such/folder")]
    public async Task Where_there_is_no_policy_there_is_nothing_to_change(string folder)
    {
        var run = await CommandRun.OfAsync(["lint", folder, "--fix", "--yes"], token: null);

        run.ExitCode.Should().Be(ExitCode.BadInput);
        run.Output.Should().Contain("POL001");
    }

    private async Task<CommandRun> RunAsync(string[] args, Func<string?>? ask = null, int? width = null)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, IsInteractive: ask is not null, UseColor: false, width, TimeProvider.System, _ => null) { Ask = ask };
        var code = await CommandLine.RunAsync(["lint", _folder.Path, .. args], terminal);
        return new CommandRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
