using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Finds the result behind a finding that a report names.</summary>
public static class FindingSearch
{
    /// <summary>The fails and unknowns whose fingerprint begins so; several when the beginning is too short.</summary>
    public static ImmutableArray<RuleResult> ByFingerprint(ImmutableArray<RuleResult> results, string beginning)
        => [.. results.Where(result => result.Verdict is Verdict.Fail or Verdict.Unknown
            && Fingerprint.Of(result).StartsWith(beginning, StringComparison.OrdinalIgnoreCase))];
}
