using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Checks what evidence refers to: tiers of the policy and clauses of the runbook.</summary>
internal static class EvidenceChecks
{
    public static void Run(EvidenceRecords evidence, Policy policy, ProblemList problems)
    {
        var levels = policy.Tiers.Select(tier => tier.Level.Value).ToHashSet();
        foreach (var tier in evidence.RestoreTests.Select(test => test.Tier).Where(tier => !levels.Contains(tier.Value)))
        {
            problems.Add(
                ProblemCodes.EvidenceTierUnknown,
                tier.Place,
                $"the policy has no tier {tier.Value}",
                $"Its tiers are {string.Join(", ", levels.Order())}.");
        }

        foreach (var clause in evidence.Attestations.Select(one => one.Clause).Where(clause => !RunbookClauses.Ids.Contains(clause.Value)))
        {
            problems.Add(
                ProblemCodes.AttestedClauseUnknown,
                clause.Place,
                $"the runbook has no clause \"{clause.Value}\"",
                "A report lists all clauses, under Runbook.");
        }
    }
}
