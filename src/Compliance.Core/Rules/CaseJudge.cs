using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Holds what a rule says of an inventory against what a case expects. Pure.</summary>
public static class CaseJudge
{
    /// <param name="inventory">what the case begins with, its changes made</param>
    /// <param name="previous">the earlier inventory; null for none</param>
    public static ImmutableArray<CaseMismatch> Judge(RuleCase one, RuleSet rules, Inventory inventory, Inventory? previous)
    {
        var results = Results(one, rules, inventory, previous).ToLookup(r => r.Subject.Id);
        return [.. one.Expect.SelectMany(expected => expected.Subject == CaseExpectation.EveryOther
            ? CompareOthers(expected, one, results)
            : Compare(expected, expected.Subject, results))];
    }

    /// <summary>What the rule of a case says of every subject.</summary>
    public static ImmutableArray<RuleResult> Results(RuleCase one, RuleSet rules, Inventory inventory, Inventory? previous)
        => RuleEngine.Evaluate(rules with { Rules = [RuleOf(one, rules)] }, Estate.Build(one.Policy, one.Evidence, inventory, one.AsOf ?? inventory.CollectedAt, previous));

    /// <param name="ownRules">ids of rules that should have cases; those that have some are added</param>
    public static ImmutableArray<RuleProof> Proofs(RuleSet rules, IReadOnlySet<string> ownRules, ImmutableArray<RuleCase> cases)
    {
        var byRule = cases.ToLookup(one => one.Rule, StringComparer.Ordinal);
        return
        [
            .. rules.Rules.Concat(rules.Disabled.Select(off => off.Rule))
                .Where(rule => ownRules.Contains(rule.Id) || byRule.Contains(rule.Id))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => new RuleProof(
                    rule.Id,
                    byRule[rule.Id].Count(),
                    [.. Proving(rule).Except(byRule[rule.Id].SelectMany(one => one.Expect).Select(expected => expected.Verdict))],
                    rule.Place)),
        ];
    }

    // What a rule reads, or its subjects, may be hidden from a token; a rule about the policy alone always knows.
    private static ImmutableArray<Verdict> Proving(Rule rule)
        => SubjectCatalog.MayBeHidden(rule.For) || new[] { rule.When, rule.Assert }.OfType<CelProgram>().SelectMany(p => p.Fields).Any(f => f.Field.Tag is Fact { MayBeUnknown: true })
            ? [Verdict.Pass, Verdict.Fail, Verdict.Unknown]
            : [Verdict.Pass, Verdict.Fail];

    // A rule that the policy turns off can be proven all the same.
    private static Rule RuleOf(RuleCase one, RuleSet rules)
        => rules.Rules.FirstOrDefault(rule => rule.Id == one.Rule) ?? rules.Disabled.First(off => off.Rule.Id == one.Rule).Rule;

    // A subject that the rule does not speak of is no other one, unless that is what is expected. None at all would prove nothing.
    private static IEnumerable<CaseMismatch> CompareOthers(CaseExpectation expected, RuleCase one, ILookup<string, RuleResult> results)
    {
        var others = results
            .Where(group => expected.Verdict == Verdict.NotApplicable || Worst(group).Verdict != Verdict.NotApplicable)
            .Select(group => group.Key)
            .Except(one.Expect.Select(other => other.Subject), StringComparer.Ordinal)
            .ToList();
        return others.Count > 0
            ? others.SelectMany(subject => Compare(expected, subject, results))
            : [new CaseMismatch(expected.Subject, "verdict", VerdictText.Of(expected.Verdict), "no other subject that the rule speaks of", null, expected.Place)];
    }

    // Several cases of one subject, such as the services of a tier: the worst counts, as in a report.
    private static RuleResult Worst(IEnumerable<RuleResult> results) => results.MaxBy(result => VerdictText.Weight(result.Verdict))!;

    private static IEnumerable<CaseMismatch> Compare(CaseExpectation expected, string subject, ILookup<string, RuleResult> results)
    {
        if (!results.Contains(subject))
        {
            yield return new CaseMismatch(subject, "verdict", VerdictText.Of(expected.Verdict), Absent(subject, results), null, expected.Place);
            yield break;
        }

        var worst = Worst(results[subject]);
        if (worst.Verdict != expected.Verdict)
        {
            yield return new CaseMismatch(
                subject, "verdict", VerdictText.Of(expected.Verdict), VerdictText.Of(worst.Verdict), Because(worst), expected.Place);
            yield break;
        }

        foreach (var (what, wanted, found) in Texts(expected, worst))
        {
            if (wanted is not null && wanted != found)
            {
                yield return new CaseMismatch(subject, what, wanted, found ?? "none", null, expected.Place);
            }
        }
    }

    private static IEnumerable<(string What, string? Wanted, string? Found)> Texts(CaseExpectation expected, RuleResult result) =>
    [
        ("message", expected.Message, result.Message),
        ("expected", expected.Expected, result.Expected),
        ("actual", expected.Actual, result.Actual),
        ("fix", expected.Fix, result.Fix),
    ];

    private static string? Because(RuleResult result)
    {
        var reasons = result.Trace().Reasons;
        return reasons.IsEmpty ? null : string.Join(", ", reasons);
    }

    private static string Absent(string subject, ILookup<string, RuleResult> results)
    {
        var ids = results.Select(group => group.Key).ToList();
        var nearest = ids.OrderBy(id => EditDistance.Between(id, subject)).ThenBy(id => id, StringComparer.Ordinal).Take(3).ToList();
        return nearest.Count == 0
            ? "no such subject: the rule has none here"
            : $"no such subject; there {(ids.Count == 1 ? "is" : "are")} {string.Join(", ", nearest)}{(ids.Count > nearest.Count ? $" and {ids.Count - nearest.Count} more" : "")}";
    }
}
