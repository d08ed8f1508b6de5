using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The physical side of a storage on one node.</summary>
public sealed record StorageDisks
{
    /// <summary>The file system of the mounted device, such as <c>ext4</c>; known and null for storages without one (network, PBS, block).</summary>
    public required Observed<string?> Filesystem { get; init; }

    /// <summary>Where its file system is mounted; known and null for storages without one, and while the mount itself was not seen.</summary>
    public required Observed<string?> MountPoint { get; init; }

    /// <summary>The disks under it, with serial numbers, for people; empty for a storage on another machine.</summary>
    public required Observed<ImmutableArray<string>> Disks { get; init; }

    /// <summary>Storages for guest disks on this node that use one of the same disks, each with that disk.</summary>
    public required Observed<ImmutableArray<string>> SharedWith { get; init; }

    /// <summary>What else uses its disks: other partitions, file systems, volume groups, pools.</summary>
    public required Observed<ImmutableArray<string>> OtherUses { get; init; }

    /// <summary>How it was found out: <c>proved …</c>, <c>inferred …</c>; empty when it was not.</summary>
    public required string Proof { get; init; }

    /// <summary><c>proved</c>, <c>inferred</c>, or <c>remote</c>; known and null when there is no such storage.</summary>
    public required Observed<string?> Verdict { get; init; }
}
