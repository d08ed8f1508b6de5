using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One run of <c>check</c> as a history keeps it.</summary>
public sealed record HistoryRun
{
    /// <summary>In its history, rising and never given twice; 0 while the run is not kept.</summary>
    public long Id { get; init; }

    /// <summary>The moment that was judged. Runs are in the order of this moment, and of their ids where it is the same.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>The version of this program.</summary>
    public required string Program { get; init; }

    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    public string? PolicyVersion { get; init; }

    /// <summary>See <see cref="PolicySummary"/>.</summary>
    public required string PolicyDigest { get; init; }

    /// <summary>The estate's name; untrusted text.</summary>
    public required string Estate { get; init; }

    /// <summary>See <see cref="EstateSummary"/>.</summary>
    public required string EstateDigest { get; init; }

    /// <summary>What counted for <see cref="Gate"/>.</summary>
    public required Severity FailOn { get; init; }

    /// <summary>What the exit code followed; with a baseline that is what was new to it.</summary>
    public required Outcome Gate { get; init; }

    public required int ExitCode { get; init; }

    public required AssessmentSummary Counts { get; init; }

    /// <summary>Measured, from asking for the inventory to having it.</summary>
    public required TimeSpan Collecting { get; init; }

    /// <summary>Measured, from the inventory to the assessment.</summary>
    public required TimeSpan Judging { get; init; }

    /// <summary>By rule, of every rule that took part.</summary>
    public required ImmutableArray<HistoryCount> Rules { get; init; }

    /// <summary>By clause, of every clause that a rule cites.</summary>
    public required ImmutableArray<HistoryCount> Clauses { get; init; }

    public required ImmutableArray<HistoryFinding> Findings { get; init; }

    /// <summary>Which channels were told of it, by name; empty when nobody was asked to be.</summary>
    public ImmutableArray<NoticeRecord> Notices { get; init; } = [];

    /// <summary>What was looked at and not found. A history keeps all of it of the newest run, and of older ones what a ledger still needs.</summary>
    public ImmutableArray<HeldCase> Held { get; init; } = [];

    /// <summary>How many findings fail with this severity, and no waiver covers them.</summary>
    public int Failed(Severity severity) => Findings.Count(finding => finding is { Verdict: Verdict.Fail, WaivedUntil: null } && finding.Severity == severity);

    public int Unknown => Findings.Count(finding => finding.Verdict == Verdict.Unknown);

    public RunMark Mark => new(Id, AsOf, PolicyDigest, EstateDigest, Program);
}
