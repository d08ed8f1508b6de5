using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What a report tells about a rule that the policy turns off.</summary>
/// <param name="Severity">the rule's own</param>
/// <param name="Reason">the policy's</param>
/// <param name="Place">where the policy says so</param>
public sealed record DisabledRuleSummary(string Id, string Fault, string Title, Severity Severity, ImmutableArray<string> Clauses, string Reason, Place Place);
