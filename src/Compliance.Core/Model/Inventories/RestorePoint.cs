using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>One backup of one guest.</summary>
public sealed record RestorePoint
{
    /// <summary>Such as <c>local-backup:backup/vzdump-qemu-101-2026_11_22-01_00_02.vma.zst</c>.</summary>
    public required string VolumeId { get; init; }

    /// <summary>The storage it is on.</summary>
    [JsonIgnore]
    public string StorageId => VolumeId.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? VolumeId[..colon] : VolumeId;

    /// <summary>Null for a foreign file that names no guest.</summary>
    public int? VmId { get; init; }

    /// <summary><c>qemu</c>, <c>lxc</c>, <c>openvz</c> or <c>unknown</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When the backup began; for renamed files the inode's time, which proves nothing.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Never pruned.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Not a standard name: pruning leaves it alone, and it is no proof of a run.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>In bytes; known only where the token may list content (<c>Datastore.AllocateSpace</c> and <c>VM.Backup</c>).</summary>
    public required Observed<long> Size { get; init; }

    /// <summary>Null for a file, and where the content could not be listed: then nothing is known of encryption and verification.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PbsProof? Pbs { get; init; }
}
