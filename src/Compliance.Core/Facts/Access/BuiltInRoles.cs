using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Compliance.Core.Facts.Access;

/// <summary>
/// What Proxmox VE 9's own roles hold (pve-access-control <c>AccessControl.pm:create_roles</c>), for advice on what to grant. What
/// a role of a live cluster holds is read from it. Version 8 had VM.Monitor in place of the guest agent privileges.
/// </summary>
public static class BuiltInRoles
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> ByName = Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Sorted privileges; null for a role that is not built in.</summary>
    public static ImmutableArray<string>? PrivilegesOf(string role) => ByName.TryGetValue(role, out var privileges) ? privileges : null;

    private static Dictionary<string, ImmutableArray<string>> Table()
    {
        string[] guestUser =
        [
            "VM.Audit", "VM.Backup", "VM.Config.CDROM", "VM.Config.Cloudinit", "VM.Console", "VM.GuestAgent.Audit",
            "VM.GuestAgent.FileRead", "VM.GuestAgent.FileSystemMgmt", "VM.GuestAgent.FileWrite", "VM.PowerMgmt",
        ];
        string[] guestAdmin =
        [
            .. guestUser, "VM.Allocate", "VM.Clone", "VM.Config.CPU", "VM.Config.Disk", "VM.Config.HWType", "VM.Config.Memory",
            "VM.Config.Network", "VM.Config.Options", "VM.GuestAgent.Unrestricted", "VM.Migrate", "VM.Replicate", "VM.Snapshot",
            "VM.Snapshot.Rollback",
        ];
        string[] storeUser = ["Datastore.AllocateSpace", "Datastore.Audit"];
        string[] storeAdmin = [.. storeUser, "Datastore.Allocate", "Datastore.AllocateTemplate"];
        string[] mappingUser = ["Mapping.Audit", "Mapping.Use"];
        string[] network = ["SDN.Allocate", "SDN.Audit", "SDN.Use"];
        string[] system = ["Sys.Audit", "Sys.Console", "Sys.Syslog"];
        string[] users = ["Group.Allocate", "Realm.AllocateUser", "User.Modify"];
        string[] pools = ["Pool.Allocate", "Pool.Audit"];
        string[] admin = [.. guestAdmin, .. storeAdmin, .. mappingUser, .. network, .. system, .. users, .. pools];
        return new Dictionary<string, ImmutableArray<string>>
        {
            ["Administrator"] = Sorted(
                [.. admin, "Mapping.Modify", "Permissions.Modify", "Realm.Allocate", "Sys.AccessNetwork", "Sys.Incoming", "Sys.Modify", "Sys.PowerMgmt"]),
            ["NoAccess"] = [],
            ["PVEAdmin"] = Sorted(admin),
            ["PVEAuditor"] = ["Datastore.Audit", "Mapping.Audit", "Pool.Audit", "SDN.Audit", "Sys.Audit", "VM.Audit", "VM.GuestAgent.Audit"],
            ["PVEDatastoreAdmin"] = Sorted(storeAdmin),
            ["PVEDatastoreUser"] = Sorted(storeUser),
            ["PVEMappingAdmin"] = Sorted([.. mappingUser, "Mapping.Modify"]),
            ["PVEMappingUser"] = Sorted(mappingUser),
            ["PVEPoolAdmin"] = Sorted(pools),
            ["PVEPoolUser"] = ["Pool.Audit"],
            ["PVESDNAdmin"] = Sorted(network),
            ["PVESDNUser"] = ["SDN.Audit", "SDN.Use"],
            ["PVESysAdmin"] = Sorted(system),
            ["PVETemplateUser"] = ["VM.Audit", "VM.Clone"],
            ["PVEUserAdmin"] = Sorted(users),
            ["PVEVMAdmin"] = Sorted(guestAdmin),
            ["PVEVMUser"] = Sorted(guestUser),
        };
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> privileges) => [.. privileges.Order(StringComparer.Ordinal)];
}
