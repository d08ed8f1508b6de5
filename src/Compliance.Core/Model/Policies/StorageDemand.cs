using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What a storage must be.</summary>
public sealed record StorageDemand
{
    public required Placed<string> Id { get; init; }

    /// <summary>Allowed file systems, such as ext4 and xfs; empty when not demanded.</summary>
    public ImmutableArray<Placed<string>> Filesystems { get; init; } = [];

    /// <summary>The place of the <c>filesystems:</c> list, when it is written.</summary>
    public Place? FilesystemsPlace { get; init; }

    /// <summary>The disk carries nothing but this storage, and the storage nothing but backups.</summary>
    public Placed<bool>? IsDedicatedDisk { get; init; }

    /// <summary>No physical disk under it is also under a storage that holds guest volumes.</summary>
    public Placed<bool>? IsApartFromGuests { get; init; }

    /// <summary>Proxmox must refuse to use it while nothing is mounted there (<c>is_mountpoint</c>).</summary>
    public Placed<bool>? IsMountPoint { get; init; }

    /// <summary>The path it must be mounted at; null when any will do.</summary>
    public Placed<string>? Path { get; init; }

    /// <summary>Whether it may be reached by SMB or NFS: <c>none</c>, or <c>server-to-server</c> when it is such a target on purpose.</summary>
    public Placed<string>? NetworkExposure { get; init; }

    /// <summary>Who may hold privileges on it besides root@pam; null when not demanded.</summary>
    public ImmutableArray<Placed<string>>? Access { get; init; }

    /// <summary>The place of the <c>access:</c> list, when it is written.</summary>
    public Place? AccessPlace { get; init; }

    public required Place Place { get; init; }
}
