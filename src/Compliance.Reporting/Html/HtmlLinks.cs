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

    public ScriptArray Clauses(ImmutableArray<string> ids)
        => Script.List(ids, id => Link(id, _clauses.Contains(id) ? Anchor.OfClause(id) : null));

    public ScriptArray Rules(ImmutableArray<string> ids) => Script.List(ids, Rule);

    public ScriptObject Rule(string id) => Link(id, _rules.Contains(id) ? Anchor.OfRule(id) : null);

    private static ScriptObject Link(string text, string? anchor) => new()
    {
        ["text"] = UntrustedText.Shortened(text, Limits.Name),
        ["anchor"] = anchor,
    };
}
