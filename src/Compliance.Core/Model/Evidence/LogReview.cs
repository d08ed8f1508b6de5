namespace Compliance.Core.Model;

/// <summary>Somebody has read the logs of backup runs, up to a moment.</summary>
public sealed record LogReview
{
    /// <summary>Whose logs: <c>all</c>, <c>node/pve1</c> or <c>job/backup-tier1</c>.</summary>
    public required Placed<string> Of { get; init; }

    /// <summary>When, in UTC. Runs that ended later were not read.</summary>
    public required Placed<DateTimeOffset> Reviewed { get; init; }

    /// <summary>Who.</summary>
    public required Placed<string> By { get; init; }

    /// <summary>What was found, in words.</summary>
    public required Placed<string> Found { get; init; }

    /// <summary>Where the record is written.</summary>
    public required Place Place { get; init; }
}
