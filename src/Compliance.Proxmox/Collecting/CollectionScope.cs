namespace Compliance.Proxmox;

/// <summary>
/// What to ask for beyond the cluster's own lists (nodes, guests, jobs, storages, pools, the access list), which are always read:
/// they cost seven requests and one per node, and prove what else was filtered. What is left out is unreadable in the inventory, never absent.
/// </summary>
[Flags]
public enum CollectionScope
{
    ClusterOnly = 0,

    /// <summary>Time zone and scheduler of each node.</summary>
    NodeHealth = 1,

    /// <summary>What jobs inherit on each node: vzdump.conf and storage.</summary>
    VzdumpDefaults = 2,

    /// <summary>
    /// Disks and mount units of each node, and the device sections of its report, which takes a node about a second to write. No
    /// one of them tells what lies where; the report tells volume groups and ZFS pools too, or else they are asked for.
    /// </summary>
    Disks = 4,

    /// <summary>History of backup and restore tasks of each node.</summary>
    Tasks = 8,

    /// <summary>Guests and volumes of each job, as Proxmox computes them.</summary>
    IncludedVolumes = 16,

    /// <summary>Restore points on each storage.</summary>
    Backups = 32,

    /// <summary>Their sizes, where the token may see them.</summary>
    BackupSizes = 64,

    /// <summary>The configuration of each guest: one request per guest.</summary>
    GuestConfigs = 128,

    /// <summary>Matchers and targets of notifications, and the users they mail to.</summary>
    Notifications = 256,

    /// <summary>
    /// Users, groups, roles and the members of pools that may lend rights: with the access control list they tell who may do what.
    /// </summary>
    Access = 512,

    /// <summary>
    /// Logs of failed runs, which the list of tasks tells, and where the token sees no sizes that of the newest one: up to nine
    /// requests per node.
    /// </summary>
    RunLogs = 1024 | Tasks,

    /// <summary>Also what other answers of the scope tell already, see <see cref="Redundancy"/>: no fact needs it, a record to keep does.</summary>
    Redundant = 2048,

    /// <summary>What must be quiet before somebody touches a host: running tasks and replication of each node.</summary>
    Readiness = 4096,

    Everything = NodeHealth | VzdumpDefaults | Disks | Tasks | IncludedVolumes | Backups | BackupSizes | GuestConfigs
        | Notifications | Access | RunLogs | Redundant | Readiness,
}
