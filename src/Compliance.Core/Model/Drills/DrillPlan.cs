using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Which restore tests are due, and how to make them: everything that the outputs of <c>drill</c> show, computed once.</summary>
public sealed record DrillPlan
{
    public required DrillRequest Request { get; init; }

    /// <summary>The moment that was judged.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required PolicySummary Policy { get; init; }

    public required EstateSummary Estate { get; init; }

    /// <summary>What the policy wants verified after a restore, such as <c>boot</c>; empty when it names nothing.</summary>
    public required ImmutableArray<string> Verify { get; init; }

    /// <summary>Where the policy wants each test written down.</summary>
    public required ImmutableArray<string> DocumentIn { get; init; }

    /// <summary>Where the policy wants one test of each tier written down.</summary>
    public required ImmutableArray<string> DocumentOncePerTierIn { get; init; }

    /// <summary>The most urgent first.</summary>
    public required ImmutableArray<TierDrill> Tiers { get; init; }

    public DrillOutcome Outcome => Tiers.Any(tier => tier.IsDue) ? DrillOutcome.Due
        : Tiers.Any(tier => tier.IsUnsure) ? DrillOutcome.Unknown
        : DrillOutcome.NothingDue;
}
