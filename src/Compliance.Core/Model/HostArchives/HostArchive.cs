using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>One archive of a host's configuration, as reading it to its end showed it. No content of any file is in it.</summary>
public sealed record HostArchive
{
    /// <summary>The file's name without its folder; of a snapshot <c>host/NODE/TIME</c>, as Proxmox Backup Server names it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whose configuration it holds: from our own name, else from what is inside. Known and null when nothing inside tells; unreadable
    /// when it was not opened far enough.
    /// </summary>
    public required Observed<string?> Node { get; init; }

    /// <summary>In UTC, to the second.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required HostArchiveTime TakenFrom { get; init; }

    /// <summary>When the file was last written, in UTC, to the second; of a snapshot the time it was taken.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Size of the file in bytes, compressed as it is; of a snapshot the sum of its archives, before deduplication.</summary>
    public required long Size { get; init; }

    public required HostArchiveState State { get; init; }

    /// <summary>Why it is damaged, unreadable or not opened; null when it is good.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Whether a checksum inside covers its content, so that a flipped bit would have shown. False for a plain tar and for zstd and xz
    /// that were written without one; null when it was not opened.
    /// </summary>
    public bool? HasChecksum { get; init; }

    /// <summary>
    /// What is inside below <c>/etc/pve</c>, <c>/etc/network</c> and the paths the policy asks for, sorted by path. A name with <c>..</c>
    /// in it, and one that is no text, counts as no path.
    /// </summary>
    public required ImmutableArray<HostArchiveFile> Files { get; init; }

    /// <summary>Why more may be inside than <see cref="Files"/> tells; null when that is all. A path that is not listed is then not known to be missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Gap? Unlisted { get; init; }
}
