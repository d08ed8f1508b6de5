using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Neighbouring findings of one rule with one verdict and severity; at least one.</summary>
internal sealed record RuleGroup(ImmutableArray<Finding> Findings)
{
    /// <summary>What all of them share is read from the first.</summary>
    public Finding First => Findings[0];

    /// <summary>Keeps the order of the assessment.</summary>
    public static ImmutableArray<RuleGroup> Of(IEnumerable<Finding> findings)
        => [.. findings.GroupBy(finding => finding.Rule, StringComparer.Ordinal).Select(group => new RuleGroup([.. group]))];
}
