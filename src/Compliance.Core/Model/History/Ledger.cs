using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The drift ledger of one run: how each finding stands to the earlier runs of the same estate and policy.</summary>
public sealed record Ledger
{
    /// <summary>The run before; null for the first, to which nothing can be compared.</summary>
    public required RunMark? Previous { get; init; }

    public required RunMark Now { get; init; }

    /// <summary>One for each finding of the run, in its order.</summary>
    public required ImmutableArray<LedgerEntry> Findings { get; init; }

    /// <summary>Put right since the run before, or since the last run that could tell.</summary>
    public required ImmutableArray<LedgerEntry> Resolved { get; init; }

    /// <summary>Found before, and this run could not tell.</summary>
    public required ImmutableArray<LedgerEntry> NotSeen { get; init; }

    public int Count(Standing standing) => Findings.Count(entry => entry.Standing == standing);
}
