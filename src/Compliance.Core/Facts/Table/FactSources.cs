using System.Collections.Immutable;

namespace Compliance.Core.Facts.Table;

/// <summary>
/// What facts are made from. The privileges are those Proxmox checks; a test refuses every endpoint in turn and compares what
/// becomes unknown with what is named here.
/// </summary>
internal static class FactSources
{
    public static readonly ImmutableArray<FactSource> Policy = [new("policy.yaml", null, IsFiltered: false)];

    public static readonly ImmutableArray<FactSource> Version = [new("/version", null, IsFiltered: false)];
    public static readonly ImmutableArray<FactSource> Nodes = [new("/cluster/resources", null, IsFiltered: false)];
    public static readonly ImmutableArray<FactSource> ClusterName = [new("/cluster/status", "Sys.Audit on /", IsFiltered: false), .. Nodes];
    public static readonly ImmutableArray<FactSource> Resources = [new("/cluster/resources", "VM.Audit on /vms", IsFiltered: true)];
    public static readonly ImmutableArray<FactSource> GuestPool = [new("/cluster/resources", "Pool.Audit on /pool", IsFiltered: true)];
    public static readonly ImmutableArray<FactSource> Pools = GuestPool;
    public static readonly ImmutableArray<FactSource> GuestConfig = [new("/nodes/N/{qemu,lxc}/ID/config", "VM.Audit on /vms/ID", IsFiltered: false)];
    public static readonly ImmutableArray<FactSource> Jobs = [new("/cluster/backup", "Sys.Audit on /", IsFiltered: false)];
    public static readonly ImmutableArray<FactSource> Storage = [new("/storage", "Datastore.Audit on /storage", IsFiltered: true)];
    public static readonly ImmutableArray<FactSource> NodeStorage = [new("/nodes/N/storage", "Datastore.Audit on /storage", IsFiltered: true)];
    public static readonly ImmutableArray<FactSource> Backups = [new("/nodes/N/storage/ID/prunebackups", "Datastore.Audit on /storage/ID", IsFiltered: false)];

    /// <summary>The zone of a node, or else the offset that the names of its archives prove.</summary>
    public static readonly ImmutableArray<FactSource> Time = [new("/nodes/N/time", "Sys.Audit on /nodes/N", IsFiltered: false), .. Backups];

    public static readonly ImmutableArray<FactSource> Scheduler = [new("/nodes/N/services/pvescheduler/state", "Sys.Audit on /nodes/N", IsFiltered: false)];
    public static readonly ImmutableArray<FactSource> Tasks = [new("/nodes/N/tasks", "Sys.Audit on /nodes/N", IsFiltered: true)];

    public static readonly ImmutableArray<FactSource> Content =
    [
        new("/nodes/N/storage/ID/content", "Datastore.AllocateSpace on /storage/ID", IsFiltered: true),
        new("/nodes/N/storage/ID/content", "VM.Backup on /vms", IsFiltered: true),
        new("/nodes/N/storage/ID/content", "Datastore.Allocate on /storage/ID", IsFiltered: true),
    ];

    public static readonly ImmutableArray<FactSource> TaskLog = [new("/nodes/N/tasks/ID/log", "Sys.Audit on /nodes/N", IsFiltered: false)];

    // Opened by a storage that the node reports; the node's own keys are left out without the second.
    public static readonly ImmutableArray<FactSource> Defaults =
    [
        new("/nodes/N/vzdump/defaults", "Datastore.Audit on /storage", IsFiltered: false),
        new("/nodes/N/vzdump/defaults", "Sys.Audit on /nodes/N", IsFiltered: true),
        .. NodeStorage,
    ];

    public static readonly ImmutableArray<FactSource> Included =
    [
        new("/cluster/backup/ID/included_volumes", "Sys.Audit on /", IsFiltered: false),
        new("/cluster/backup/ID/included_volumes", "VM.Audit on /vms", IsFiltered: true),
    ];

    public static readonly ImmutableArray<FactSource> Disks =
    [
        new("/nodes/N/disks/list", "Sys.Audit on /nodes/N", IsFiltered: false),
        new("/nodes/N/disks/{directory,lvm,zfs}", "Sys.Audit on /", IsFiltered: false),
        new("/nodes/N/report", "Sys.Audit on /nodes/N", IsFiltered: false),
    ];

