using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What came of one case.</summary>
/// <param name="Mismatches">in the order of the case's expectations</param>
/// <param name="Fault">why it could not be tried at all; null when it was</param>
/// <param name="Elapsed">how long it took</param>
public sealed record CaseResult(RuleCase Case, ImmutableArray<CaseMismatch> Mismatches, Problem? Fault, TimeSpan Elapsed)
{
    public bool IsPassed => Fault is null && Mismatches.IsEmpty;
}
