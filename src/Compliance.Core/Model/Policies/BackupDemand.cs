namespace Compliance.Core.Model;

/// <summary>How backups are made.</summary>
public sealed record BackupDemand
{
    /// <summary>Storage id of the primary target.</summary>
    public required Placed<string> Target { get; init; }

    /// <summary><c>snapshot</c>, <c>suspend</c> or <c>stop</c>.</summary>
    public required Placed<string> Mode { get; init; }

    /// <summary><c>zstd</c>, <c>gzip</c>, <c>lzo</c> or <c>none</c>.</summary>
    public required Placed<string> Compression { get; init; }

    /// <summary>Virtual machines run the QEMU guest agent, so that a snapshot is consistent. Default: not demanded.</summary>
    public Placed<bool>? GuestAgent { get; init; }

    /// <summary>How late a run may be before it counts as missed. Default: 6 hours.</summary>
    public required Placed<TimeSpan> Grace { get; init; }
}
