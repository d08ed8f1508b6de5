namespace Compliance.Core.Model;

/// <summary>That the policy gives a rule another severity than its own.</summary>
/// <param name="Own">the severity in the rule's file</param>
/// <param name="Place">where the policy says so</param>
public sealed record RuleOverride(Severity Own, string Reason, Place Place);
