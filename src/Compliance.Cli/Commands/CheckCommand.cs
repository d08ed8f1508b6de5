using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Proxmox;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>check</c>: the main job. Judges the live state, or an inventory of it, and writes reports.</summary>
internal sealed class CheckCommand
{
    private readonly Terminal terminal;
    private readonly InventoryInput inventory = new();
    private readonly Option<string> policy = PolicyOption.Create();

    private readonly Option<string[]> output = OutputTarget.Option(ReportFormats.Names);

    private readonly Option<string> failOn = new("--fail-on")
    {
        Description = "findings of at least this severity make exit code 1: error, warning or info",
        DefaultValueFactory = _ => "error",
    };

    private readonly Option<string?> asOf = Moment.Option();

    private readonly Option<string[]> rule = new("--rule")
    {
        Description = "judge by this rule only, such as BKP104; repeatable",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "ID",
    };

    private readonly Option<string?> baseline = new("--baseline")
    {
        Description = "compare with this file, written by baseline: only what is new makes exit code 1",
    };

    private readonly HistoryKeeping history = new();

    private readonly Option<string?> phase = WhatIf.Option("the gap list of the migration, and no verdict on today");

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "no text on stdout when compliant" };
    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private CheckCommand(Terminal terminal)
    {
        this.terminal = terminal;
        failOn.AcceptOnlyFromAmong("error", "warning", "info");
        rule.CompletionSources.Add(context => Candidates.RuleIds(context.ParseResult.GetValue(policy)));
    }

    public static Command Create(Terminal terminal)
    {
        var check = new CheckCommand(terminal);
        var command = new Command("check", "Judge the live state, or an inventory, against the policy and write reports")
        {
            check.policy, check.output, check.failOn, check.asOf, check.rule, check.phase, check.baseline, check.history.Option, check.quiet, check.noColor,
        };
        check.inventory.AddTo(command);
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var targets = OutputTarget.ParseAll(parsed.GetValue(output), ReportFormats.Names);
        var moment = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : (DateTimeOffset?)null;
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), parsed.GetValue(rule) ?? [], terminal)?.ForCheck(parsed.GetValue(rule) ?? []) is not { } input)
        {
            return ExitCode.BadInput;
        }

        history.Check(parsed);
        var started = terminal.Clock.GetTimestamp();
        var since = parsed.GetValue(baseline) is { } file ? BaselineInput.Read(file, input.Repository.Policy, parsed.GetValue(rule) ?? []) : null;
        var declared = input.Repository.Policy;
        var judged = WhatIf.In(declared, parsed.GetValue(phase));
        var scope = InventoryInput.ScopeOf(input.Rules, judged);
        var seen = await inventory.ReadAsync(parsed, input.Rules, judged, terminal, cancellation).ConfigureAwait(false);
        var collecting = terminal.Clock.GetElapsedTime(started);
        BaselineInput.CheckEstate(since, seen, parsed.GetValue(baseline));
        var previous = await inventory.PreviousAsync(parsed, seen, scope, cancellation).ConfigureAwait(false);
        var estate = Estate.Build(judged, input.Repository.Evidence, seen, moment ?? seen.CollectedAt, previous);
        var results = RuleEngine.Evaluate(input.Rules, estate);
        var assessment = Assessor.Assess(
            input.Rules, estate, results, Gate(parsed), input.Repository.Digest, InventoryFile.DigestOf(seen),
            new Accepted(input.Repository.Waivers, since));
        assessment = assessment with { Policy = assessment.Policy with { DeclaredPhase = declared.Phase.Value } };
        var exitCode = assessment.Gate switch
        {
            Outcome.Compliant => ExitCode.Compliant,
            Outcome.Drift => ExitCode.Findings,
            _ => ExitCode.CouldNotAssess,
        };
        var durations = new RunDurations(collecting, terminal.Clock.GetElapsedTime(started) - collecting);
        var (isKept, shown) = history.Keep(parsed, assessment, results, Gate(parsed), exitCode, durations, parsed.GetValue(rule) ?? [], terminal);
        Write(shown, targets, parsed);
        return isKept ? exitCode : ExitCode.CouldNotAssess;
    }

    private Severity Gate(ParseResult parsed) => parsed.GetRequiredValue(failOn) switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        _ => Severity.Error,
    };

    private void Write(Assessment assessment, IReadOnlyList<OutputTarget> targets, ParseResult parsed)
    {
        var sources = SourceRoots.Of(parsed.GetRequiredValue(policy));
        var isQuiet = parsed.GetValue(quiet) && assessment.Outcome == Outcome.Compliant;
        OutputTarget.Write(
            [.. targets.Where(target => !isQuiet || target.File is not null)],
            terminal,
            !parsed.GetValue(noColor),
            (format, options, stream) => ReportFormats.Find(format, options with { Sources = sources })!.Render(assessment, stream));
    }
}
