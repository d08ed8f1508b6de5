using System.Collections.Immutable;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Drills;

/// <summary>
/// Plans restore tests: which tier's is due, whose backup, which one, where to, and by which commands. It changes nothing, and what it
/// could not see it says: a tier of which nobody can tell is never one with nothing due.
/// </summary>
public static class DrillPlanner
{
    /// <param name="policyDigest">over everything in the policy repository that takes part</param>
    /// <param name="estateDigest">over the inventory without the moment it was collected</param>
    public static DrillPlan Plan(Estate estate, DrillRequest request, string policyDigest, string estateDigest)
    {
        ArgumentNullException.ThrowIfNull(estate);
        ArgumentNullException.ThrowIfNull(request);
        var validation = estate.Policy.Validation ?? new ValidationDemand();
        var only = request.Tier ?? estate.Guests.FirstOrDefault(guest => guest.Id == request.Guest)?.TierLevel;
        var numbers = new FreeVmIds(estate, request.VmIdFrom);
        return new DrillPlan
        {
            Request = request,
            AsOf = estate.AsOf,
            Policy = Summaries.Of(estate.Policy, policyDigest),
            Estate = Summaries.Of(estate, estateDigest),
            Verify = Words(validation.Verify),
            DocumentIn = Words(validation.DocumentIn),
            DocumentOncePerTierIn = Words(validation.DocumentOncePerTierIn),
            Tiers =
            [
                .. estate.Tiers
                    .Where(tier => only is null || tier.Level == only)
                    .Select(tier => TierDueness.Of(tier, estate, request.Within))
                    .OrderBy(tier => tier.State).ThenBy(tier => tier.DueAt ?? DateTimeOffset.MinValue).ThenBy(tier => tier.Level)
                    .Select(tier => WithDrill(tier, estate, request, numbers)),
            ],
        };
    }

    // Whoever names a guest wants its test, due or not.
    private static TierDrill WithDrill(TierDrill tier, Estate estate, DrillRequest request, FreeVmIds numbers)
    {
        if (!tier.IsDue && request.Guest is null)
        {
            return tier;
        }

        if (DrillGuests.Next(estate, tier.Level, request.Guest, out var obstacle) is not { } turn)
        {
            return tier with { Obstacle = obstacle };
        }

        return DrillBuilder.Of(turn, estate, numbers, out obstacle) is { } drill ? tier with { Drill = drill } : tier with { Obstacle = obstacle };
    }

    private static ImmutableArray<string> Words(ImmutableArray<Placed<string>> words) => [.. words.Select(word => word.Value)];
}
