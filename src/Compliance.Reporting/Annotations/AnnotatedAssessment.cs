using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Findings, and everything else that decides the exit code, at the lines of the policy repository.</summary>
internal static class AnnotatedAssessment
{
    private const string NoVerdict = "no-verdict";

    public static AnnotatedRun Of(Assessment assessment, SourceRoot sources)
    {
        var report = ReportModel.Of(assessment);
        List<Annotation> annotations = [];
        // Exit code 3 must never be an empty list: forges show an empty list as a pass.
        if (!IsConclusive(assessment))
        {
            annotations.Add(Verdict(report, sources));
        }

        annotations.AddRange(assessment.Findings.Where(finding => finding.Verdict == Core.Model.Verdict.Fail).Select(finding => AnnotatedFinding.Of(finding, assessment.AsOf, sources)));
        annotations.AddRange(assessment.WaiverProblems.Select(problem => Problem(problem, assessment.Baseline, sources)));
        annotations.AddRange(assessment.Findings.Where(finding => finding.Verdict != Core.Model.Verdict.Fail).Select(finding => AnnotatedFinding.Of(finding, assessment.AsOf, sources)));
        return new AnnotatedRun
        {
            Category = assessment.Policy.IsWhatIf ? $"check-what-if-{Words.Of(assessment.Policy.Phase)}" : "check",
            Summary = UntrustedText.Shortened($"{report.Headline}: {report.Sentence} {report.Checked}", Limits.Message),
            IsConclusive = IsConclusive(assessment),
            Blind = [.. assessment.BlindSpots.Select(spot => UntrustedText.Shortened(spot.Gap.ToString(), Limits.Value))],
            Rules = Rules(assessment),
            Annotations = AnnotatedRun.Arrange(annotations),
        };
    }

    // With a baseline the exit code follows the gate: an estate in drift may have nothing new, and nobody knows.
    private static bool IsConclusive(Assessment assessment) => assessment is not ({ Outcome: Outcome.Unknown } or { Gate: Outcome.Unknown });

    private static Annotation Verdict(ReportModel report, SourceRoot sources) => new()
    {
        Kind = AnnotationKind.NoVerdict,
        Rule = NoVerdict,
        Severity = Severity.Error,
        Place = sources.Locate(null),
        Message = UntrustedText.Shortened(
            report.Assessment.Outcome == Outcome.Unknown
                ? $"{report.Headline}: {report.Sentence}"
                : $"what is not in the baseline could not all be judged. {report.Headline}: {report.Sentence}",
            Limits.Message),
        Drift = report.Assessment.Baseline is null ? null : Drift.New,
        Fingerprint = NoVerdict,
    };

    private static Annotation Problem(WaiverProblem problem, BaselineComparison? since, SourceRoot sources) => new()
    {
        Kind = AnnotationKind.Fail,
        Rule = IdOf(problem.Fault),
        Severity = problem.Severity,
        Place = sources.Locate(problem.Waiver.Place),
        Message = WaiverText.Of(problem),
        // It counts as ever: no baseline accepts it.
        Drift = since is null ? null : Drift.New,
        Fingerprint = AnnotationIdentity.Of(IdOf(problem.Fault), problem.Waiver.Rule.Value, string.Join('\n', problem.Waiver.Subjects.Select(subject => subject.Value))),
    };

    private static string IdOf(WaiverFault fault) => $"waiver-{Words.Of(fault)}";

    private static ImmutableArray<AnnotationRule> Rules(Assessment assessment)
    {
        var rules = assessment.Rules.Select(rule => Rule(rule.Id, rule.Fault, rule.Title, rule.Why, rule.Severity, rule.Clauses));
        // A finding of a rule that the summary lacks is still explained.
        var ofFindings = assessment.Findings.Select(finding => Rule(finding.Rule, finding.Fault, finding.Title, finding.Why, finding.Severity, finding.Clauses));
        var ofWaivers = assessment.WaiverProblems.Select(problem => new AnnotationRule(
            IdOf(problem.Fault), IdOf(problem.Fault), "Waivers do what their authors think",
            "A waiver that covers nothing, or more than its author meant, hides what people believe about the backups.", problem.Severity, ["waivers"]));
        var ofRun = IsConclusive(assessment) ? [] : new[]
        {
            new AnnotationRule(
                NoVerdict, NoVerdict, "A check comes to a verdict",
                "What could not be read, or was never judged, is not compliant: nobody knows. The text report names what is missing and the privilege that would show it.", Severity.Error, ["verdict"]),
        };
        return [.. rules.Concat(ofFindings).Concat(ofWaivers).Concat(ofRun).DistinctBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    private static AnnotationRule Rule(string id, string fault, string title, string why, Severity severity, ImmutableArray<string> clauses)
        => new(id, fault, title, why, severity, [RuleFamily.Of(id).Title, .. clauses]) { Explain = $"pve-compliance explain {UntrustedText.Shortened(id, Limits.Name)}" };
}
