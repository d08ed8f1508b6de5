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
    /// <param name="accepted">marks findings; changes no verdict</param>
    public static Assessment Assess(
        RuleSet rules, Estate estate, ImmutableArray<RuleResult> results, Severity failOn, string policyDigest, string estateDigest, Accepted accepted)
    {
        var found = FindingList.Of(results);
        var waivers = new WaiverLedger(accepted.Waivers, rules, estate, found, results);
        var since = accepted.Baseline is { } baseline ? new BaselineReview(baseline, rules, results) : null;
        var origins = new FindingOrigins(estate);
        ImmutableArray<Finding> findings = [.. found.Select(waivers.Mark).Select(f => since?.Mark(f) ?? f).Select(origins.Mark)];
        var gate = new OutcomeGate(results, waivers.Problems, failOn);
        return new Assessment
        {
            AsOf = estate.AsOf,
            Outcome = gate.Of(findings.Where(f => f.Waiver is null)),
            Policy = Summaries.Of(estate.Policy, policyDigest),
            Estate = Summaries.Of(estate, estateDigest),
            Summary = Count(rules, results, findings),
            Findings = findings,
            Coverage = CoverageMatrix.Of(rules, results, estate),
            Matrix = TierMatrix.Of(estate, results),
            BlindSpots = BlindSpotList.Of(results),
            Rules = Summarise(rules, results),
            IdleRules = IdleRules(rules, results),
            DisabledRules = Summaries.Of(rules.Disabled),
            WaiverProblems = waivers.Problems,
            Baseline = since is null ? null : new BaselineComparison
            {
                MadeAt = accepted.Baseline!.MadeAt,
                New = findings.Count(f => f.Drift == Drift.New),
                Unchanged = findings.Count(f => f.Drift == Drift.Unchanged),
                Resolved = since.Resolved,
                Unclear = since.Unclear,
                Gate = gate.Of(findings.Where(f => f.Waiver is null && f is not { Verdict: Verdict.Fail, Drift: Drift.Unchanged })),
            },
            Draw = () => new EstatePictures(GuestTimelines.Of(estate), RetentionPictures.Of(estate), LineageMapper.Of(estate)),
            Appendix = Appendix.Of(estate),
        };
    }

    private static AssessmentSummary Count(RuleSet rules, ImmutableArray<RuleResult> results, ImmutableArray<Finding> findings)
    {
        int Of(Verdict verdict) => results.Count(r => r.Verdict == verdict);
        var subjects = results.Where(r => r.Verdict != Verdict.NotApplicable).Select(r => r.Subject.Id).Distinct(StringComparer.Ordinal).Count();
        return new AssessmentSummary(
            rules.Rules.Length, subjects, Of(Verdict.Pass), Of(Verdict.Fail), Of(Verdict.Unknown), Of(Verdict.NotApplicable),
            findings.Count(f => f.Waiver is not null));
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
