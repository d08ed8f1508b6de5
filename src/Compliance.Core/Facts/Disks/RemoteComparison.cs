using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>Two storages on other machines: different machines, or one machine whose disks nobody here can see.</summary>
internal static class RemoteComparison
{
    public static DiskComparison Compare(Lineage one, Lineage other)
    {
        var (isCeph, isOtherCeph) = (IsCeph(one), IsCeph(other));
        if (isCeph != isOtherCeph)
        {
            return DiskComparison.Separate("one is Ceph and the other is not", isInferred: true);
        }

        if (isCeph)
        {
            return DiskComparison.Unknown(new Gap("/storage", $"{one.Storage.Id} and {other.Storage.Id} may be in one Ceph cluster"));
        }

        if (one.Server is not { } server || other.Server is not { } second)
        {
            return DiskComparison.Unknown(new Gap("/storage", $"not both of {one.Storage.Id} and {other.Storage.Id} name their server"));
        }

        if (!server.Equals(second, StringComparison.OrdinalIgnoreCase))
        {
            return DiskComparison.Separate($"{server} and {second} are different servers", isInferred: true);
        }

        return DiskComparison.Unknown(
            new Gap("/storage", $"{one.Storage.Id} and {other.Storage.Id} are on one server, {server}, whose disks cannot be seen"));
    }

    /// <summary>The same export, share or datastore of one server, or one below the other.</summary>
    public static bool IsSamePlace(Lineage one, Lineage other)
        => one.Server is { } server && server.Equals(other.Server, StringComparison.OrdinalIgnoreCase)
            && one.Share is { } share && other.Share is { } second && Protocol(one) == Protocol(other)
            && (StoragePath.IsWithin(share, second) || StoragePath.IsWithin(second, share));

    private static bool IsCeph(Lineage lineage) => StorageKind.IsCeph(lineage.Storage.Type) || lineage.Filesystem is "ceph" or "fuse.ceph" or "fuse.ceph-fuse";

    // Names of exports, shares and datastores mean something only among their own kind.
    private static string Protocol(Lineage lineage) => lineage.Filesystem switch
    {
        "nfs" or "nfs4" => "nfs",
        "cifs" or "smb3" or "smbfs" => "cifs",
        null => lineage.Storage.Type,
        var other => other,
    };
}
