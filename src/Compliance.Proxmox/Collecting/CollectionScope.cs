namespace Compliance.Proxmox;

/// <summary>
/// What to ask for beyond the cluster's own lists (nodes, guests, jobs, storages, pools, the access list), which are always read:
/// they cost ten requests and prove what else was filtered. What is left out is unreadable in the inventory, never absent.
/// </summary>
[Flags]
public enum CollectionScope
{
    ClusterOnly = 0,

    /// <summary>Time zone and scheduler of each node.</summary>
    NodeHealth = 1,

    /// <summary>What jobs inherit on each node: vzdump.conf and storage.</summary>
    VzdumpDefaults = 2,

    /// <summary>Disks, mount units, volume groups and ZFS pools of each node.</summary>
    Disks = 4,

    /// <summary>The device sections of each node's report, which takes a node about a second to write.</summary>
    DeviceReport = 8,

    /// <summary>History of backup and restore tasks of each node.</summary>
    Tasks = 16,

    /// <summary>Guests and volumes of each job, as Proxmox computes them.</summary>
    IncludedVolumes = 32,

    /// <summary>Restore points on each storage.</summary>
    Backups = 64,

    /// <summary>Their sizes, where the token may see them.</summary>
    BackupSizes = 128,

    /// <summary>The configuration of each guest: one request per guest.</summary>
    GuestConfigs = 256,

    /// <summary>Matchers and targets of notifications, and the users they mail to.</summary>
    Notifications = 512,

    /// <summary>Users, groups, roles and the members of pools: with the access control list they tell who may do what.</summary>
    Access = 1024,

    /// <summary>Logs of the newest run and of the failed ones before it, which the list of tasks tells: up to nine requests per node.</summary>
    RunLogs = 2048 | Tasks,

    Everything = NodeHealth | VzdumpDefaults | Disks | DeviceReport | Tasks | IncludedVolumes | Backups | BackupSizes | GuestConfigs
        | Notifications | Access | RunLogs,
}
