using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What one rule found in a cluster, of which an overview names the worst.</summary>
/// <param name="Count">how many findings</param>
internal sealed record OverviewFinding(string Rule, string Title, Verdict Verdict, Severity Severity, int Count)
{
    private const int Most = 3;

    /// <summary>As people read it; the rule is named where it is told.</summary>
    public string Text => $"{(Verdict == Verdict.Unknown ? "not judged: " : "")}{UntrustedText.Shortened(Title, Limits.Value)}{(Count > 1 ? $" ({Count})" : "")}";

    /// <summary>The first three of what nobody waived, in the order of the findings: fails before unknowns, errors first.</summary>
    public static ImmutableArray<OverviewFinding> WorstOf(Assessment assessment) =>
    [
        .. assessment.Findings.Where(finding => finding.Waiver is null)
            .GroupBy(finding => (finding.Rule, finding.Verdict))
            .Select(group => new OverviewFinding(group.Key.Rule, group.First().Title, group.Key.Verdict, group.First().Severity, group.Count()))
            .Take(Most),
    ];
}
