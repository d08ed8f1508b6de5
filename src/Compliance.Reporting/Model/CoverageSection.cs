using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>The line of the policy's own runbook: <c>runbook.md:32</c>, with the heading where the section is another; null when there is none.</summary>
    public static string? Where(ClauseCoverage row) => row.Clause.Stated is not { } stated ? null
        : Line(stated.Place) + (stated.Heading == row.Clause.Section ? "" : $" under \"{stated.Heading}\"");

    /// <summary><c>runbook.md:32</c>.</summary>
    public static string Line(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Line}");

    /// <summary>Why a clause is not checked, or who vouches for it; null when rules checked it.</summary>
    public static string? Reason(ClauseCoverage row) => row switch
    {
        { Attestation: { } attested } => attested.Words,
        { Clause.Why: { } why } => why,
        { Verdict: not (null or Verdict.NotApplicable) } => null,
        { Rules.IsEmpty: true, Disabled.IsEmpty: false } => $"the policy turns off {string.Join(", ", row.Disabled)}",
        { Idle: { } idle } => idle,
        { Rules.IsEmpty: true } => "no rule speaks of it; an attestation in evidence/ would prove it",
        _ => "its rules found nothing to judge",
    };
}
