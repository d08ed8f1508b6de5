using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Finds tiers that keep more than one of more weight.</summary>
internal static class TierOrderLint
{
    /// <param name="plans">the tier of most weight first</param>
    public static void Check(IReadOnlyList<TierForecast> plans, ProblemList problems)
    {
        for (var at = 1; at < plans.Count; at++)
        {
            var lower = plans[at];
            var isReported = false;
            foreach (var (key, count) in Counts(lower.Tier))
            {
                if (plans.Take(at).LastOrDefault(upper => CountOf(upper.Tier, key) < count && IsMore(lower, upper)) is { } less)
                {
                    isReported = true;
                    problems.Add(
                        ProblemCodes.LowerTierKeepsMore,
                        RetentionLint.PlaceOf(lower.Tier.Retention, key),
                        $"tier {lower.Tier.Level} keeps more than tier {less.Tier.Level}: {key}: {count} against {CountOf(less.Tier, key)}{Proof(lower, less)}",
                        "Swap them, or keep no more than the tier above.");
                }
            }

            // Less of everything can still reach further back, when it is kept of a rarer schedule; that is said where numbers say nothing.
            if (!isReported && plans.Take(at).LastOrDefault(upper => upper.Calendar is not null && upper.Reach < lower.Reach) is { } shorter)
            {
                problems.Add(
                    ProblemCodes.LowerTierKeepsMore,
                    lower.Tier.Retention.Place,
                    $"tier {lower.Tier.Level} reaches further back than tier {shorter.Tier.Level}{Proof(lower, shorter)}",
                    "Keep longer in the tier above, or less here.");
            }
        }
    }

    /// <summary>A larger number alone is no more: four weeks beside sixty days are fewer points, and newer ones. Simulation decides where it can.</summary>
    private static bool IsMore(TierForecast lower, TierForecast upper) => lower.Calendar?.Settled is not { } less || upper.Calendar?.Settled is not { } more
        || lower.Reach > upper.Reach || less.FewestKept > more.FewestKept;

    private static IEnumerable<(string Key, int Count)> Counts(Tier tier) => KeepParts.Of(TierPlan.KeepOf(tier)).Select(part => (part.Key, part.Count));

    private static int CountOf(Tier tier, string key) => Counts(tier).FirstOrDefault(part => part.Key == key).Count;

    private static string Proof(TierForecast lower, TierForecast upper) => lower.Calendar is null || upper.Calendar is null
        ? ""
        : $"; simulated, {lower.Yield} in tier {lower.Tier.Level}, and {upper.Yield} in tier {upper.Tier.Level}";
}
