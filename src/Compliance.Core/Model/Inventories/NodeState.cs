using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One node of the cluster and what only it can tell.</summary>
public sealed record NodeState
{
    public required string Name { get; init; }

    /// <summary>Whether the cluster saw it online; an offline node is unreadable in everything below.</summary>
    public required bool IsOnline { get; init; }

    /// <summary>
    /// The node's time zone, an IANA name, from <c>/nodes/N/time</c>. Calendar events and prune periods are evaluated in it.
    /// </summary>
    public required Observed<string> TimeZone { get; init; }

    /// <summary>State of the service that starts backup jobs, from <c>/nodes/N/services/pvescheduler/state</c>, such as <c>running</c>.</summary>
    public required Observed<string> Scheduler { get; init; }

    /// <summary>Storages as this node sees them now, by id, from <c>/nodes/N/storage</c>.</summary>
    public required Listing<NodeStorage> Storages { get; init; }

    /// <summary>
    /// What a job on this node inherits: an entry for one storage that may hold backups, with no retention of its own where there
    /// is such a one, so that vzdump.conf's shows; and one with storage null when a job names none. From
    /// <c>/nodes/N/vzdump/defaults</c>; vzdump.conf belongs to the node, so nodes may differ.
    /// </summary>
    public required ImmutableArray<VzdumpDefaults> Defaults { get; init; }

    /// <summary>Disks and partitions, from <c>/nodes/N/disks/list?include-partitions=1</c>.</summary>
    public required Observed<ImmutableArray<DiskRow>> Disks { get; init; }

    /// <summary>Mount units that Proxmox made, from <c>/nodes/N/disks/directory</c>. Mounts made by hand or fstab never appear here.</summary>
    public required Observed<ImmutableArray<MountUnit>> MountUnits { get; init; }

    /// <summary>LVM volume groups with their physical volumes, from the report, or else <c>/nodes/N/disks/lvm</c>.</summary>
    public required Observed<ImmutableArray<VolumeGroup>> VolumeGroups { get; init; }

    /// <summary>ZFS pools with their leaf devices, from the report, or else <c>/nodes/N/disks/zfs</c> and <c>/nodes/N/disks/zfs/POOL</c>.</summary>
    public required Observed<ImmutableArray<ZfsPool>> ZfsPools { get; init; }

    /// <summary>The sections findmnt, lsblk and /dev/disk/by-* of <c>/nodes/N/report</c>, with their <c># command</c> lines; nothing else of it.</summary>
    public required Observed<string> DeviceReport { get; init; }

    /// <summary>Finished backup and restore tasks, newest first, from <c>/nodes/N/tasks</c>.</summary>
    public required Observed<ImmutableArray<TaskState>> Tasks { get; init; }

    /// <summary>How far that history reaches. Unreadable in an inventory from before it was collected.</summary>
    public Observed<TaskHistory> History
    {
        get => field ?? Observation.Unreadable<TaskHistory>(new Gap($"/nodes/{Name}/tasks", "the inventory does not say how far the history reaches"));
        init;
    }

    /// <summary>
    /// Tasks that ran when the node was asked, of any type, newest first, from <c>/nodes/N/tasks?source=active</c>. Unreadable in an
    /// inventory from before they were collected.
    /// </summary>
    public Observed<ImmutableArray<TaskState>> ActiveTasks
    {
        get => field ?? Observation.Unreadable<ImmutableArray<TaskState>>(Older("/tasks?source=active"));
        init;
    }

    /// <summary>Replication jobs that run on it, by id. Unreadable in an inventory from before they were collected.</summary>
    public Listing<ReplicationState> Replications
    {
        get => field ?? new Listing<ReplicationState>([], Older("/replication"));
        init;
    }

    /// <summary>Logs of the newest run and of the newest failed ones, newest first; no other was asked for.</summary>
    public Listing<TaskLog> RunLogs
    {
        get => field ?? new Listing<TaskLog>([], new Gap($"/nodes/{Name}/tasks/ID/log", "the inventory holds no logs"));
        init;
    }

    private Gap Older(string below)
        => new($"/nodes/{Name}{below}", "not in this inventory, which an older version wrote; collect it again");
}
