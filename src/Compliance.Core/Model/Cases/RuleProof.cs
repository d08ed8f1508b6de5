using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>How far cases prove a rule.</summary>
/// <param name="Cases">how many there are</param>
/// <param name="Lacking">verdicts that no case expects: each rule should be seen to pass, to fail and not to know</param>
/// <param name="Place">where the rule is written</param>
public sealed record RuleProof(string Rule, int Cases, ImmutableArray<Verdict> Lacking, Place Place);
