using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The clauses under one heading of the runbook.</summary>
internal sealed record CoverageSection(string Title, ImmutableArray<ClauseCoverage> Clauses)
{
    /// <summary>In the runbook's order; clauses of one heading that stand apart are brought together.</summary>
    public static ImmutableArray<CoverageSection> Of(ImmutableArray<ClauseCoverage> coverage) =>
    [
        .. coverage.GroupBy(row => row.Clause.Section, StringComparer.Ordinal)
            .Select(group => new CoverageSection(group.Key, [.. group])),
    ];

    /// <summary>Why a clause is not checked; null when it is.</summary>
    public static string? Reason(ClauseCoverage row) => row switch
    {
        { Clause.Why: { } why } => why,
        { Verdict: not (null or Verdict.NotApplicable) } => null,
        { Rules.IsEmpty: true, Disabled.IsEmpty: false } => $"the policy turns off {string.Join(", ", row.Disabled)}",
        { Rules.IsEmpty: true } => "no rule speaks of it",
        _ => "its rules found nothing to judge",
    };
}
