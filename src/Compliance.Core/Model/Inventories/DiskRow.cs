namespace Compliance.Core.Model;

/// <summary>A disk or a partition of a node.</summary>
public sealed record DiskRow
{
    /// <summary>Such as <c>/dev/sda</c> or <c>/dev/nvme0n1p3</c>.</summary>
    public required string DevPath { get; init; }

    /// <summary>The disk a partition is on; null for a disk.</summary>
    public string? Parent { get; init; }

    /// <summary>Null or <c>unknown</c> when the disk tells none.</summary>
    public string? Serial { get; init; }

    public string? Wwn { get; init; }

    public string? Model { get; init; }

    /// <summary>One of its <c>/dev/disk/by-id</c> links; the list gives only one.</summary>
    public string? ByIdLink { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>A file system's name, <c>LVM</c>, <c>ZFS</c>, <c>EFI</c>, <c>partitions</c>, …; null when unused.</summary>
    public string? Used { get; init; }

    /// <summary>A flag only: the list does not say where.</summary>
    public bool IsMounted { get; init; }
}
