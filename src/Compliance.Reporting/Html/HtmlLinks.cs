using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>Links between rules, clauses and their tables; what stands in no table gets no link, so that no link leads nowhere.</summary>
internal sealed class HtmlLinks(Assessment assessment)
{
    private readonly FrozenSet<string> _clauses = assessment.Coverage.Select(row => row.Clause.Id).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _rules = assessment.Rules.Select(rule => rule.Id).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> _failed = FirstGroups(assessment, Verdict.Fail);
    private readonly FrozenDictionary<string, string> _unjudged = FirstGroups(assessment, Verdict.Unknown);

    public ScriptArray Clauses(ImmutableArray<string> ids)
        => Script.List(ids, id => Link(id, _clauses.Contains(id) ? Anchor.OfClause(id) : null));

    public ScriptArray Rules(ImmutableArray<string> ids) => Script.List(ids, Rule);

    public ScriptObject Rule(string id) => Link(id, _rules.Contains(id) ? Anchor.OfRule(id) : null);

    /// <summary>Where the failed findings of a rule begin; null when it has none.</summary>
    public string? Failed(string rule) => _failed.GetValueOrDefault(rule);

    /// <summary>Where the findings of a rule begin that could not be judged; null when it has none.</summary>
    public string? Unjudged(string rule) => _unjudged.GetValueOrDefault(rule);

    private static FrozenDictionary<string, string> FirstGroups(Assessment assessment, Verdict verdict) => assessment.Findings
        .Where(finding => finding.Verdict == verdict)
        .OrderBy(finding => finding.Waiver is not null)
        .DistinctBy(finding => finding.Rule)
        .ToFrozenDictionary(finding => finding.Rule, Anchor.OfGroup, StringComparer.Ordinal);

    private static ScriptObject Link(string text, string? anchor) => new()
    {
        ["text"] = UntrustedText.Shortened(text, Limits.Name),
        ["anchor"] = anchor,
    };
}
