using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Whether too many waivers of one rule hold at the same time. Any day counts, not only today: the same file is as right tomorrow.
/// </summary>
internal static class WaiverCrowd
{
    /// <param name="waivers">of one rule</param>
    /// <param name="limit">how many may hold on one day</param>
    public static void Check(IReadOnlyCollection<Waiver> waivers, int limit, ProblemList problems)
    {
        // The number only rises on the day a waiver begins; the one that makes it too many is the last that is written.
        var crowded = waivers
            .Where(one => one.Made.Value <= one.Expires.Value)
            .Select(one => one.Made.Value)
            .Order()
            .Select(day => (Day: day, Waivers: waivers.Where(one => one.Made.Value <= day && day <= one.Expires.Value).ToList()))
            .FirstOrDefault(held => held.Waivers.Count > limit);
        if (crowded.Waivers is { } many)
        {
            var rule = many[^1].Rule;
            problems.Add(
                ProblemCodes.TooManyWaivers,
                rule.Place,
                $"on {crowded.Day:yyyy-MM-dd} {many.Count} waivers of {rule.Value} hold, and the policy allows {limit}",
                "Put faults right, or change the rule in the policy, under rules: there it is one decision.");
        }
    }
}
