using System.Collections.Immutable;

namespace Compliance.Core.Facts.Runs;

/// <summary>What a vzdump log says of one guest.</summary>
public sealed record GuestRun
{
    public required int VmId { get; init; }

    /// <summary><c>qemu</c> or <c>lxc</c>.</summary>
    public required string Type { get; init; }

    public required GuestOutcome Outcome { get; init; }

    /// <summary>The mode really used; null when the guest was not begun far enough. A stopped guest is always logged as <c>stop</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The guest was not running, so that its mode says nothing about the job.</summary>
    public bool WasStopped { get; init; }

    /// <summary>Volumes without snapshots made Proxmox take <c>suspend</c> instead of the mode wanted.</summary>
    public bool IsFallback { get; init; }

    /// <summary>
    /// Whether the agent froze the file systems; null when the log says neither. False: the agent did not answer, freezing is off,
    /// or the command failed; the backup is as after a power cut, and the task is a success all the same.
    /// </summary>
    public bool? IsFrozen { get; init; }

    /// <summary>A virtual machine without a disk to save: its archive holds the configuration only.</summary>
    public bool IsDiskless { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>A path, or <c>vm/100/2026-11-22T20:00:02Z</c> on Proxmox Backup Server; null when none was begun.</summary>
    public string? Archive { get; init; }

    /// <summary>In bytes, as exact as the log is (KB and MB cut off, GB to two digits); null when not logged, as never for Proxmox Backup Server.</summary>
    public long? Size { get; init; }

    /// <summary>How many older backups were pruned; null when the run did not prune.</summary>
    public long? Pruned { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    public ImmutableArray<string> Warnings { get; init; } = [];
}
