using Compliance.Cli.Tests.Commands;

namespace Compliance.Cli.Tests.Formats;

/// <summary>The completion scripts, each run by its shell, with candidates from the built program.</summary>
public sealed class CompletionTests
{
    // Takes the line as typed so far; a script of its own for each shell drives the completion function and prints candidates.
    private const string Bash = """
        source <(pve-compliance completion bash)
        COMP_LINE=$1 COMP_POINT=${#1}
        read -ra COMP_WORDS <<<"$1"
        [[ $1 == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _pve_compliance
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    private const string Zsh = """
        compdef() { registered=$2 }
        compset() { : }
        _files() { print -- FILES }
        compadd() { for candidate in "${candidates[@]}"; do [[ $candidate == $PREFIX* ]] && print -r -- $candidate; done }
        source <(pve-compliance completion zsh)
        [[ $registered == pve-compliance ]] || print "not registered"
        words=(${=1})
        [[ $1 == *' ' ]] && words+=('')
        CURRENT=${#words}
        PREFIX=${words[-1]}
        _pve_compliance
        true
        """;

    private const string Fish = """
        pve-compliance completion fish | source
        complete -C "$argv[1]" | string split -f1 \t
        true
        """;

    public static TheoryData<string, string, string[], string[]> Lines
    {
        get
        {
            var lines = new TheoryData<string, string, string[], string[]>();
            foreach (var shell in (string[])["bash", "zsh", "fish"])
            {
                lines.Add(shell, "", ["check", "lint", "completion", "explain"], ["--as-of", "/h", "-?"]);
                lines.Add(shell, "li", ["lint"], ["check"]);
                lines.Add(shell, "check --fail", ["--fail-on"], ["--policy"]);
                lines.Add(shell, "check --fail-on ", ["error", "warning", "info"], ["lint"]);
                lines.Add(shell, "check -o sa", ["sarif"], ["json"]);
                lines.Add(shell, "lint -o ", ["text", "json", "sarif", "junit", "github", "gitlab"], ["html"]);
                lines.Add(shell, "lint --", ["--fix", "--yes", "--output"], ["--policy"]);
                lines.Add(shell, "check --rule BKP91", ["BKP911", "BKP914"], ["BKP104"]);
                lines.Add(shell, "check --policy own --rule AC", ["ACME101"], ["BKP104"]);
                lines.Add(shell, "explain POL01", ["POL012"], ["POL001"]);
                lines.Add(shell, "completion ", ["bash", "zsh", "fish"], ["lint"]);
            }

            return lines;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Lines))]
    public async Task Candidates_are_those_that_fit(string shell, string typed, string[] wanted, string[] unwanted)
    {
        using var folder = new TemporaryFolder();
        OwnRule(folder);
        var candidates = await CompleteAsync(shell, $"pve-compliance {typed}", folder.Path);

        candidates.Should().Contain(wanted).And.NotContain(unwanted).And.NotContain("");
    }

    [SkippableTheory]
    [InlineData("bash", "check --policy ", new[] { "" })]
    [InlineData("bash", "check -o sarif:", new[] { "" })]
    [InlineData("zsh", "check --policy ", new[] { "FILES" })]
    [InlineData("zsh", "check -o sarif:", new[] { "FILES" })]
    [InlineData("fish", "check --policy ", new[] { "own/" })]
    [InlineData("fish", "check -o sarif:o", new[] { "sarif:own/" })]
    public async Task Where_a_file_is_wanted_files_are_completed(string shell, string typed, string[] expected)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("own"));
        (await CompleteAsync(shell, $"pve-compliance {typed}", folder.Path)).Should().Equal(expected);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Script_is_printed_and_nothing_else(string shell)
    {
        var run = await CommandRun.OfAsync($"completion {shell}");

        (run.ExitCode, run.Error).Should().Be((ExitCode.Compliant, ""));
        run.Output.Should().Be(Repository.Read($"src/Compliance.Cli/Completion/completion.{shell}"));
    }

    [Fact]
    public async Task A_shell_there_is_no_script_for_is_refused()
        => (await CommandRun.OfAsync("completion tcsh")).ShouldFailWith(ExitCode.BadInput, "tcsh");

    private static async Task<string[]> CompleteAsync(string shell, string line, string folder)
    {
        var program = Shell.Find(shell);
        Skip.If(program is null, $"{shell} is not installed");
        string[] args = shell switch
        {
            "bash" => ["--norc", "-c", Bash, "bash", line],
            "zsh" => ["-f", "-c", Zsh, "zsh", line],
            _ => ["--no-config", "-c", Fish, line],
        };
        var (exitCode, output) = await Shell.RunAsync(program, args, folder, new Dictionary<string, string> { ["HOME"] = folder });
        exitCode.Should().Be(0, output);
        return output.EndsWith('\n') ? output[..^1].Split('\n') : [output];
    }

    private static void OwnRule(TemporaryFolder folder)
    {
        folder.File("own/policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace("runbook: runbook.md", "", StringComparison.Ordinal));
        folder.File("own/evidence/log-reviews.yaml", Repository.Read("samples/homelab/evidence/log-reviews.yaml"));
        folder.File("own/rules/ACME101.yaml", """
            id: ACME101
            fault: guest-without-name
            for: guest
            assert: guest.name != ""
            severity: warning
            runbook: [RB-20]
            title: Every guest has a name
            message: this guest has no name
            why: Nobody knows what it is.
            """);
    }
}
