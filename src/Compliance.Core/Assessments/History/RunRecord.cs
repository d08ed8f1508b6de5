using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>What a history keeps of a run.</summary>
public static class RunRecord
{
    /// <param name="program">the version of this program</param>
    public static HistoryRun Of(
        Assessment assessment, ImmutableArray<RuleResult> results, Severity failOn, int exitCode, string program, RunDurations durations) => new()
    {
        AsOf = assessment.AsOf,
        CollectedAt = assessment.Estate.CollectedAt,
        Program = program,
        Policy = assessment.Policy.Name,
        PolicyVersion = assessment.Policy.Version,
        PolicyDigest = assessment.Policy.Digest,
        Estate = assessment.Estate.Name,
        EstateDigest = assessment.Estate.Digest,
        FailOn = failOn,
        Gate = assessment.Gate,
        ExitCode = exitCode,
        Counts = assessment.Summary,
        Collecting = durations.Collecting,
        Judging = durations.Judging,
        Rules = [.. assessment.Rules.Select(rule => new HistoryCount(rule.Id, rule.Pass, rule.Fail, rule.Unknown, rule.NotApplicable))],
        Clauses =
        [
            .. results
                .SelectMany(result => result.Rule.Clauses.Select(clause => (Clause: clause, result.Verdict)))
                .GroupBy(pair => pair.Clause, pair => pair.Verdict, StringComparer.Ordinal)
                .OrderBy(clause => clause.Key, NaturalOrder.Comparer)
                .Select(clause => Count(clause.Key, [.. clause])),
        ],
        Findings = [.. assessment.Findings.Select(HistoryFinding.Of)],
        Held = Held(results),
    };

    private static ImmutableArray<HeldCase> Held(ImmutableArray<RuleResult> results)
    {
        var unjudged = results.Where(result => result.Verdict == Verdict.Unknown).Select(result => result.Rule.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. results
                .Where(result => result.Verdict == Verdict.Pass || (result.Verdict == Verdict.NotApplicable && unjudged.Contains(result.Rule.Id)))
                .Select(result => Held(result))
                .DistinctBy(held => held.Fingerprint, StringComparer.Ordinal),
        ];
    }

    private static HeldCase Held(RuleResult result)
    {
        var (expected, actual) = result is { Verdict: Verdict.Pass, Bindings: { } bindings } ? ExpectedActual.OfHeld(result.Rule, bindings) : (null, null);
        return new HeldCase(Fingerprint.Of(result), result.Rule.Id, result.Verdict == Verdict.Pass, expected, actual);
    }

    private static HistoryCount Count(string id, ImmutableArray<Verdict> verdicts)
    {
        int Of(Verdict verdict) => verdicts.Count(one => one == verdict);
        return new HistoryCount(id, Of(Verdict.Pass), Of(Verdict.Fail), Of(Verdict.Unknown), Of(Verdict.NotApplicable));
    }
}
