using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Runbook traceability: what the rules that cite a clause say together.</summary>
public static class CoverageMatrix
{
    /// <summary>What would judge each clause, before anything is: no row has a verdict.</summary>
    public static ImmutableArray<ClauseCoverage> Of(RuleSet rules) => Rows(rules, [], null);

    /// <summary>What judged each clause, and to which verdict: rules, or where no rule speaks of it what people attest.</summary>
    public static ImmutableArray<ClauseCoverage> Of(RuleSet rules, ImmutableArray<RuleResult> results, Estate estate)
        => Rows(rules, results, estate);

    private static ImmutableArray<ClauseCoverage> Rows(RuleSet rules, ImmutableArray<RuleResult> results, Estate? estate)
    {
        var byRule = results.ToLookup(r => r.Rule.Id, r => r.Verdict);
        return [.. rules.Clauses.Select(clause =>
        {
            var citing = rules.Rules.Where(rule => Cites(rule, clause)).ToList();
            // Nobody's word stands in for a rule, be it one that the policy turns off or one that this run leaves out; a rule that cannot speak
            // under the policy is none, and one that judges before a change only says nothing of today.
            var word = estate is null || rules.All.Any(rule => rule.IsChecked && Cites(rule, clause) && RuleReach.MayApply(rule, estate.Policy)) ? null : AttestedClause.Of(clause, estate);
            var verdict = word is null ? Worst(citing.SelectMany(r => byRule[r.Id])) : word.Holds ? Verdict.Pass : Verdict.Fail;
            return new ClauseCoverage(clause, [.. citing.Select(r => r.Id)], verdict)
            {
                Attestation = word,
                Idle = AllRead(citing, "estate.hasPrevious") ? "not compared with an earlier inventory (give one with --previous)"
                    : AllRead(citing, "policy.namesHostArchives") && estate is not null ? "the policy names no place of host archives (host-archives); an attestation in evidence/ would prove it"
                    : citing.Count > 0 ? null
                    : rules.Unasked.Where(rule => Cites(rule, clause)).ToList() is { Count: > 0 } unasked ? WhyUnasked(unasked)
                    : null,
                Disabled = [.. rules.Disabled.Select(off => off.Rule).Where(rule => Cites(rule, clause)).Select(rule => rule.Id)],
            };
        })];
    }

    private static string WhyUnasked(List<Rule> rules) => rules.Exists(rule => rule.IsChecked)
        ? "its rules were not asked for in this run"
        : "it is judged before a change, by pve-compliance ready";

    // Only when a clause has no verdict is this shown, and then it is this that its rules lacked.
    private static bool AllRead(List<Rule> citing, string name)
        => citing.Count > 0 && citing.TrueForAll(rule => RuleFacts.Of(rule).Any(fact => fact.FullName == name));

    private static bool Cites(Rule rule, Clause clause) => rule.Clauses.Contains(clause.Id, StringComparer.Ordinal);

    /// <summary>Null when nothing was judged: a clause whose rules found no subject is not checked, and certainly not passed.</summary>
    private static Verdict? Worst(IEnumerable<Verdict> verdicts)
    {
        Verdict? worst = null;
        foreach (var verdict in verdicts)
        {
            switch (verdict)
            {
                case Verdict.Fail:
                    return Verdict.Fail;
                case Verdict.Unknown:
                    worst = Verdict.Unknown;
                    break;
                case Verdict.Pass:
                    worst ??= Verdict.Pass;
                    break;
                default:
                    break;
            }
        }

        return worst;
    }
}
