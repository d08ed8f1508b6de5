using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// What the runs of an estate and a policy up to one come to: all that a ledger needs of them. It is what stays of runs that are pruned.
/// </summary>
public sealed record LedgerMemory
{
    /// <summary>Before the first run.</summary>
    public static LedgerMemory Empty { get; } = new() { Tracked = ImmutableDictionary<FindingKey, TrackedFinding>.Empty };

    /// <summary>The last of the runs; null before the first.</summary>
    public RunMark? Last { get; init; }

    /// <summary>The rules that judged in it, and how.</summary>
    public ImmutableDictionary<string, HistoryCount> LastRules { get; init; } = ImmutableDictionary<string, HistoryCount>.Empty;

    /// <summary>What held in it, by fingerprint.</summary>
    public ImmutableDictionary<string, HeldCase> LastHeld { get; init; } = ImmutableDictionary<string, HeldCase>.Empty;

    public required ImmutableDictionary<FindingKey, TrackedFinding> Tracked { get; init; }
}
