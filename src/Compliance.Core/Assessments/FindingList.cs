using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>The fails and unknowns of a run, in the order a reader wants them.</summary>
internal static class FindingList
{
    public static ImmutableArray<Finding> Of(ImmutableArray<RuleResult> results)
        => [.. results
            .Where(r => r.Verdict is Verdict.Fail or Verdict.Unknown)
            .Select(ToFinding)
            .OrderBy(f => f.Verdict)
            .ThenByDescending(f => f.Severity)
            .ThenBy(f => f.Rule, StringComparer.Ordinal)
            .ThenBy(f => f.Subject.Id, NaturalOrder.Comparer)
            .ThenBy(f => f.Fingerprint, StringComparer.Ordinal)];

    private static Finding ToFinding(RuleResult result) => new()
    {
        Rule = result.Rule.Id,
        Fault = result.Rule.Fault,
        Title = result.Rule.Title,
        Subject = result.Subject,
        Verdict = result.Verdict,
        Severity = result.Rule.Severity,
        Message = result.Message,
        Expected = result.Expected,
        Actual = result.Actual,
        Because = result.Because,
        Missing = result.Missing,
        Clauses = result.Rule.Clauses,
        Why = result.Rule.Why,
        Policy = result.Declared,
        Live = result.Live,
        Fix = result.Fix,
        Fingerprint = Fingerprint.Of(result),
    };
}
