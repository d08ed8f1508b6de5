namespace Compliance.Core.Facts.Guests;

/// <summary>A volume of a guest's configuration and whether a backup would contain it.</summary>
public sealed record GuestVolume
{
    /// <summary>Configuration key, such as <c>scsi1</c> or <c>mp0</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Such as <c>local-lvm:vm-101-disk-0</c>; a path for a bind mount or a device of the host.</summary>
    public required string VolumeId { get; init; }

    /// <summary><c>disk</c>, <c>efidisk</c>, <c>tpmstate</c>, <c>rootfs</c>, <c>mountpoint</c>, <c>bind</c> or <c>device</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What a backup of the whole guest would do.</summary>
    public required bool IsIncluded { get; init; }

    /// <summary>Why it is left out, in words for people; empty when it is included.</summary>
    public required string Reason { get; init; }

    /// <summary>False for an EFI disk that no firmware uses: leaving that out loses nothing.</summary>
    public required bool HoldsData { get; init; }

    /// <summary>The storage it lies on; null for a path.</summary>
    public string? StorageId
        => VolumeId.StartsWith('/') || VolumeId.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon) ? null : VolumeId[..colon];
}
