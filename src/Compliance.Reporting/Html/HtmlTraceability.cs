using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The proving half of the page: clauses, what could not be read, rules.</summary>
internal static class HtmlTraceability
{
    public static ScriptObject Section(CoverageSection section, HtmlLinks links) => new()
    {
        ["title"] = UntrustedText.Shortened(section.Title, Limits.Value),
        ["clauses"] = Script.List(section.Clauses, row => Clause(row, links)),
    };

    public static ScriptObject BlindSpot(BlindSpot spot, HtmlLinks links) => new()
    {
        ["endpoint"] = UntrustedText.Shortened(spot.Gap.Endpoint, Limits.Value),
        ["reason"] = UntrustedText.Shortened(spot.Gap.Reason, Limits.Value),
        ["needs"] = spot.Gap.Needs is { } needs ? UntrustedText.Shortened(needs, Limits.Value) : null,
        ["rules"] = links.Rules(spot.Rules),
        ["count"] = Words.Count(spot.Subjects, "verdict"),
    };

    public static ScriptObject Rule(RuleSummary rule, HtmlLinks links) => new()
    {
        ["anchor"] = Anchor.OfRule(rule.Id),
        ["id"] = UntrustedText.Shortened(rule.Id, Limits.Name),
        ["fault"] = UntrustedText.Shortened(rule.Fault, Limits.Name),
        ["title"] = UntrustedText.Shortened(rule.Title, Limits.Value),
        ["why"] = UntrustedText.Shortened(rule.Why, Limits.Message),
        ["severity"] = Words.Of(rule.Severity),
        ["own_severity"] = rule.Override is { } change ? Words.Of(change.Own) : null,
        ["severity_reason"] = rule.Override is { } set ? RuleSettingText.Reason(set.Reason, set.Place) : null,
        ["clauses"] = links.Clauses(rule.Clauses),
        ["pass"] = rule.Pass,
        ["fail"] = rule.Fail,
        ["failed"] = links.Failed(rule.Id),
        ["unknown"] = rule.Unknown,
        ["unjudged"] = links.Unjudged(rule.Id),
        ["not_applicable"] = rule.NotApplicable,
    };

    public static ScriptObject IdleRule(string id, Assessment assessment) => new()
    {
        ["id"] = UntrustedText.Shortened(id, Limits.Name),
        ["title"] = assessment.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule ? UntrustedText.Shortened(rule.Title, Limits.Value) : null,
    };

    public static ScriptObject Disabled(DisabledRuleSummary rule) => new()
    {
        ["id"] = UntrustedText.Shortened(rule.Id, Limits.Name),
        ["title"] = UntrustedText.Shortened(rule.Title, Limits.Value),
        ["reason"] = RuleSettingText.Reason(rule.Reason, rule.Place),
    };

    private static ScriptObject Clause(ClauseCoverage row, HtmlLinks links) => new()
    {
        ["anchor"] = Anchor.OfClause(row.Clause.Id),
        ["id"] = UntrustedText.Shortened(row.Clause.Id, Limits.Name),
        ["where"] = CoverageSection.Where(row) is { } where ? UntrustedText.Shortened(where, Limits.Value) : null,
        ["says"] = UntrustedText.Shortened(row.Clause.Says, Limits.Message),
        ["rules"] = links.Rules(row.Rules),
        ["has_rules"] = !row.Rules.IsEmpty,
        ["how"] = row.How switch
        {
            ClauseProof.Live => "live state",
            ClauseProof.Evidence => "evidence files",
            ClauseProof.Both => "live state and evidence files",
            _ => "nothing",
        },
        ["why"] = CoverageSection.Reason(row) is { } why ? UntrustedText.Shortened(why, Limits.Message) : null,
        ["verdict"] = Words.OfClause(row.Verdict),
        ["word"] = Words.OfClause(row.Verdict).Replace('-', ' '),
        ["findings"] = row.Verdict switch
        {
            Verdict.Fail => row.Rules.Select(links.Failed).FirstOrDefault(anchor => anchor is not null),
            Verdict.Unknown => row.Rules.Select(links.Unjudged).FirstOrDefault(anchor => anchor is not null),
            _ => null,
        },
    };
}
