using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Fragment ids of the page. They contain letters, digits and <c>-._</c> only, whatever they are made of.</summary>
internal static class Anchor
{
    /// <summary>Such as <c>clause-RB-40</c>: an auditor can link to it.</summary>
    public static string OfClause(string id) => $"clause-{Safe(id)}";

    public static string OfRule(string id) => $"rule-{Safe(id)}";

    /// <summary>Such as <c>error-BKP104</c>: findings of one rule with one verdict and severity, waived or not.</summary>
    public static string OfGroup(Finding finding)
        => $"{(finding.Waiver is not null ? "waived" : finding.Verdict == Verdict.Fail ? Words.Of(finding.Severity) : Words.Of(finding.Verdict))}-{Safe(finding.Rule)}";

    public static string OfFinding(Finding finding) => $"f-{Safe(finding.Fingerprint)}";

    /// <summary>Such as <c>t1-c3</c>: tier 1 under the third control; <c>t-c3</c> for what belongs to no tier.</summary>
    public static string OfCell(int? tier, int control) => $"t{tier}-c{control}";

    /// <summary>Such as <c>d-qemu_101</c>: what the timeline of a guest says.</summary>
    public static string OfTimeline(string guest) => $"d-{Safe(guest)}";

    private static string Safe(string text) => string.Create(text.Length, text, static (safe, source) =>
    {
        for (var at = 0; at < safe.Length; at++)
        {
            safe[at] = char.IsAsciiLetterOrDigit(source[at]) || source[at] is '-' or '.' or '_' ? source[at] : '_';
        }
    });
}
