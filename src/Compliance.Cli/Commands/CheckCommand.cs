using System.CommandLine;
using Compliance.Cli.Logging;
using Compliance.Cli.Notices;
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

    private readonly Telling telling = new();

    private readonly Option<string?> runLock = RunLock.Option();

    private readonly Option<string?> phase = WhatIf.Option("the gap list of the migration, and no verdict on today");

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "say nothing at all when compliant" };
    private readonly Option<string?> log = LogOption.Create();
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
            check.policy, check.output, check.failOn, check.asOf, check.rule, check.phase, check.baseline, check.history.Option, check.telling.Option, check.runLock, check.quiet,
            check.log, check.noColor,
        };
        check.inventory.AddTo(command);
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var targets = OutputTarget.ParseAll(parsed.GetValue(output), ReportFormats.Names);
        if (!targets.Any(target => target is { Format: ReportFormats.Plugin, File: null }))
        {
            return (await AloneAsync(parsed, targets, cancellation).ConfigureAwait(false)).ExitCode;
        }

        return await NagiosPlugin.RunAsync(
            async () => (await AloneAsync(parsed, targets, cancellation).ConfigureAwait(false)).Shown is { } shown ? NagiosState.Of(shown) : null,
            terminal).ConfigureAwait(false);
    }

    /// <returns>the exit code, and what was judged; null when the policy has errors</returns>
    private async Task<(int ExitCode, Assessment? Shown)> AloneAsync(ParseResult parsed, IReadOnlyList<OutputTarget> targets, CancellationToken cancellation)
    {
        using var held = RunLock.Take(parsed.GetValue(runLock), terminal.Clock);
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), parsed.GetValue(rule) ?? [], terminal)?.ForCheck(parsed.GetValue(rule) ?? []) is not { } input)
        {
            return (ExitCode.BadInput, null);
        }

        var told = telling.Read(
            parsed, input.Repository, parsed.GetValue(history.Option) is not null, parsed.GetValue(baseline) is not null,
            isWhole: parsed.GetValue(rule) is not { Length: > 0 } && parsed.GetValue(phase) is null);
        Judged judged;
        try
        {
            judged = await JudgeAsync(parsed, input, needsSystemTrust: told is not null, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (told is not null && fault is not OperationCanceledException && Faults.Of(fault) is { } known)
        {
            await Telling.TellFailureAsync(told, input.Repository.Policy, known.Message, terminal, cancellation).ConfigureAwait(false);
            throw;
        }

        try
        {
            Write(judged.Shown, targets, parsed);
        }
        finally
        {
            // A report that cannot be written is no reason to keep the verdict from those who wait for it.
            if (told is not null)
            {
                await Telling.TellAsync(told, judged.Shown, judged.Run, parsed.GetValue(history.Option), IsQuiet(judged.Shown, parsed), terminal, cancellation).ConfigureAwait(false);
            }
        }

        return (judged.ExitCode, judged.Shown);
    }

    private async Task<Judged> JudgeAsync(ParseResult parsed, PolicyInput input, bool needsSystemTrust, CancellationToken cancellation)
    {
        var moment = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : (DateTimeOffset?)null;
        history.Check(parsed);
        var started = terminal.Clock.GetTimestamp();
        var only = parsed.GetValue(rule) ?? [];
        var since = parsed.GetValue(baseline) is { } file ? BaselineInput.Read(file, input.Repository.Policy, only) : null;
        var declared = input.Repository.Policy;
        var judged = WhatIf.In(declared, parsed.GetValue(phase));
        var scope = InventoryInput.ScopeOf(input.Rules, judged);
        var seen = await inventory.ReadAsync(parsed, input.Rules, judged, needsSystemTrust, terminal, cancellation).ConfigureAwait(false);
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
        terminal.Log?.Info(
            "judged the live state", ("estate", seen.Name), ("policy", declared.Name.Value), ("exitCode", exitCode), ("fail", assessment.Summary.Fail),
            ("unknown", assessment.Summary.Unknown), ("pass", assessment.Summary.Pass), ("collectingMs", (long)durations.Collecting.TotalMilliseconds), ("judgingMs", (long)durations.Judging.TotalMilliseconds));
        var (isKept, shown, run) = history.Keep(parsed, assessment, results, Gate(parsed), exitCode, durations, only, terminal);
        return new Judged(shown, run, isKept ? exitCode : ExitCode.CouldNotAssess);
    }

    private Severity Gate(ParseResult parsed) => parsed.GetRequiredValue(failOn) switch
    {
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        _ => Severity.Error,
    };

    private bool IsQuiet(Assessment assessment, ParseResult parsed) => parsed.GetValue(quiet) && assessment.Outcome == Outcome.Compliant;

    private void Write(Assessment assessment, IReadOnlyList<OutputTarget> targets, ParseResult parsed)
    {
        var sources = SourceRoots.Of(parsed.GetRequiredValue(policy));
        OutputTarget.Write(
            // A plugin's line last: once it is out, no file that fails can take it back.
            [.. targets.OrderBy(target => target is { Format: ReportFormats.Plugin, File: null })],
            terminal,
            !parsed.GetValue(noColor),
            IsQuiet(assessment, parsed),
            (format, options, stream) => ReportFormats.Find(format, options with { Sources = sources })!.Render(assessment, stream));
    }

    /// <param name="Run">as the history keeps it; null when it does not</param>
    private sealed record Judged(Assessment Shown, HistoryRun? Run, int ExitCode);
}
