using System.Globalization;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The whole of what the page's templates see. Nothing is computed there.</summary>
internal static class HtmlModel
{
    public static ScriptObject Of(ReportModel report)
    {
        var assessment = report.Assessment;
        var cells = new HtmlCells(assessment);
        var links = new HtmlLinks(assessment);
        var sheet = Stylesheet.For(cells.Filtered);
        return new ScriptObject
        {
            ["style"] = new Raw(sheet),
            ["style_source"] = Stylesheet.Source(sheet),
            ["title"] = $"{report.Headline} · {Name(assessment.Estate.Name)} · {Words.ForPeople(assessment.AsOf)}",
            ["verdict"] = Words.Of(assessment.Outcome),
            ["headline"] = report.Headline,
            ["sentence"] = report.Sentence,
            ["change"] = VerdictChange.Of(assessment, report.Findings),
            ["checked"] = report.Checked,
            ["as_of"] = Moment(assessment.AsOf),
            ["estate"] = Estate(assessment),
            ["compared_with"] = report.ComparedWith,
            ["policy"] = Policy(assessment.Policy),
            ["counts"] = Counts(report),
            ["matrix"] = cells.Matrix(),
            ["filters"] = cells.Filters(),
            ["nothing_failed"] = report.NothingFailed,
            ["failed_count"] = report.Findings.Failed,
            ["failed"] = Script.List(report.Failed, group => HtmlFindings.Severity(group, cells, links, assessment.AsOf)),
            ["nothing_unjudged"] = report.NothingUnjudged,
            ["unknown_count"] = report.Findings.Unknown,
            ["unjudged_classes"] = cells.Classes("s", report.Unjudged.SelectMany(rule => rule.Findings)),
            ["unjudged"] = Script.List(report.Unjudged, group => HtmlFindings.Rule(group, cells, links, assessment.AsOf)),
            ["waived_count"] = report.Findings.Waived,
            ["waived_classes"] = cells.Classes("s", report.Waived.SelectMany(rule => rule.Findings)),
            ["waived"] = Script.List(report.Waived, group => HtmlFindings.Rule(group, cells, links, assessment.AsOf)),
            ["waiver_problems"] = Script.List(assessment.WaiverProblems, HtmlAccepted.Problem),
            ["waiver_problem_count"] = assessment.WaiverProblems.Length,
            ["accepted_count"] = report.Findings.Waived + assessment.WaiverProblems.Length + BaselineText.Sections(assessment).Sum(section => section.Lapses.Length),
            ["baseline"] = HtmlAccepted.Baseline(assessment),
            ["has_accepted"] = report.Findings.Waived > 0 || !assessment.WaiverProblems.IsEmpty || !BaselineText.Sections(assessment).IsEmpty,
            ["has_history"] = assessment.Ledger is not null,
            ["history"] = HtmlLedger.Of(assessment),
            ["has_timelines"] = !assessment.Timelines.IsEmpty,
            ["timelines"] = HtmlTimelines.Of(assessment),
            ["has_calendars"] = !assessment.Retentions.IsEmpty,
            ["calendars"] = HtmlCalendars.Of(assessment),
            ["blind_spots"] = Script.List(assessment.BlindSpots, spot => HtmlTraceability.BlindSpot(spot, links)),
            ["has_blind_spots"] = !assessment.BlindSpots.IsEmpty,
            ["has_lineage"] = !assessment.Lineage.Nodes.IsEmpty || !assessment.Lineage.Hidden.IsEmpty,
            ["lineage"] = HtmlLineage.Of(assessment.Lineage),
            ["clauses"] = report.Clauses.ToString(),
            ["clause_count"] = report.Clauses.All,
            ["not_checked_count"] = report.Clauses.NotChecked,
            ["traceability"] = Script.List(report.Traceability, section => HtmlTraceability.Section(section, links)),
            ["nothing_idle"] = report.NothingIdle,
            ["idle_count"] = assessment.IdleRules.Length,
            ["idle"] = Script.List(assessment.IdleRules, id => HtmlTraceability.IdleRule(id, assessment)),
            ["disabled_count"] = assessment.DisabledRules.Length,
            ["disabled"] = Script.List(assessment.DisabledRules, HtmlTraceability.Disabled),
            ["rule_count"] = assessment.Rules.Length,
            ["rules"] = Script.List(assessment.Rules, rule => HtmlTraceability.Rule(rule, links)),
            ["appendix"] = Script.List(assessment.Appendix, HtmlAppendix.Table),
            ["has_appendix"] = !assessment.Appendix.IsEmpty,
        };
    }

    private static ScriptObject Estate(Assessment assessment) => new()
    {
        ["name"] = Name(assessment.Estate.Name),
        ["server"] = Name(assessment.Estate.ServerVersion),
        ["collected"] = Moment(assessment.Estate.CollectedAt),
        ["age"] = Age(assessment.AsOf - assessment.Estate.CollectedAt),
        ["digest"] = UntrustedText.Shortened(assessment.Estate.Digest, Limits.Name),
        ["size"] = string.Join(
            ", ",
            Words.Count(assessment.Estate.Nodes, "node"),
            Words.Count(assessment.Estate.Guests, "guest"),
            Words.Count(assessment.Estate.Jobs, "backup job"),
            Words.Count(assessment.Estate.Storages, "storage")),
    };

    private static ScriptObject Policy(PolicySummary policy) => new()
    {
        ["name"] = Name(policy.Name),
        ["title"] = policy.Title is null ? null : UntrustedText.Shortened(policy.Title, Limits.Name),
        ["version"] = policy.Version is null ? null : Name(policy.Version),
        ["phase"] = policy.IsWhatIf ? $"{Words.Of(policy.Phase)} (what if; the policy is in phase {Words.Of(policy.DeclaredPhase)})" : Words.Of(policy.Phase),
        ["digest"] = UntrustedText.Shortened(policy.Digest, Limits.Name),
    };

    private static ScriptArray Counts(ReportModel report)
    {
        var summary = report.Assessment.Summary;
        (string Kind, int Count, string Label)[] counts =
        [
            ("fail", report.Findings.Errors, report.Findings.Errors == 1 ? "error" : "errors"),
            ("warn", report.Findings.Warnings, report.Findings.Warnings == 1 ? "warning" : "warnings"),
            ("info", report.Findings.Infos, "info"),
            ("unknown", summary.Unknown, "could not be judged"),
            ("pass", summary.Pass, "pass"),
            ("none", summary.NotApplicable, "not applicable"),
            ("none", summary.Waived, "waived"),
        ];
        return Script.List(counts, count => new ScriptObject
        {
            ["kind"] = count.Count == 0 ? "none" : count.Kind,
            ["count"] = count.Count,
            ["label"] = count.Label,
        });
    }

    private static ScriptObject Moment(DateTimeOffset moment) => new()
    {
        ["exact"] = Words.Of(moment),
        ["text"] = Words.ForPeople(moment),
    };

    /// <summary>How old what was seen is; an auditor asks.</summary>
    internal static string Age(TimeSpan age) => age switch
    {
        _ when age < TimeSpan.Zero => "after the moment judged",
        _ when age < TimeSpan.FromMinutes(1) => "at the moment judged",
        _ when age < TimeSpan.FromHours(1) => $"{Words.Count((int)age.TotalMinutes, "minute")} before the moment judged",
        _ when age < TimeSpan.FromDays(1) => $"{Words.Count((int)age.TotalHours, "hour")} before the moment judged",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Words.Count((int)age.TotalDays, "day")} before the moment judged"),
    };

    private static string Name(string name) => UntrustedText.Shortened(name, Limits.Name);
}
