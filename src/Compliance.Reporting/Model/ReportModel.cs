using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>An assessment arranged for people: what every readable format shows, in the order it shows it. Built once for each report.</summary>
internal sealed record ReportModel
{
    public required Assessment Assessment { get; init; }

    public required FindingTally Findings { get; init; }

    public required ClauseTally Clauses { get; init; }

    /// <summary>Without those that a waiver covers.</summary>
    public required ImmutableArray<SeverityGroup> Failed { get; init; }

    /// <summary>Failed findings that a waiver covers.</summary>
    public required ImmutableArray<RuleGroup> Waived { get; init; }

    public required ImmutableArray<RuleGroup> Unjudged { get; init; }

    public required ImmutableArray<CoverageSection> Traceability { get; init; }

    /// <summary>The earlier inventory that changes were sought against; null when there was none.</summary>
    public string? ComparedWith => Assessment.Estate.Previous is { } earlier
        ? $"{UntrustedText.Shortened(earlier.Name, Limits.Name)} as collected {Words.ForPeople(earlier.CollectedAt)}"
        : null;

    /// <summary>The verdict in a word or five, in capitals.</summary>
    public string Headline => (Assessment.Policy.IsWhatIf ? $"WHAT IF {Words.Of(Assessment.Policy.Phase).ToUpperInvariant()}: " : "") + Assessment.Outcome switch
    {
        Outcome.Compliant => Findings.Waived > 0 ? "COMPLIANT WITH WAIVERS" : "COMPLIANT",
        Outcome.Drift when Assessment.Gate == Outcome.Drift => "DRIFT",
        Outcome.Drift => Assessment.Baseline is { New: 0 } ? "DRIFT, NOTHING NEW" : "DRIFT, NOTHING NEW THAT COUNTS",
        _ => "COULD NOT BE JUDGED",
    };

    /// <summary>That this is no verdict on today, for an assessment by another phase than the policy's; null otherwise.</summary>
    public string? WhatIf => Assessment.Policy is not { IsWhatIf: true } policy ? null
        : $"A what-if, not the verdict: judged as if the phase were {Words.Of(policy.Phase)}. The policy is in phase {Words.Of(policy.DeclaredPhase)}.";

    /// <summary>Whether any verdict was reached or at least tried.</summary>
    public bool IsAnythingJudged => Assessment.Summary is { Pass: > 0 } or { Fail: > 0 } or { Unknown: > 0 };

    /// <summary>What the headline rests on, in one sentence or two.</summary>
    public string Sentence
    {
        get
        {
            var ground = IsAnythingJudged ? Ground + TurnedOff + NeedAttention + Since : "No rule judged anything: this report proves nothing.";
            return WhatIf is { } whatIf ? $"{whatIf} {ground}" : ground;
        }
    }

    private string Ground
    {
        get
        {
            var isClean = Assessment is { Findings.IsEmpty: true, BlindSpots.IsEmpty: true, Summary: { Fail: 0, Unknown: 0 } };
            return Assessment.Outcome switch
            {
                Outcome.Drift when Findings.Failed == 0 => $"No rule failed that is not waived, but waivers are faulty: {Findings}.",
                Outcome.Drift => $"The live state is not what the policy asks for: {Findings}.",
                Outcome.Unknown when Assessment.Summary.Unknown == 0 => $"No rule that decides the verdict judged anything: {Findings}. This is not a pass.",
                Outcome.Unknown => $"Nothing that decides the verdict {Failing}, but not everything could be read: {Findings}. This is not a pass.",
                _ when isClean => $"Every one of {Words.Count(Assessment.Summary.Pass, "verdict")} holds; nothing failed, nothing was unreadable.",
                _ => $"Nothing that decides the verdict {Failing} or was unreadable. Besides: {Findings}{Unread}.",
            };
        }
    }

    private string Failing => Findings.Waived > 0 ? "failed without a waiver" : "failed";

    private string NeedAttention => Assessment.WaiverProblems is { IsEmpty: false } problems
        ? $" {Words.Count(problems.Length, "waiver needs", "waivers need")} attention, named below."
        : "";

    private string Since => Assessment.Baseline is { } since ? $" {BaselineText.Of(Assessment, since)}" : "";

    // What nobody judges because the policy says so stands beside every verdict: green for want of rules must not look green.
    private string TurnedOff => Assessment.DisabledRules is { IsEmpty: false } off
        ? $" The policy turns off {Words.Count(off.Length, "rule")}, named below."
        : "";

    private string Unread => Assessment.BlindSpots.IsEmpty ? "" : $", {Words.Count(Assessment.BlindSpots.Length, "place")} unread";

    /// <summary>What stands where failed findings would; null when there are some.</summary>
    public string? NothingFailed => this switch
    {
        { Failed.IsEmpty: false } => null,
        { IsAnythingJudged: false } => "Nothing failed, because nothing was judged.",
        { Findings.Waived: > 0 and var waived } => $"Nothing failed that is not waived: {Words.Count(waived, "finding is", "findings are")} accepted for now, see below.",
        { Assessment.Summary.Unknown: > 0 and var unknown } => $"Nothing failed, but {Words.Count(unknown, "verdict was", "verdicts were")} not reached: see below. {Words.Count(Assessment.Summary.Pass, "verdict holds", "verdicts hold")}.",
        _ => $"Nothing failed. That rests on work, not on silence: {Words.Count(Assessment.Summary.Rules, "rule")} judged "
            + $"{Words.Count(Assessment.Summary.Subjects, "subject")}, and {Words.Count(Assessment.Summary.Pass, "verdict holds", "verdicts hold")}.",
    };

    /// <summary>What stands where blind spots and unknown verdicts would; null when there are some.</summary>
    public string? NothingUnjudged => this switch
    {
        { Unjudged.IsEmpty: false } or { Assessment.BlindSpots.IsEmpty: false } => null,
        { IsAnythingJudged: false } => "No rule asked for anything, so nothing stayed unanswered.",
        _ => "Everything the rules asked for could be read, and every verdict was reached.",
    };

    /// <summary>What stands where idle rules would; null when there are some.</summary>
    public string? NothingIdle => Assessment switch
    {
        { IdleRules.IsEmpty: false } => null,
        { Rules.IsEmpty: true } => "There were no rules.",
        _ => "Every rule found at least one subject.",
    };

    /// <summary>Rules to which the policy gives another severity.</summary>
    public ImmutableArray<RuleSummary> Reweighed => [.. Assessment.Rules.Where(rule => rule.Override is not null)];

    /// <summary>How much was looked at: zero findings are not zero checks.</summary>
    public string Checked
    {
        get
        {
            var summary = Assessment.Summary;
            return $"{Words.Count(summary.Rules, "rule")} judged {Words.Count(summary.Subjects, "subject")}: {summary.Pass} pass, {summary.Fail} fail, "
                + $"{summary.Unknown} unknown, {summary.NotApplicable} not applicable, {summary.Waived} waived";
        }
    }

    public static ReportModel Of(Assessment assessment) => new()
    {
        Assessment = assessment,
        Findings = FindingTally.Of(assessment.Findings),
        Clauses = ClauseTally.Of(assessment.Coverage),
        Failed = SeverityGroup.Of(assessment.Findings.Where(finding => finding is { Verdict: Verdict.Fail, Waiver: null })),
        Waived = RuleGroup.Of(assessment.Findings.Where(finding => finding.Waiver is not null)),
        Unjudged = RuleGroup.Of(assessment.Findings.Where(finding => finding.Verdict != Verdict.Fail)),
        Traceability = CoverageSection.Of(assessment.Coverage),
    };
}
