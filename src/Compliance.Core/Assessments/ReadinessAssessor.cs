using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>Says whether a host may be touched. Every rule of the gate counts, whatever its severity, and not to know is not to go.</summary>
public static class ReadinessAssessor
{
    /// <param name="rules">all there are; those that must hold before the change judge</param>
    /// <param name="policyDigest">over everything in the policy repository that takes part</param>
    /// <param name="estateDigest">over the inventory without the moment it was collected</param>
    public static Readiness Assess(
        RuleSet rules, Estate estate, ReadinessRequest request, string policyDigest, string estateDigest, ImmutableArray<Waiver> waivers)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(estate);
        ArgumentNullException.ThrowIfNull(request);
        var now = At(rules, estate, request, policyDigest, estateDigest, waivers);
        Readiness Later(DateTimeOffset moment)
            => At(rules, Estate.Build(estate.Policy, estate.Evidence, estate.Inventory, moment, previous: null, request), request, policyDigest, estateDigest, waivers);

        return now with
        {
            Validity = ReadinessHorizon.Of(now, estate, Later),
            Digests = RelevantDigests.Of(rules.Before(request.Change), estate.Inventory, request),
        };
    }

    private static Readiness At(
        RuleSet rules, Estate estate, ReadinessRequest request, string policyDigest, string estateDigest, ImmutableArray<Waiver> waivers)
    {
        var asked = rules.Before(request.Change);
        var scope = new ReadinessScope(estate, request.Node);
        ImmutableArray<RuleResult> results = [.. RuleEngine.Evaluate(asked, estate).Where(scope.Includes)];
        var found = FindingList.Of(results);
        var ledger = new WaiverLedger(waivers, asked, estate, found, results);
        var findings = found.Select(ledger.Mark).ToList();
        ImmutableArray<Finding> blocking = [.. findings.Where(finding => finding.Waiver is null)];
        return new Readiness
        {
            Request = request,
            AsOf = estate.AsOf,
            Outcome = OutcomeOf(blocking, ledger.Problems, results),
            Policy = Summaries.Of(estate.Policy, policyDigest),
            Estate = Summaries.Of(estate, estateDigest),
            Blocking = blocking,
            Waived = [.. findings.Where(finding => finding.Waiver is not null)],
            WaiverProblems = ledger.Problems,
            Items = Items(asked, results, findings),
            Disabled = Summaries.Of(asked.Disabled),
            BlindSpots = BlindSpotList.Of(results),
            Validity = new ReadinessValidity(null, string.Empty),
            Digests = [],
        };
    }

    // A faulty waiver covers nothing, so what it was for is a finding; one that merely outlived its fault stands in nobody's way.
    private static ReadinessOutcome OutcomeOf(
        ImmutableArray<Finding> blocking, ImmutableArray<WaiverProblem> waiverProblems, ImmutableArray<RuleResult> results)
        => blocking.Any(finding => finding.Verdict == Verdict.Fail) || waiverProblems.Any(problem => problem.Severity == Severity.Error) ? ReadinessOutcome.NoGo
            : blocking.Length > 0 || !results.Any(result => result.Verdict == Verdict.Pass) ? ReadinessOutcome.Unknown
            : ReadinessOutcome.Go;

    private static ImmutableArray<ReadinessItem> Items(RuleSet asked, ImmutableArray<RuleResult> results, List<Finding> findings)
    {
        var byRule = results.Where(result => result.Verdict != Verdict.NotApplicable).ToLookup(result => result.Rule.Id, StringComparer.Ordinal);
        var waived = findings.Where(finding => finding.Waiver is not null).ToLookup(finding => finding.Rule, StringComparer.Ordinal);
        return [.. asked.Rules.Select(rule =>
        {
            var open = findings.Where(finding => finding.Rule == rule.Id && finding.Waiver is null).Select(finding => finding.Verdict).ToList();
            var judged = byRule[rule.Id].Count();
            var verdict = open.Contains(Verdict.Fail) ? Verdict.Fail
                : open.Count > 0 ? Verdict.Unknown
                : judged > 0 ? Verdict.Pass
                : (Verdict?)null;
            return new ReadinessItem(rule.Id, rule.Title, rule.Clauses, verdict, judged, waived[rule.Id].Count());
        })];
    }
}
