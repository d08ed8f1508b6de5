using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>
/// What people recorded because the API cannot prove it, or cannot prove it alone: the files below <c>evidence/</c>. A record is a
/// claim; what the live system says of it is a fact of its own.
/// </summary>
public sealed record EvidenceRecords
{
    /// <summary>Nothing was recorded.</summary>
    public static readonly EvidenceRecords None = new();

    /// <summary>In the order of files and of their text.</summary>
    public ImmutableArray<RestoreTest> RestoreTests { get; init; } = [];

    /// <summary>In the order of files and of their text.</summary>
    public ImmutableArray<LogReview> LogReviews { get; init; } = [];

    /// <summary>In the order of files and of their text.</summary>
    public ImmutableArray<Attestation> Attestations { get; init; } = [];
}
