using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>An assessment arranged for people: what every readable format shows, in the order it shows it. Built once for each report.</summary>
internal sealed record ReportModel
{
    public required Assessment Assessment { get; init; }

    public required FindingTally Findings { get; init; }

    public required ClauseTally Clauses { get; init; }

    public required ImmutableArray<SeverityGroup> Failed { get; init; }

    public required ImmutableArray<RuleGroup> Unjudged { get; init; }

    public required ImmutableArray<CoverageSection> Traceability { get; init; }

    /// <summary>The verdict in a word or five, in capitals.</summary>
    public string Headline => Assessment.Outcome switch
    {
        Outcome.Compliant => "COMPLIANT",
        Outcome.Drift => "DRIFT",
        _ => "COULD NOT BE JUDGED",
    };

    /// <summary>What the headline rests on, in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var summary = Assessment.Summary;
            if (summary.Pass + summary.Fail + summary.Unknown == 0)
            {
                return "No rule judged anything: this report proves nothing.";
            }

            return Assessment.Outcome switch
            {
                Outcome.Drift => $"The live state is not what the policy asks for: {Findings}.",
                Outcome.Unknown => $"Nothing that decides the verdict failed, but not everything could be read: {Findings}. This is not a pass.",
                _ when Assessment.Findings.IsEmpty => $"Every one of {Words.Count(summary.Pass, "verdict")} holds; nothing failed, nothing was unreadable.",
                _ => $"Nothing that decides the verdict failed or was unreadable. Less weighty: {Findings}.",
            };
        }
    }

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
        Failed = SeverityGroup.Of(assessment.Findings.Where(finding => finding.Verdict == Verdict.Fail)),
        Unjudged = RuleGroup.Of(assessment.Findings.Where(finding => finding.Verdict != Verdict.Fail)),
        Traceability = CoverageSection.Of(assessment.Coverage),
    };
}
