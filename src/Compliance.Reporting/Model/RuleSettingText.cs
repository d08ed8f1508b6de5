using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What the policy says about single rules, in one line each.</summary>
internal static class RuleSettingText
{
    /// <summary><c>BKP305 (backup-disk-not-dedicated): the reason (policy.yaml:120)</c>.</summary>
    public static string Off(DisabledRuleSummary rule)
        => $"{UntrustedText.Shortened(rule.Id, Limits.Name)} ({UntrustedText.Shortened(rule.Fault, Limits.Name)}): {Reason(rule.Reason, rule.Place)}";

    /// <summary><c>BKP210 is error, not warning: the reason (policy.yaml:118)</c>.</summary>
    public static string Severity(RuleSummary rule)
        => $"{UntrustedText.Shortened(rule.Id, Limits.Name)} is {Words.Of(rule.Severity)}, not {Words.Of(rule.Override!.Own)}: {Reason(rule.Override.Reason, rule.Override.Place)}";

    /// <summary><c>the reason (policy.yaml:118)</c>.</summary>
    public static string Reason(string reason, Place place)
        => $"{UntrustedText.Shortened(reason, Limits.Message)} ({UntrustedText.Visible(place.File)}:{place.Line})";
}
