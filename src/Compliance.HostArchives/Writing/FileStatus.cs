namespace Compliance.HostArchives.Writing;

/// <summary>What the kernel says of a file, without following a symbolic link (statx(2)).</summary>
internal readonly record struct FileStatus
{
    public required FileKind Kind { get; init; }

    public required UnixFileMode Mode { get; init; }

    public required int Uid { get; init; }

    public required int Gid { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public required ulong Inode { get; init; }

    /// <summary>The file system it lies on.</summary>
    public required ulong Device { get; init; }

    /// <summary>The mount it was reached through; two differ where something is mounted in between. 0 before Linux 5.8.</summary>
    public required ulong Mount { get; init; }

    public bool IsSameFileAs(FileStatus other) => (Device, Inode) == (other.Device, other.Inode);
}
