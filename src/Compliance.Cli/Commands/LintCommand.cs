using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Policies;

namespace Compliance.Cli.Commands;

/// <summary><c>lint</c>: every problem of a policy repository in one run, without any network.</summary>
internal static class LintCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "folder with policy.yaml, or the file itself",
            DefaultValueFactory = _ => ".",
        };
        var output = new Option<string>("--output", "-o") { Description = "format: text or json", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        var command = new Command("lint", "Check everything people write in a policy repository; no network") { folder, output };
        command.SetAction(parsed =>
        {
            var cases = CaseFiles.Read(parsed.GetRequiredValue(folder), folder: null);
            var files = cases.Policy;
            if (parsed.GetRequiredValue(output) == "json")
            {
                ProblemJson.Write(files.Problems, files.Suppressed, terminal.Output);
            }
            else
            {
                WriteText(files, cases.Cases.Length, terminal);
            }

            return files.HasErrors ? ExitCode.BadInput : ExitCode.Compliant;
        });
        return command;
    }

    private static void WriteText(PolicyFiles files, int cases, Terminal terminal)
    {
        using var output = terminal.Writer();
        output.Write(ProblemText.Render(files.Problems, files.Sources));
        static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
        var (errors, others) = (files.Problems.Count(p => p.Severity == Severity.Error), files.Problems.Count(p => p.Severity == Severity.Warning));
        var notes = files.Problems.Length - errors - others;
        var besides = (notes == 0 ? "" : $", {Count(notes, "note")}") + (files.Suppressed.IsEmpty ? "" : $", {files.Suppressed.Length} suppressed");
        if (files is { HasErrors: false, Repository: { } repository, Rules: { } rules })
        {
            output.WriteLine(
                $"policy \"{repository.Policy.Name.Value}\": {Count(repository.Policy.Tiers.Length, "tier")}, {Count(rules.Rules.Length, "rule")} "
                + $"({repository.Rules.Length} of its own, {rules.Disabled.Length} off), {Count(cases, "case")}, "
                + (repository.Waivers.IsEmpty ? "" : $"{Count(repository.Waivers.Length, "waiver")}, ")
                + $"{Count(others, "warning")}, no errors{besides}");
        }
        else
        {
            output.WriteLine($"{Count(errors, "error")}, {Count(others, "warning")}{besides}");
        }
    }
}
