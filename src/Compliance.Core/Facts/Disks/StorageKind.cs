namespace Compliance.Core.Facts.Disks;

/// <summary>What the storage type alone says about where the bytes are (pve-storage <c>PVE/Storage/*Plugin.pm</c>).</summary>
internal static class StorageKind
{
    public static bool IsDirectory(string type) => type is "dir" or "btrfs";

    public static bool IsVolumeGroup(string type) => type is "lvm" or "lvmthin";

    public static bool IsRemote(string type) => type is
        "nfs" or "cifs" or "cephfs" or "glusterfs" or "pbs" or "rbd" or "iscsi" or "iscsidirect" or "zfs" or "esxi";

    /// <summary>Types that a directory mounted by hand could be, too.</summary>
    public static bool IsFileShare(string type) => type is "nfs" or "cifs" or "cephfs" or "glusterfs";

    public static bool IsCeph(string type) => type is "rbd" or "cephfs";

    /// <summary>File systems of another machine, as <c>findmnt</c> calls them.</summary>
    public static bool IsRemoteFileSystem(string fileSystem) => fileSystem is
        "nfs" or "nfs4" or "cifs" or "smb3" or "smbfs" or "ceph" or "glusterfs" or "lustre" or "beegfs"
        or "fuse.glusterfs" or "fuse.sshfs" or "fuse.ceph" or "fuse.ceph-fuse" or "fuse.s3fs" or "fuse.rclone";

    /// <summary>A server that is the node itself: its disks are local after all.</summary>
    public static bool IsLoopback(string server)
        => server.Equals("localhost", StringComparison.OrdinalIgnoreCase) || server is "::1" or "[::1]"
            || server.StartsWith("127.", StringComparison.Ordinal);
}
