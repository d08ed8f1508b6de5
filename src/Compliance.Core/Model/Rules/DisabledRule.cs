namespace Compliance.Core.Model;

/// <summary>A rule that the policy turns off: it judges nothing, and every report says so.</summary>
/// <param name="Place">where the policy says so</param>
public sealed record DisabledRule(Rule Rule, string Reason, Place Place);
