using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>The way from a storage on one node down to the physical disks.</summary>
public sealed record Lineage
{
    public required string Node { get; init; }

    public required StorageState Storage { get; init; }

    public required LineageVerdict Verdict { get; init; }

    /// <summary>How it was found out: <c>proved by …</c>, <c>inferred: …</c>; empty when it was not.</summary>
    public string Proof { get; init; } = string.Empty;

    /// <summary>What made it unknown; at least one then, else none.</summary>
    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>The disks, sorted; of an unknown lineage those that are certain nevertheless.</summary>
    public ImmutableArray<PhysicalDisk> Disks { get; init; } = [];

    /// <summary>The rows of the disk list it lies on directly, partitions or whole disks: <c>/dev/sda2</c>.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>Such as <c>ext4</c>; null for block storages and network storages, and when not known.</summary>
    public string? Filesystem { get; init; }

    /// <summary>Where that file system is mounted; null when nothing is, or not known.</summary>
    public string? MountPoint { get; init; }

    /// <summary>What is mounted, such as <c>/dev/sda2</c> or <c>tank/backup</c>; the pool or volume group of a block storage.</summary>
    public string? Device { get; init; }

    /// <summary>Whether a directory lies on the node's root file system; null when not known. False for all other types.</summary>
    public bool? IsOnRootFilesystem { get; init; }

    /// <summary>Configured to be a mount point, and nothing is mounted there.</summary>
    public bool IsMountMissing { get; init; }

    /// <summary>The other machine, when it is remote and the configuration or the mount names it.</summary>
    public string? Server { get; init; }

    /// <summary>The export, share or datastore there.</summary>
    public string? Share { get; init; }

    /// <summary>When what is mounted could not be seen: every disk it may lie on. Empty otherwise.</summary>
    internal ImmutableArray<PhysicalDisk> Candidates { get; init; } = [];

    /// <summary>Sizes as the node sees them now; null when it was not seen.</summary>
    internal NodeStorage? Capacity { get; init; }
}
