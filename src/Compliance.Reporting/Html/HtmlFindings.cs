using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>Findings for the page, by severity and rule. What all findings of a rule share is said once.</summary>
internal static class HtmlFindings
{
    /// <summary>
    /// So many findings of one rule are shown in full; the others, in a folded table with everything that differs between
    /// them, so that a whole cluster in drift stays a page that opens on a phone.
    /// </summary>
    internal const int ShownInFull = 12;

    public static ScriptObject Severity(SeverityGroup group, HtmlCells cells, HtmlLinks links, DateTimeOffset asOf) => new()
    {
        ["classes"] = cells.Classes("s", group.Rules.SelectMany(rule => rule.Findings)),
        ["severity"] = Words.Of(group.Severity),
        ["title"] = group.Title,
        ["count"] = group.Count,
        ["rules"] = Script.List(group.Rules, rule => Rule(rule, cells, links, asOf)),
    };

    public static ScriptObject Rule(RuleGroup group, HtmlCells cells, HtmlLinks links, DateTimeOffset asOf)
    {
        var more = group.Findings.Skip(ShownInFull).ToImmutableArray();
        return new ScriptObject
        {
            ["anchor"] = Anchor.OfGroup(group.First),
            ["classes"] = cells.Classes("g", group.Findings),
            ["rule"] = links.Rule(group.First.Rule),
            ["fault"] = UntrustedText.Shortened(group.First.Fault, Limits.Name),
            ["title"] = UntrustedText.Shortened(group.First.Title, Limits.Value),
            ["severity"] = Words.Of(group.First.Severity),
            ["why"] = UntrustedText.Shortened(group.First.Why, Limits.Message),
            ["clauses"] = links.Clauses(group.First.Clauses),
            ["count"] = Words.Count(group.Findings.Length, "subject"),
            ["shown"] = Script.List(group.Findings.Take(ShownInFull), finding => Finding(finding, cells, asOf)),
            ["more_count"] = more.Length,
            ["more_classes"] = cells.Classes("f", more),
            ["more"] = Script.List(more, finding => Finding(finding, cells, asOf)),
        };
    }

    private static ScriptObject Finding(Finding finding, HtmlCells cells, DateTimeOffset asOf) => new()
    {
        ["anchor"] = Anchor.OfFinding(finding),
        ["classes"] = cells.Classes("f", [finding]),
        ["subject"] = UntrustedText.Shortened(finding.Subject.Id, Limits.Name),
        ["name"] = finding.Subject.Name is { } name ? UntrustedText.Shortened(name, Limits.Name) : null,
        ["message"] = UntrustedText.Shortened(finding.Message, Limits.Message),
        ["has_values"] = finding.Expected is not null || finding.Actual is not null,
        ["expected"] = finding.Expected is { } expected ? UntrustedText.Shortened(expected, Limits.Value) : null,
        ["actual"] = Actual(finding),
        ["because"] = finding.Because.IsEmpty ? null : ReasonText.Of(finding),
        ["is_unread"] = finding is { Actual: null, Verdict: Verdict.Unknown },
        ["policy"] = finding.Policy is { } policy ? UntrustedText.Shortened($"{policy.File}:{policy.Line}", Limits.Value) : null,
        ["endpoint"] = finding.Live is { } live ? UntrustedText.Shortened(live.Endpoint, Limits.Value) : null,
        ["field"] = UntrustedText.Shortened(finding.Live?.Field, Limits.Name),
        ["fix"] = finding.Fix,
        ["waiver"] = finding.Waiver is { } waiver ? WaiverText.Of(waiver, asOf) : null,
        ["drift"] = Words.Of(finding.Drift),
        ["history"] = finding.History is { } history ? LedgerText.Of(history) : null,
        ["is_new"] = finding.History is { Before: not null, Standing: Standing.New or Standing.Returned },
        ["changed"] = finding.History is { } entry ? LedgerText.Detail(entry) : null,
        ["missing"] = Script.List(finding.Missing, gap => UntrustedText.Shortened(gap.ToString(), Limits.Value)),
    };

    private static string? Actual(Finding finding) => finding switch
    {
        { Actual: { } actual } => UntrustedText.Shortened(actual, Limits.Value),
        { Verdict: Verdict.Unknown } => "could not be read",
        _ => null,
    };
}
