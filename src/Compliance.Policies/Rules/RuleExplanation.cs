using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A rule for a person: what holds, why, what it reads, which clause it proves.</summary>
public static class RuleExplanation
{
    public static string Of(Rule rule, ImmutableArray<Clause> clauses)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rule.Id} {rule.Fault} ({rule.Severity.ToString().ToLowerInvariant()}, {rule.Family.Title})\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{rule.Title}.\n{rule.Why}\n\n");
        foreach (var clause in clauses.Where(c => rule.Clauses.Contains(c.Id, StringComparer.Ordinal)))
        {
            text.Append(CultureInfo.InvariantCulture, $"Runbook {clause.Id}, {clause.Section}: {clause.Says}\n");
        }

        text.Append('\n');
        if (rule.When is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"when    {rule.When.Source}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"assert  {rule.Assert.Source}\n\nIt reads:\n");
        var facts = Facts(rule);
        var width = facts.Count == 0 ? 0 : facts.Max(f => f.FullName.Length);
        foreach (var fact in facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {fact.FullName.PadRight(width)}  {fact.Meaning}\n");
        }

        return text.ToString();
    }

    private static List<Fact> Facts(Rule rule)
        => [.. (rule.When?.Fields ?? []).Concat(rule.Assert.Fields).Select(f => f.Field.Tag).OfType<Fact>().Distinct()];
}
