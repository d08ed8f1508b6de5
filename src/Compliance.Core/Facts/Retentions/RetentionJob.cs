using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>A job as the simulation sees it: when it makes a backup of the guest, and what it prunes afterwards.</summary>
public sealed record RetentionJob
{
    public required CalendarEvent Schedule { get; init; }

    /// <summary>The effective options of this job's runs.</summary>
    public required KeepOptions Keep { get; init; }

    /// <summary>False with <c>remove=0</c>: the job adds backups and prunes none.</summary>
    public bool IsPruning { get; init; } = true;
}
