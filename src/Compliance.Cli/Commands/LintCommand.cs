using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>lint</c>: every problem of a policy repository in one run, without any network.</summary>
internal static class LintCommand
{
    private static readonly ImmutableArray<string> Formats = ["text", "json", .. LintFormats.Names];

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "folder with policy.yaml, or the file itself",
            DefaultValueFactory = _ => ".",
        };
        var output = OutputTarget.Option(Formats);
        var fix = new Option<bool>("--fix") { Description = "show what is safe to change as a diff, ask, and write it" };
        var yes = new Option<bool>("--yes") { Description = "with --fix: write without asking" };
        var command = new Command("lint", "Check everything people write in a policy repository; no network") { folder, output, fix, yes };
        command.SetAction(parsed =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output), Formats);
            if (parsed.GetValue(yes) && !parsed.GetValue(fix))
            {
                throw new UsageException("--yes says what to do with the changes of --fix: give both, or neither.");
            }

            var path = parsed.GetRequiredValue(folder);
            var (cases, isWhole) = parsed.GetValue(fix)
                ? LintFix.Run(path, targets, parsed.GetValue(yes), terminal)
                : (CaseFiles.Read(path, folder: null), true);
            var sources = SourceRoots.Of(path);
            OutputTarget.Write(targets, terminal, mayUseColor: false, (format, _, stream) => Write(format, cases, sources, terminal.Clock, stream));
            return cases.Policy.HasErrors || !isWhole ? ExitCode.BadInput : ExitCode.Compliant;
        });
        return command;
    }

    private static void Write(string format, CaseFiles cases, SourceRoot sources, TimeProvider clock, Stream stream)
    {
        var files = cases.Policy;
        switch (format)
        {
            case "text":
                WriteText(files, cases.Cases.Length, stream);
                break;
            case "json":
                ProblemJson.Write(files.Problems, files.Suppressed, stream);
                break;
            default:
                LintFormats.Write(format, RunOf(files, sources, clock), stream);
                break;
        }
    }

    private static LintRun RunOf(PolicyFiles files, SourceRoot sources, TimeProvider clock) => new()
    {
        Problems = files.Problems,
        Suppressed = files.Suppressed,
        Files = files.Sources,
        Codes = [.. ProblemCodes.All.Select(code => new LintCode(code.Code, code.Severity, code.Title, code.Explanation))],
        Sources = sources,
        At = clock.GetUtcNow(),
    };

    private static void WriteText(PolicyFiles files, int cases, Stream stream)
    {
        using var output = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        output.Write(ProblemText.Render(files.Problems, files.Sources));
        static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
        var (errors, others) = (files.Problems.Count(p => p.Severity == Severity.Error), files.Problems.Count(p => p.Severity == Severity.Warning));
        var notes = files.Problems.Length - errors - others;
        var besides = (notes == 0 ? "" : $", {Count(notes, "note")}") + (files.Suppressed.IsEmpty ? "" : $", {files.Suppressed.Length} suppressed");
        if (files is { HasErrors: false, Repository: { } repository, RuleCount: var (all, off) })
        {
            output.WriteLine(
                $"policy \"{repository.Policy.Name.Value}\": {Count(repository.Policy.Tiers.Length, "tier")}, {Count(all - off, "rule")} "
                + $"({repository.Rules.Length} of its own, {off} off), {Count(cases, "case")}, "
                + (repository.Waivers.IsEmpty ? "" : $"{Count(repository.Waivers.Length, "waiver")}, ")
                + $"{Count(others, "warning")}, no errors{besides}");
        }
        else
        {
            output.WriteLine($"{Count(errors, "error")}, {Count(others, "warning")}{besides}");
        }
    }
}
