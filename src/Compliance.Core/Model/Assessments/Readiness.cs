using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The answer of the gate: everything that its outputs show, computed once.</summary>
public sealed record Readiness
{
    public required ReadinessRequest Request { get; init; }

    /// <summary>The moment that was judged.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required ReadinessOutcome Outcome { get; init; }

    /// <summary>How long it holds by time alone.</summary>
    public required ReadinessValidity Validity { get; init; }

    public required PolicySummary Policy { get; init; }

    public required EstateSummary Estate { get; init; }

    /// <summary>What is in the way: fails before unknowns, then by rule and subject.</summary>
    public required ImmutableArray<Finding> Blocking { get; init; }

    /// <summary>What failed, and somebody accepted until a day.</summary>
    public required ImmutableArray<Finding> Waived { get; init; }

    /// <summary>Waivers that do not do what their authors think.</summary>
    public required ImmutableArray<WaiverProblem> WaiverProblems { get; init; }

    /// <summary>Everything that was asked, by rule id.</summary>
    public required ImmutableArray<ReadinessItem> Items { get; init; }

    /// <summary>What of it the policy turns off, by rule id.</summary>
    public required ImmutableArray<DisabledRuleSummary> Disabled { get; init; }

    /// <summary>What could not be read, most costly first.</summary>
    public required ImmutableArray<BlindSpot> BlindSpots { get; init; }

    /// <summary>What the answer rests on, condensed; see <see cref="DigestPart"/>.</summary>
    public required ImmutableArray<DigestPart> Digests { get; init; }
}
