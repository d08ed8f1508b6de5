using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// What a policy says that cannot all be met, never decides anything, or does not mean what it seems to. What follows from schedule and
/// retention is simulated, and the message carries the numbers.
/// </summary>
internal static class SemanticLint
{
    /// <summary>
    /// Where simulated years begin: a Monday, in a leap year. A lint that depended on today would change its words from day to day.
    /// </summary>
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="policy">without errors: a setting that was dropped because it is faulty would look as if it were not written</param>
    /// <param name="runbook">its own; null when it points at none</param>
    public static void Run(Policy policy, Runbook? runbook, ProblemList problems)
    {
        var plans = policy.Tiers.Select(tier => TierForecast.Of(tier, policy.Backup)).ToList();
        foreach (var plan in plans)
        {
            ScheduleLint.Check(plan, problems);
            RetentionLint.Check(plan, problems);
        }

        TierOrderLint.Check(plans, problems);
        TargetLint.Check(policy, problems);
        PatternOverlap.Check(policy, problems);
        CheckFallback(policy, runbook, problems);
    }

    /// <summary>Said where the runbook is the policy's own and states the clause, once.</summary>
    private static void CheckFallback(Policy policy, Runbook? runbook, ProblemList problems)
    {
        var stated = runbook?.Locate([.. RunbookClauses.Load().Where(clause => clause.Id == "RB-44")]).FirstOrDefault()?.Stated;
        if (policy.Backup.Mode.Value == "snapshot" && stated is { } at)
        {
            problems.Add(
                ProblemCodes.NoFallbackToStop,
                policy.Backup.Mode.Place,
                $"the runbook wants stop where snapshot fails (RB-44, {at.Place.File}:{at.Place.Line}), and Proxmox VE never falls back to it: such a backup fails",
                "Give a guest that needs stop a job of its own, and record why.");
        }
    }
}
