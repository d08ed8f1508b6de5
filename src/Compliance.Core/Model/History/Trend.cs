using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Whether an estate gets better under a policy.</summary>
/// <param name="Days">without a gap, the last one that of the newest run</param>
/// <param name="Worst">the rules with the most fails over these days, the worst first</param>
public sealed record Trend(string Estate, string Policy, ImmutableArray<TrendDay> Days, ImmutableArray<RuleTrend> Worst);
