using System.Collections.Immutable;

namespace Compliance.HostArchives.Writing;

/// <summary>What a run did, or with <see cref="IsDryRun"/> what it would have done.</summary>
public sealed record HostBackupResult
{
    public required string Node { get; init; }

    /// <summary>The archive, with its directory.</summary>
    public required string File { get; init; }

    public required bool IsDryRun { get; init; }

    /// <summary>Regular files in the archive, the database among them.</summary>
    public required int Files { get; init; }

    /// <summary>Their size in bytes.</summary>
    public required long ContentBytes { get; init; }

    /// <summary>Size of the archive in bytes; 0 of a dry run.</summary>
    public required long ArchiveBytes { get; init; }

    /// <summary>SHA-256 of the archive in hexadecimal digits; empty of a dry run.</summary>
    public required string Sha256 { get; init; }

    /// <summary>A consistent copy of <c>config.db</c> is in it.</summary>
    public required bool HasDatabase { get; init; }

    /// <summary>What is there and did not go in, each with the reason.</summary>
    public required ImmutableArray<string> Skipped { get; init; }

    /// <summary>What somebody should look at although the archive is good.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>The node's archives in the directory, newest first.</summary>
    public required ImmutableArray<RetentionRow> Retention { get; init; }

    /// <summary>Archives that should have been deleted and are still there, each with the reason.</summary>
    public required ImmutableArray<string> NotDeleted { get; init; }
}
