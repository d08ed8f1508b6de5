namespace Compliance.Core.Model;

/// <summary>What the policy says about one rule: another severity, or that it is off. Every report names it with the reason.</summary>
/// <param name="Severity">null: the rule's own</param>
/// <param name="IsEnabled">null: it is</param>
/// <param name="Reason">why, for who reads the report</param>
public sealed record RuleSetting(Placed<string> Rule, Placed<Severity>? Severity, Placed<bool>? IsEnabled, Placed<string> Reason, Place Place)
{
    public bool IsOff => IsEnabled is { Value: false };
}
