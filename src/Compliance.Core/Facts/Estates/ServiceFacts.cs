using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A service of a tier and the guest that runs it.</summary>
public sealed class ServiceFacts(Service service, TierFacts tier, Observed<GuestFacts?> guest)
{
    public Service Declared { get; } = service;

    public TierFacts Tier { get; } = tier;

    public bool IsFuture => Declared.IsFuture?.Value ?? false;

    /// <summary>The guest the policy names; known and null when the estate has none.</summary>
    public Observed<GuestFacts?> Guest { get; } = guest;

    /// <summary>
    /// Whether a live guest runs it, in this tier or a more important one: a stricter tier keeps the weaker promise too.
    /// </summary>
    public Observed<bool> IsServed => Guest.Then(found => found is null
        ? Observation.Known(false)
        : found.Tiers.Select(tiers => tiers.Any(t => t.Level <= Tier.Level)));
}
