namespace Compliance.Core.Facts.Access;

/// <summary>
/// Whether somebody may read a volume (pve-storage <c>Storage.pm:check_volume_access</c>). The same right changes its notes and
/// takes its protection away (<c>Content.pm:updateattributes</c>).
/// </summary>
public static class VolumeAccess
{
    /// <param name="forGuest">the guest it is wanted for, such as the one a backup is restored to; null for none</param>
    public static bool MayRead(AccessRights rights, string principal, string volumeId, int? forGuest)
    {
        ArgumentNullException.ThrowIfNull(rights);
        if (VolumeName.Parse(volumeId) is not { } volume)
        {
            // Only root may name a path of the file system.
            return principal == PrincipalName.Root;
        }

        var storage = "/storage/" + volume.Storage;
        if (rights.Has(principal, storage, "Datastore.Allocate"))
        {
            return true;
        }

        if (volume.Kind is "iso" or "vztmpl" or "import")
        {
            return rights.HasAny(principal, storage, "Datastore.AllocateSpace", "Datastore.Audit");
        }

        // Whoever may restore over a guest may read its backups without any right on the storage.
        if (volume.Owner is not { } owner)
        {
            return false;
        }

        return forGuest == owner || volume.Kind switch
        {
            "backup" => MayReadBackup(rights, principal, storage, $"/vms/{owner}"),
            "images" or "rootdir" => rights.Has(principal, storage, "Datastore.Audit")
                && rights.Has(principal, $"/vms/{owner}", "VM.Config.Disk"),
            _ => false,
        };
    }

    /// <summary>Whether somebody may read the backups of a guest on a storage, for whatever reason it is wanted.</summary>
    /// <param name="storage">its ACL path</param>
    /// <param name="guest">the guest's</param>
    internal static bool MayReadBackup(AccessRights rights, string principal, string storage, string guest)
        => rights.Has(principal, storage, "Datastore.Allocate")
            || (rights.Has(principal, storage, "Datastore.AllocateSpace") && rights.Has(principal, guest, "VM.Backup"));
}
