using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>test</c>: runs the cases that prove the rules of a policy repository, without any network.</summary>
internal sealed class TestCommand
{
    private readonly Terminal terminal;

    private readonly Argument<string> directory = new("DIR")
    {
        Description = "folder with policy.yaml, or the file itself",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> cases = new("--cases")
    {
        Description = "folder of case files (default: rules/cases in DIR, or where the policy says)",
    };

    private readonly Option<string[]> rule = new("--rule")
    {
        Description = "run the cases of this rule only, such as ACME101; repeatable",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "ID",
    };

    private readonly Option<string[]> output = OutputTarget.Option(CaseFormats.Names);
    private readonly Option<bool> strict = new("--strict") { Description = "own rules without a case for each of pass, fail and unknown make exit code 1" };
    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private TestCommand(Terminal terminal)
    {
        this.terminal = terminal;
        rule.CompletionSources.Add(context => Candidates.RuleIds(context.ParseResult.GetValue(directory)));
    }

    public static Command Create(Terminal terminal)
    {
        var test = new TestCommand(terminal);
        var command = new Command("test", "Run the cases that prove the rules; no network")
        {
            test.directory, test.cases, test.rule, test.output, test.strict, test.noColor,
        };
        command.SetAction(test.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var targets = OutputTarget.ParseAll(parsed.GetValue(output), CaseFormats.Names);
        if (parsed.GetValue(cases) is { } folder && !Directory.Exists(folder))
        {
            throw new UsageException($"--cases {folder}: there is no such folder.");
        }

        var files = CaseFiles.Read(parsed.GetRequiredValue(directory), parsed.GetValue(cases));
        terminal.Error.Write(ProblemText.Render(files.Policy.WithoutNotes, files.Policy.Sources));
        if (files.Policy is not { HasErrors: false, Rules: { } rules })
        {
            return ExitCode.BadInput;
        }

        var chosen = Chosen(files, rules, parsed.GetValue(rule) ?? []);
        var runner = new CaseRunner(rules, files.InventoryFolder, terminal.Clock);
        var startedAt = terminal.Clock.GetUtcNow();
        var proofs = CaseJudge.Proofs(rules, parsed.GetValue(rule) is { Length: > 0 } ? new HashSet<string>() : files.OwnRules, [.. chosen]);
        var run = new CaseRun([.. chosen.Select(runner.Run)], proofs, startedAt);
        OutputTarget.Write(targets, terminal, !parsed.GetValue(noColor), (format, options, stream) => CaseFormats.Find(format, options)!.Render(run, stream));
        return run.Failed > 0 || (parsed.GetValue(strict) && run.Unproven.Any()) ? ExitCode.Findings : ExitCode.Compliant;
    }

    /// <exception cref="UsageException">there is nothing to run: no case is not a passed one</exception>
    private static List<RuleCase> Chosen(CaseFiles files, RuleSet rules, string[] only)
    {
        foreach (var id in only.Where(id => !rules.Rules.Any(r => r.Id == id) && !rules.Disabled.Any(off => off.Rule.Id == id)))
        {
            throw new UsageException($"--rule {id}: there is no such rule; pve-compliance rules lists them.");
        }

        var chosen = files.Cases.Where(one => only.Length == 0 || only.Contains(one.Rule, StringComparer.Ordinal)).ToList();
        return chosen.Count > 0 ? chosen : throw new UsageException(
            only.Length > 0
                ? $"no case of {string.Join(", ", only)} in {files.CaseFolder}: write one, or leave --rule out."
                : $"nothing to test: no case file in {files.CaseFolder}. A file {files.CaseFolder}/ACME101.yaml holds the cases of the rule ACME101.");
    }
}
