using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>Findings for the page, by severity and what to do. What all findings of a group share is said once.</summary>
/// <param name="all">how many findings the page has</param>
internal sealed class HtmlFindings(HtmlCells cells, HtmlLinks links, DateTimeOffset asOf, int all)
{
    /// <summary>
    /// So many findings of a group are shown in full; the others, in a folded table with everything that differs between
    /// them, so that a whole cluster in drift stays a page that opens on a phone.
    /// </summary>
    internal const int ShownInFull = 12;

    /// <summary>So many on a page of more than a thousand, where nobody reads each.</summary>
    private const int ShownOfMany = 3;

    private readonly int shownInFull = all > 1000 ? ShownOfMany : ShownInFull;

    public ScriptObject Severity(SeverityGroup group)
    {
        var single = group.Single;
        // Where every finding of a rule went into steps, links to the rule's findings lead to the first of them.
        var marked = single.Select(rule => rule.First.Rule).ToHashSet(StringComparer.Ordinal);
        return new ScriptObject
        {
            ["classes"] = cells.Classes("s", group.Rules.SelectMany(rule => rule.Findings)),
            ["severity"] = Words.Of(group.Severity),
            ["title"] = group.Title,
            ["count"] = group.Count,
            ["steps"] = Script.List(group.Steps, step => Step(step, marked)),
            ["rules"] = Script.List(single, Rule),
        };
    }

    public ScriptObject Rule(RuleGroup group)
    {
        var shown = Group(group.Findings, finding => HtmlFinding.Of(finding, cells, asOf));
        shown["anchor"] = Anchor.OfGroup(group.First);
        shown["rule"] = links.Rule(group.First.Rule);
        shown["fault"] = UntrustedText.Shortened(group.First.Fault, Limits.Name);
        shown["title"] = UntrustedText.Shortened(group.First.Title, Limits.Value);
        shown["severity"] = Words.Of(group.First.Severity);
        shown["why"] = UntrustedText.Shortened(group.First.Why, Limits.Message);
        shown["clauses"] = links.Clauses(group.First.Clauses);
        shown["count"] = Words.Count(group.Findings.Length, "subject");
        return shown;
    }

    private ScriptObject Step(RemedyStep step, HashSet<string> marked)
    {
        var shown = Group(step.Findings, finding =>
        {
            var one = HtmlFinding.Of(finding with { Fix = null }, cells, asOf);
            one["rule"] = links.Rule(finding.Rule);
            one["title"] = UntrustedText.Shortened(finding.Title, Limits.Value);
            one["clauses"] = links.Clauses(finding.Clauses);
            one["mark"] = marked.Add(finding.Rule) ? Anchor.OfGroup(finding) : null;
            return one;
        });
        shown["fix"] = step.Fix;
        shown["rules"] = links.Rules([.. step.Findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal)]);
        shown["count"] = Words.Count(step.Findings.Length, "finding");
        return shown;
    }

    private ScriptObject Group(ImmutableArray<Finding> findings, Func<Finding, ScriptObject> each)
    {
        var more = findings.Skip(shownInFull).ToImmutableArray();
        var shown = Script.List(findings.Take(shownInFull), each);
        var rows = Script.List(more, each);
        var columns = HtmlColumn.Of(rows);
        return new ScriptObject
        {
            ["classes"] = cells.Classes("g", findings),
            ["shown"] = shown,
            ["more_count"] = more.Length,
            ["more_classes"] = cells.Classes("f", more),
            ["more"] = rows,
            ["columns"] = Script.List(columns.Where(column => column.Same is null), column => column.ToScript()),
            ["has_same"] = columns.Any(column => column.Same is { Length: > 0 }),
            ["same"] = Script.List(columns.Where(column => column.Same is { Length: > 0 }), column => column.ToScript()),
        };
    }
}