    public static readonly ImmutableArray<FactSource> Users = [new("/access/users", "Sys.Audit on /access/groups", IsFiltered: true)];

    /// <summary>Matchers, targets, and the addresses of users they mail to.</summary>
    public static readonly ImmutableArray<FactSource> Notifications =
    [
        new("/cluster/notifications/{matchers,targets}", "Mapping.Audit on /mapping/notifications", IsFiltered: false),
        new("/cluster/notifications/endpoints/{sendmail,smtp}", "Mapping.Audit on /mapping/notifications", IsFiltered: false),
        .. Users,
    ];

    /// <summary>Who holds which privilege where.</summary>
    public static readonly ImmutableArray<FactSource> Access =
    [
        new("/access/acl", "Sys.Audit on /access", IsFiltered: true),
        new("/access/roles", null, IsFiltered: false),
        .. Users,
        new("/access/groups", "Sys.Audit on /access/groups", IsFiltered: true),
        .. Pools,
        new("/pools", "Pool.Audit on /pool", IsFiltered: true),
    ];

    /// <summary>The tier of a guest: by tag, name and number, or by pool.</summary>
    public static readonly ImmutableArray<FactSource> Tier = [.. Policy, .. Resources, .. GuestPool];

    /// <summary>The guests of a job: by number, by pool, or all.</summary>
    public static readonly ImmutableArray<FactSource> Selection = [.. Jobs, .. Resources, .. GuestPool];

    public static readonly ImmutableArray<FactSource> JobTier = [.. Policy, .. Selection];

    /// <summary>What a job inherits from the node it runs on.</summary>
    public static readonly ImmutableArray<FactSource> JobSetting = [.. Jobs, .. Defaults];

    public static readonly ImmutableArray<FactSource> JobFailure = [.. JobSetting, .. Notifications];

    /// <summary>What the target of a job is like.</summary>
    public static readonly ImmutableArray<FactSource> JobTarget = [.. Jobs, .. Defaults, .. Storage];

    /// <summary>Which jobs save a guest: their selection, and whether their targets take backups.</summary>
    public static readonly ImmutableArray<FactSource> Cover = [.. Selection, .. Defaults, .. Storage];

    public static readonly ImmutableArray<FactSource> Cadence = [.. Cover, .. Time];

    /// <summary>What the tier of a guest promises on its schedule.</summary>
    public static readonly ImmutableArray<FactSource> Promise = [.. Tier, .. Cadence];

    /// <summary>The restore points of a guest: on the targets of its tier and of the jobs that cover it, and none from before it was made.</summary>
    public static readonly ImmutableArray<FactSource> History = [.. Backups, .. NodeStorage, .. GuestConfig, .. Tier, .. Cover];

    /// <summary>Their sizes, and what Proxmox Backup Server tells of them.</summary>
    public static readonly ImmutableArray<FactSource> Contents = [.. History, .. Content];

    public static readonly ImmutableArray<FactSource> LoggedSize = [.. History, .. Tasks, .. TaskLog];

    /// <summary>What pruning leaves after the next run.</summary>
    public static readonly ImmutableArray<FactSource> NextPrune = [.. History, .. Cadence];

    public static readonly ImmutableArray<FactSource> Orphans = [.. History, .. Resources];

    /// <summary>Runs, and which job each belonged to: by its log, or by its start and the job's schedule.</summary>
    public static readonly ImmutableArray<FactSource> JobRuns = [.. Tasks, .. TaskLog, .. Jobs, .. Time, .. Nodes];

    /// <summary>Runs that failed for a guest.</summary>
    public static readonly ImmutableArray<FactSource> GuestRuns = [.. JobRuns, .. History, .. Selection];

    public static readonly ImmutableArray<FactSource> Youth = [.. GuestConfig, .. Tier];

    public static readonly ImmutableArray<FactSource> Volumes = [.. GuestConfig, .. Included];

    public static readonly ImmutableArray<FactSource> StorageDisks = [.. Disks, .. Storage];
}
