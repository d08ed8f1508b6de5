using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>How often a rule failed, day by day, waived or not.</summary>
/// <param name="Days">null where no run judged by it, or it could not judge anything</param>
public sealed record RuleTrend(string Rule, ImmutableArray<int?> Days);
