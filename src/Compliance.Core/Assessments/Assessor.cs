using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Turns verdicts into what reports show. Pure: no clock, no file, no order of arrival.</summary>
public static class Assessor
{
    /// <param name="failOn">the gate: verdicts of rules below this severity are shown, but decide nothing</param>
    /// <param name="policyDigest">over everything in the policy repository that takes part</param>
    /// <param name="estateDigest">over the inventory without the moment it was collected</param>
    public static Assessment Assess(
        RuleSet rules, Estate estate, ImmutableArray<RuleResult> results, Severity failOn, string policyDigest, string estateDigest)
    {
        var findings = FindingList.Of(results);
        var inventory = estate.Inventory;
        return new Assessment
        {
            AsOf = estate.AsOf,
            Outcome = OutcomeOf(results, failOn),
            Policy = new PolicySummary(
                estate.Policy.Name.Value, estate.Policy.Title?.Value, estate.Policy.Version?.Value, estate.Policy.Phase.Value, policyDigest),
            Estate = new EstateSummary(
                inventory.Name, inventory.ServerVersion, Earlier(inventory.CollectedAt, estate.AsOf), estateDigest, estate.Nodes.Length, estate.Guests.Length,
                estate.Jobs.Length, inventory.Storages.Rows.Length),
            Summary = Count(rules, results),
            Findings = findings,
            Coverage = CoverageMatrix.Of(rules, results),
            Matrix = TierMatrix.Of(estate, results),
            BlindSpots = BlindSpotList.Of(results),
            Rules = Summarise(rules, results),
            IdleRules = IdleRules(rules, results),
            DisabledRules = [.. rules.Disabled.Select(off => new DisabledRuleSummary(
                off.Rule.Id, off.Rule.Fault, off.Rule.Title, off.Rule.Severity, off.Rule.Clauses, off.Reason, off.Place))],
            Appendix = Appendix.Of(estate),
        };
    }

    /// <summary>
    /// Drift when a gated rule failed. Unknown when none failed but a gated one could not be judged, or when nothing passed at
    /// all: zero checks are not zero findings.
    /// </summary>
    private static Outcome OutcomeOf(ImmutableArray<RuleResult> results, Severity failOn)
    {
        var gated = results.Where(r => r.Rule.Severity >= failOn).ToList();
        return gated.Exists(r => r.Verdict == Verdict.Fail) ? Outcome.Drift
            : gated.Exists(r => r.Verdict == Verdict.Unknown) ? Outcome.Unknown
            : gated.Exists(r => r.Verdict == Verdict.Pass) ? Outcome.Compliant
            : Outcome.Unknown;
    }

    // An estate judged as of a moment is taken to have been so at that moment.
    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static AssessmentSummary Count(RuleSet rules, ImmutableArray<RuleResult> results)
    {
        int Of(Verdict verdict) => results.Count(r => r.Verdict == verdict);
        var subjects = results.Where(r => r.Verdict != Verdict.NotApplicable).Select(r => r.Subject.Id).Distinct(StringComparer.Ordinal).Count();
        return new AssessmentSummary(
            rules.Rules.Length, subjects, Of(Verdict.Pass), Of(Verdict.Fail), Of(Verdict.Unknown), Of(Verdict.NotApplicable), Waived: 0);
    }

    private static ImmutableArray<RuleSummary> Summarise(RuleSet rules, ImmutableArray<RuleResult> results)
    {
        var byRule = results.ToLookup(r => r.Rule.Id);
        return [.. rules.Rules.Select(rule =>
        {
            int Of(Verdict verdict) => byRule[rule.Id].Count(r => r.Verdict == verdict);
            return new RuleSummary(
                rule.Id, rule.Fault, rule.Title, rule.Why, rule.Severity, rule.Clauses, rule.Family.Title,
                Of(Verdict.Pass), Of(Verdict.Fail), Of(Verdict.Unknown), Of(Verdict.NotApplicable))
            { Override = rule.Override };
        })];
    }

    private static ImmutableArray<string> IdleRules(RuleSet rules, ImmutableArray<RuleResult> results)
    {
        var judged = results.Where(r => r.Verdict != Verdict.NotApplicable).Select(r => r.Rule.Id).ToHashSet(StringComparer.Ordinal);
        return [.. rules.Rules.Select(r => r.Id).Where(id => !judged.Contains(id))];
    }
}
