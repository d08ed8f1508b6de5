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
}
