using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>Judges one estate: reads it, evaluates the rules, compares it with baseline and history.</summary>
internal sealed class EstateCheck(CheckSettings settings, Terminal terminal)
{
    /// <exception cref="InventoryException">it could not be read</exception>
    /// <exception cref="UsageException">what it is to be compared with is of something else</exception>
    public async Task<CheckedEstate> JudgeAsync(PolicyInput input, EstateSource source, CancellationToken cancellation)
    {
        HistoryKeeping.Check(source.History);
        var started = terminal.Clock.GetTimestamp();
        var since = source.Baseline is { } file ? BaselineInput.Read(file, input.Repository.Policy, settings.Only) : null;
        var declared = input.Repository.Policy;
        var judged = WhatIf.In(declared, settings.Phase);
        var scope = InventoryInput.ScopeOf(input.Rules, judged);
        var seen = await source.Now(input.Rules, judged, cancellation).ConfigureAwait(false);
        var collecting = terminal.Clock.GetElapsedTime(started);
        BaselineInput.CheckEstate(since, seen, source.Baseline);
        var previous = await source.Before(seen, scope, cancellation).ConfigureAwait(false);
        var estate = Estate.Build(judged, input.Repository.Evidence, seen, settings.AsOf ?? seen.CollectedAt, previous);
        var results = RuleEngine.Evaluate(input.Rules, estate);
        var assessment = Assessor.Assess(
            input.Rules, estate, results, settings.FailOn, input.Repository.Digest, InventoryFile.DigestOf(seen),
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
        var (notKept, shown, run) = HistoryKeeping.Keep(source.History, assessment, results, settings, exitCode, durations, terminal);
        return new CheckedEstate(shown, run, notKept is null ? exitCode : ExitCode.CouldNotAssess, notKept);
    }
}
