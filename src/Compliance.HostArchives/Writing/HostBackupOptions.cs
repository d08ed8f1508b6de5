using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;

namespace Compliance.HostArchives.Writing;

/// <summary>What is to be saved, where to, and what is kept.</summary>
public sealed record HostBackupOptions
{
    public required HostRoot Root { get; init; }

    /// <summary>The directory of the archives. It is made when it is missing and the one above it is there.</summary>
    public required string To { get; init; }

    /// <summary>Paths of the host that must be in the archive, besides <see cref="SavedPaths.Always"/>.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>What is kept of this node's archives in <see cref="To"/>; by default everything.</summary>
    public KeepOptions Keep { get; init; } = KeepOptions.All;

    /// <summary>Refuse to write into the file system that the host itself lies on.</summary>
    public bool RequireMount { get; init; }

    /// <summary>Look, and change nothing.</summary>
    public bool IsDryRun { get; init; }
}
