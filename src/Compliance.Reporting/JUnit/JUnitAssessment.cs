using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A suite for each family of rules: a case for each finding, and one for each rule that found nothing.</summary>
internal sealed class JUnitAssessment(Assessment assessment, SourceRoot sources)
{
    private const string Package = "check";

    public static IEnumerable<JUnitSuite> Of(Assessment assessment, SourceRoot sources) => new JUnitAssessment(assessment, sources).Suites();

    private IEnumerable<JUnitSuite> Suites()
    {
        var run = AnnotatedAssessment.Of(assessment, sources);
        yield return new JUnitSuite(Package, "Verdict", assessment.AsOf, [.. run.Annotations.Where(annotation => annotation.Subject is null).Select(Case).DefaultIfEmpty(Conclusive(run))])
        {
            Properties =
            [
                ("policy", $"{assessment.Policy.Name} {assessment.Policy.Version}".TrimEnd()), ("policyDigest", assessment.Policy.Digest),
                ("estate", assessment.Estate.Name), ("estateDigest", assessment.Estate.Digest),
                ("collectedAt", Words.Of(assessment.Estate.CollectedAt)), ("verdict", Words.Of(assessment.Outcome)), ("summary", run.Summary),
            ],
        };
        var findings = run.Annotations.Where(annotation => annotation.Subject is not null).ToLookup(annotation => annotation.Rule, StringComparer.Ordinal);
        var rules = run.Rules.Select(rule => rule.Id).Concat(assessment.DisabledRules.Select(off => off.Id)).Distinct(StringComparer.Ordinal);
        foreach (var family in rules.GroupBy(RuleFamily.Of).OrderBy(family => family.Key.Order))
        {
            ImmutableArray<JUnitCase> cases = [.. family.Order(StringComparer.Ordinal).SelectMany(rule => findings[rule].Select(Case).Concat(WithoutFinding(rule, findings.Contains(rule))))];
            if (!cases.IsEmpty)
            {
                yield return new JUnitSuite(Package, family.Key.Title, assessment.AsOf, cases);
            }
        }
    }

    private static JUnitCase Conclusive(AnnotatedRun run) => new("verdict", run.IsConclusive ? "was reached" : "was not reached", JUnitResult.Passed);

    private IEnumerable<JUnitCase> WithoutFinding(string id, bool isBroken)
    {
        if (assessment.DisabledRules.FirstOrDefault(off => off.Id == id) is { } off)
        {
            yield return new JUnitCase(id, off.Title, JUnitResult.Skipped, Message: $"off by the policy: {RuleSettingText.Off(off)}");
        }
        else if (!isBroken && assessment.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule)
        {
            yield return rule switch
            {
                { Fail: > 0 } or { Unknown: > 0 } => new JUnitCase(id, rule.Title, JUnitResult.Error, "unknown", $"{rule.Fail} fail and {rule.Unknown} unknown, but none is told"),
                { Pass: > 0 } => new JUnitCase(id, rule.Title, JUnitResult.Passed),
                _ => new JUnitCase(id, rule.Title, JUnitResult.Skipped, Message: "no subject: proves nothing"),
            };
        }
    }

    private static JUnitCase Case(Annotation annotation)
    {
        var name = annotation.Subject ?? (annotation.Kind == AnnotationKind.NoVerdict ? "was reached" : annotation.Message);
        var result = annotation switch
        {
            { Waived: not null } => JUnitResult.Skipped,
            { Kind: AnnotationKind.Fail } => JUnitResult.Failure,
            _ => JUnitResult.Error,
        };
        return new JUnitCase(
            annotation.Kind == AnnotationKind.NoVerdict ? "verdict" : annotation.Rule,
            name,
            result,
            annotation.Kind == AnnotationKind.Fail ? Words.Of(annotation.Severity) : "unknown",
            annotation.Waived is { } waived ? $"waived {waived}; {annotation.Message}" : annotation.Message,
            string.Join('\n', annotation.Details.Prepend($"{annotation.Place}{(annotation.Drift is { } drift ? $" ({Words.Of(drift)} since the baseline)" : "")}")));
    }
}
