using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The only input of reports: everything any of them shows, computed once.</summary>
public sealed record Assessment
{
    private readonly Lazy<EstatePictures> pictures = new(EstatePictures.None);

    /// <summary>The moment that was judged.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required Outcome Outcome { get; init; }

    public required PolicySummary Policy { get; init; }

    public required EstateSummary Estate { get; init; }

    public required AssessmentSummary Summary { get; init; }

    /// <summary>Fails before unknowns, then by severity (errors first), rule, subject.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Runbook traceability, in the runbook's order.</summary>
    public required ImmutableArray<ClauseCoverage> Coverage { get; init; }

    public required Matrix Matrix { get; init; }

    /// <summary>What could not be read, most costly first.</summary>
    public required ImmutableArray<BlindSpot> BlindSpots { get; init; }

    /// <summary>By id.</summary>
    public required ImmutableArray<RuleSummary> Rules { get; init; }

    /// <summary>Rules that found no subject at all in this estate: said aloud, because they prove nothing.</summary>
    public required ImmutableArray<string> IdleRules { get; init; }

    /// <summary>Rules that the policy turns off, by id: what nobody judged because somebody said so.</summary>
    public ImmutableArray<DisabledRuleSummary> DisabledRules { get; init; } = [];

    /// <summary>Waivers that do not do what their authors think, in the order they are written.</summary>
    public ImmutableArray<WaiverProblem> WaiverProblems { get; init; } = [];

    /// <summary>What changed since the baseline; null without one.</summary>
    public BaselineComparison? Baseline { get; init; }

    /// <summary>How this run stands to those before; null without a history.</summary>
    public Ledger? Ledger { get; init; }

    /// <summary>The runs up to this one, for trends; null without a history.</summary>
    public RunSeries? History { get; init; }

    /// <summary>The last days of every guest beside what the policy promises it, by vmid.</summary>
    public ImmutableArray<GuestTimeline> Timelines
    {
        get => pictures.Value.Timelines;
        init => pictures = new(pictures.Value with { Timelines = value });
    }

    /// <summary>Retention promised and real, for each tier, and in it for each set of live jobs.</summary>
    public ImmutableArray<RetentionPicture> Retentions
    {
        get => pictures.Value.Retentions;
        init => pictures = new(pictures.Value with { Retentions = value });
    }

    /// <summary>What lies under the guests and under their backups.</summary>
    public LineageMap Lineage
    {
        get => pictures.Value.Lineage;
        init => pictures = new(pictures.Value with { Lineage = value });
    }

    /// <summary>Draws all three when the first of them is looked at; most formats show none.</summary>
    internal Func<EstatePictures> Draw
    {
        init => pictures = new(value);
    }

    /// <summary>What the exit code follows: the outcome, or with a baseline what is new.</summary>
    public Outcome Gate => Baseline?.Gate ?? Outcome;

    public required ImmutableArray<AppendixTable> Appendix { get; init; }
}
