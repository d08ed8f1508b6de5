using System.CommandLine;
using Compliance.Cli.Logging;
using Compliance.Cli.Notices;
using Compliance.Cli.Targets;
using Compliance.Core.Model;
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

    private readonly Option<string?> history = HistoryKeeping.Option();

    private readonly TargetOptions several = new();

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
            check.policy, check.output, check.failOn, check.asOf, check.rule, check.phase, check.baseline, check.history, check.telling.Option, check.runLock, check.quiet,
            check.log, check.noColor,
        };
        check.inventory.AddTo(command);
        check.several.AddTo(command);
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var targets = OutputTarget.ParseAll(parsed.GetValue(output), ReportFormats.Names);
        if (several.Read(parsed) is var (file, only, parallel))
        {
            var outputs = TargetOutput.Of(targets);
            using var held = RunLock.Take(parsed.GetValue(runLock), terminal.Clock);
            return await new TargetsCheck(Settings(parsed), terminal)
                .RunAsync(file, only, parallel, parsed.GetValue(history), outputs, !parsed.GetValue(noColor), parsed.GetValue(quiet), cancellation).ConfigureAwait(false);
        }

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
        var settings = Settings(parsed);
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), settings.Only, terminal)?.ForCheck(settings.Only) is not { } input)
        {
            return (ExitCode.BadInput, null);
        }

        var told = telling.Read(
            parsed, input.Repository, parsed.GetValue(history) is not null, parsed.GetValue(baseline) is not null,
            isWhole: settings is { Only.Count: 0, Phase: null });
        CheckedEstate judged;
        try
        {
            judged = await new EstateCheck(settings, terminal).JudgeAsync(input, Source(parsed, needsSystemTrust: told is not null), cancellation).ConfigureAwait(false);
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
                await Telling.TellAsync(told, judged.Shown, judged.Run, parsed.GetValue(history), IsQuiet(judged.Shown, parsed), terminal, cancellation).ConfigureAwait(false);
            }
        }

        return (judged.ExitCode, judged.Shown);
    }

    private CheckSettings Settings(ParseResult parsed) => new()
    {
        Only = parsed.GetValue(rule) ?? [],
        FailOn = Gate(parsed),
        AsOf = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : null,
        Phase = parsed.GetValue(phase),
    };

    private EstateSource Source(ParseResult parsed, bool needsSystemTrust) => new()
    {
        Now = (rules, judged, cancellation) => inventory.ReadAsync(parsed, rules, judged, needsSystemTrust, terminal, cancellation),
        Before = (seen, scope, cancellation) => inventory.PreviousAsync(parsed, seen, scope, cancellation),
        Baseline = parsed.GetValue(baseline),
        History = parsed.GetValue(history),
    };

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
}
