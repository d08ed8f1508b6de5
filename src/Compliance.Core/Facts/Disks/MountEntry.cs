namespace Compliance.Core.Facts.Disks;

/// <summary>A mounted file system as <c>findmnt</c> prints it.</summary>
/// <param name="Source">such as <c>/dev/sda2</c>, <c>tank/backup</c> or <c>192.0.2.20:/export</c>; a bind mount's <c>[/sub]</c> is cut off</param>
/// <param name="FileSystem">such as <c>ext4</c>, <c>zfs</c>, <c>nfs4</c></param>
public sealed record MountEntry(string Target, string Source, string FileSystem);
