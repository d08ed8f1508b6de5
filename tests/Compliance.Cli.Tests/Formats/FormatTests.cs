using System.Text;
using Compliance.Cli.Tests.Commands;

namespace Compliance.Cli.Tests.Formats;

/// <summary>The formats that forges read, of the sample as it is, broken, and of a drifted estate.</summary>
public sealed class FormatTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in Reporting.LintFormats.Names)
            {
                foreach (var what in (string[])["lint-clean", "lint-broken", "check-compliant", "check-drifted"])
                {
                    all.Add(format, what);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Report_of_the_sample_is_the_approved_one(string format, string what)
    {
        using var source = Source(isBroken: what == "lint-broken");
        var (exitCode, output) = await RunAsync([.. Arguments(what, source), "-o", format]);

        exitCode.Should().Be(ExitCodeOf(what));
        Approved.Verify(output, $"tests/Compliance.Cli.Tests/goldens/formats/{what}.{format}");
    }

    [Theory]
    [InlineData("lint-clean")]
    [InlineData("lint-broken")]
    [InlineData("check-compliant")]
    [InlineData("check-drifted")]
    public async Task Several_formats_in_one_run_are_those_of_single_runs(string what)
    {
        using var source = Source(isBroken: what == "lint-broken");
        string[] toFiles = ["sarif", "junit", "gitlab", "json", "text"];
        var (exitCode, output) = await RunAsync([.. Arguments(what, source), "-o", "github", .. toFiles.SelectMany(format => (string[])["-o", $"{format}:{source.PathOf($"out/{format}")}"])]);

        exitCode.Should().Be(ExitCodeOf(what));
        output.Should().Be((await RunAsync([.. Arguments(what, source), "-o", "github"])).Output);
        foreach (var format in toFiles)
        {
            (await File.ReadAllTextAsync(source.PathOf($"out/{format}"))).Should().Be((await RunAsync([.. Arguments(what, source), "-o", format])).Output);
        }

        Directory.GetFiles(source.PathOf("out")).Should().HaveCount(toFiles.Length, "what is unfinished goes away");
    }

    [Theory]
    [InlineData("lint", "-o", "sarif", "-o", "github", "two reports cannot both go to stdout")]
    [InlineData("lint", "-o", "pdf", "-o", "text", "there is no format \"pdf\"; there are text, json, junit, github, gitlab, sarif")]
    [InlineData("lint", "-o", "html", "-o", "text", "there is no format \"html\"")]
    [InlineData("lint", "-o", "github:x", "-o", "text", "GitHub reads these commands from stdout")]
    [InlineData("check", "-o", "github:x", "-o", "text", "GitHub reads these commands from stdout")]
    [InlineData("lint", "-o", "sarif:", "-o", "text", "no file after the colon")]
    public async Task Outputs_that_cannot_be_are_refused_in_a_line(string command, string first, string second, string third, string fourth, string because)
        => (await CommandRun.OfAsync([command, first, second, third, fourth], token: null)).ShouldFailWith(ExitCode.BadInput, because);

    [Fact]
    public async Task A_file_that_cannot_be_written_is_an_error_and_no_pass()
    {
        using var source = Source(isBroken: false);
        var blocked = source.File("file", "x");
        var run = await CommandRun.OfAsync(["lint", source.PathOf("infra/backup"), "-o", $"sarif:{blocked}/x.sarif"], token: null);

        run.ShouldFailWith(ExitCode.BadInput, "cannot write");
    }

    [Fact]
    public async Task Without_git_paths_are_those_of_the_policy_folder()
    {
        using var source = Source(isBroken: true);
        Directory.Delete(source.PathOf(".git"));

        var (_, output) = await RunAsync(["lint", source.PathOf("infra/backup"), "-o", "github"]);

        output.Should().StartWith("::error file=policy.yaml,line=");
    }

    [Fact]
    public async Task A_worktree_begins_at_its_file_of_git_and_a_policy_may_have_another_name()
    {
        using var source = Source(isBroken: true);
        source.File("infra/.git", "gitdir: elsewhere\n");
        File.Move(source.PathOf("infra/backup/policy.yaml"), source.PathOf("infra/backup/homelab.yaml"));

        var (_, output) = await RunAsync(["lint", source.PathOf("infra/backup/homelab.yaml"), "-o", "github"]);

        output.Should().StartWith("::error file=backup/homelab.yaml,line=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no/such/folder")]
    public async Task A_policy_that_is_not_there_is_a_result_too(string folder)
    {
        foreach (var format in Reporting.LintFormats.Names)
        {
            var (exitCode, output) = await RunAsync(["lint", folder, "-o", format]);

            exitCode.Should().Be(ExitCode.BadInput);
            output.Should().Contain("POL001");
        }
    }

    /// <summary>The sample in a folder of a repository, as teams keep it.</summary>
    private static TemporaryFolder Source(bool isBroken)
    {
        var source = new TemporaryFolder();
        Directory.CreateDirectory(source.PathOf(".git"));
        var policy = Repository.Read("samples/homelab/policy.yaml");
        source.File("infra/backup/policy.yaml", isBroken
            ? policy.Replace("keep-daily: 7, keep-weekly: 4, keep-monthly: 3", "keep-dialy: 7, keep-weekly: 4x", StringComparison.Ordinal)
            : policy);
        foreach (var name in (string[])["runbook.md", "runbook.md.lock", "evidence/log-reviews.yaml"])
        {
            source.File($"infra/backup/{name}", Repository.Read($"samples/homelab/{name}"));
        }

        if (isBroken)
        {
            source.File("infra/backup/waivers.yaml", "waivers:\n  - rule: BKP104\n    owner: \"::error::x ]]>\"\n");
        }

        return source;
    }

    private static string[] Arguments(string what, TemporaryFolder source) => what.StartsWith("lint-", StringComparison.Ordinal)
        ? ["lint", source.PathOf("infra/backup")]
        : ["check", "--policy", source.PathOf("infra/backup"), "--inventory", Samples.Inventory(what["check-".Length..])];

    private static int ExitCodeOf(string what) => what switch
    {
        "lint-broken" => ExitCode.BadInput,
        "check-drifted" => ExitCode.Findings,
        _ => ExitCode.Compliant,
    };

    private static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyList<string> args)
    {
        using var output = new MemoryStream();
        var terminal = new Terminal(output, TextWriter.Null, IsInteractive: false, UseColor: false, Width: null, new StoppedClock(), _ => null);
        var code = await CommandLine.RunAsync(args, terminal);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 6, 9, 43, TimeSpan.Zero);
    }
}
