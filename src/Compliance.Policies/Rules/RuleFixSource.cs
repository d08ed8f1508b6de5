namespace Compliance.Policies;

/// <summary>One way to put a fault right, as it is written.</summary>
/// <param name="When">expression: whether it applies; null: always</param>
public sealed record RuleFixSource(RuleText? When, RuleTemplate Text);
