using System.Collections.Immutable;
using Compliance.Core.Facts.Access;

namespace Compliance.Core.Facts.Table;

/// <summary>
/// What facts are made from. The privileges are those of <see cref="CallRights"/>; a test refuses every endpoint in turn and compares
/// what becomes unknown with what is named here.
/// </summary>
internal static class FactSources
{
    public static readonly ImmutableArray<FactSource> Policy = [new("policy.yaml", null, IsFiltered: false)];

    /// <summary>Records of people.</summary>
    public static readonly ImmutableArray<FactSource> Evidence = [.. Policy, new("evidence/*.yaml", null, IsFiltered: false)];

    public static readonly ImmutableArray<FactSource> Version = Call("/version");
    public static readonly ImmutableArray<FactSource> Nodes = [new("/cluster/resources", null, IsFiltered: false)];
    public static readonly ImmutableArray<FactSource> ClusterName = [.. Call("/cluster/status"), .. Nodes];
    public static readonly ImmutableArray<FactSource> Resources = Call("/cluster/resources", "VM.Audit");
    public static readonly ImmutableArray<FactSource> GuestPool = Call("/cluster/resources", "Pool.Audit");
    public static readonly ImmutableArray<FactSource> Pools = GuestPool;
    public static readonly ImmutableArray<FactSource> GuestConfig = Call("/nodes/N/{qemu,lxc}/ID/config");
    public static readonly ImmutableArray<FactSource> Jobs = Call("/cluster/backup");
    public static readonly ImmutableArray<FactSource> Storage = Call("/storage");
    public static readonly ImmutableArray<FactSource> NodeStorage = Call("/nodes/N/storage");
    public static readonly ImmutableArray<FactSource> Backups = Call("/nodes/N/storage/ID/prunebackups");

    /// <summary>The zone of a node, or else the offset that the names of its archives prove.</summary>
    public static readonly ImmutableArray<FactSource> Time = [.. Call("/nodes/N/time"), .. Backups];

    public static readonly ImmutableArray<FactSource> Scheduler = Call("/nodes/N/services/pvescheduler/state");
    public static readonly ImmutableArray<FactSource> Tasks = Call("/nodes/N/tasks");

    /// <summary>Open to auditors, and shows them nothing: rows are for those who may read the volume, see <see cref="VolumeAccess"/>.</summary>
    public static readonly ImmutableArray<FactSource> Content =
    [
        new("/nodes/N/storage/ID/content", "Datastore.AllocateSpace on /storage/ID", IsFiltered: true),
        new("/nodes/N/storage/ID/content", "VM.Backup on /vms", IsFiltered: true),
        new("/nodes/N/storage/ID/content", "Datastore.Allocate on /storage/ID", IsFiltered: true),
    ];

    public static readonly ImmutableArray<FactSource> TaskLog = Call("/nodes/N/tasks/ID/log");

    // Opened by a storage that the node reports; the node's own keys are left out without the second.
    public static readonly ImmutableArray<FactSource> Defaults =
    [
        .. Call("/nodes/N/vzdump/defaults"),
        .. NodeStorage,
    ];

    public static readonly ImmutableArray<FactSource> Included = Call("/cluster/backup/ID/included_volumes");

    public static readonly ImmutableArray<FactSource> Disks =
    [
        .. Call("/nodes/N/disks/list"),
        .. Call("/nodes/N/disks/{directory,lvm,zfs}"),
        .. Call("/nodes/N/report"),
    ];

    /// <summary>What runs now.</summary>
    public static readonly ImmutableArray<FactSource> ActiveTasks = Call("/nodes/N/tasks?source=active");

    public static readonly ImmutableArray<FactSource> Replication = Call("/nodes/N/replication");
    public static readonly ImmutableArray<FactSource> Quorum = Call("/cluster/status");
    public static readonly ImmutableArray<FactSource> Roles = Call("/access/roles");
    public static readonly ImmutableArray<FactSource> Users = Call("/access/users");

    /// <summary>Matchers, targets, and the addresses of users they mail to.</summary>
    public static readonly ImmutableArray<FactSource> Notifications =
    [
        .. Call("/cluster/notifications/{matchers,targets}"),
        .. Call("/cluster/notifications/endpoints/{sendmail,smtp}"),
        .. Users,
    ];

    /// <summary>Who holds which privilege where.</summary>
    public static readonly ImmutableArray<FactSource> Access =
    [
        .. Call("/access/acl"),
        .. Roles,
        .. Users,
        .. Call("/access/groups"),
        .. Pools,
        .. Call("/pools"),
    ];

    /// <summary>What lies under a storage.</summary>
    public static readonly ImmutableArray<FactSource> StorageDisks = [.. Disks, .. Storage];

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

    /// <summary>The storage of Proxmox Backup Server that the policy names.</summary>
    public static readonly ImmutableArray<FactSource> Pbs = [.. Policy, .. Storage];

    /// <summary>The restore points on it.</summary>
    public static readonly ImmutableArray<FactSource> PbsHistory = [.. Pbs, .. History];

    /// <summary>Their sizes, and what Proxmox Backup Server tells of them.</summary>
    public static readonly ImmutableArray<FactSource> Contents = [.. History, .. Content];

    public static readonly ImmutableArray<FactSource> Volumes = [.. GuestConfig, .. Included];

    public static readonly ImmutableArray<FactSource> LoggedSize = [.. Contents, .. Tasks, .. TaskLog];

    /// <summary>Room for one more restore point of each guest.</summary>
    public static readonly ImmutableArray<FactSource> CycleSpace = [.. LoggedSize, .. Volumes];

    /// <summary>On which machines its restore points lie.</summary>
    public static readonly ImmutableArray<FactSource> Copies = [.. History, .. StorageDisks, .. Nodes];

    /// <summary>Who could remove the newest restore point.</summary>
    public static readonly ImmutableArray<FactSource> Removers = [.. History, .. Access];

    /// <summary>What pruning leaves after the next run.</summary>
    public static readonly ImmutableArray<FactSource> NextPrune = [.. History, .. Cadence];

    /// <summary>What lies on a storage, whoever's it is.</summary>
    public static readonly ImmutableArray<FactSource> Archives = [.. Backups, .. NodeStorage, .. Storage];

    public static readonly ImmutableArray<FactSource> Orphans = [.. Archives, .. Resources];

    /// <summary>Runs, and which job each belonged to: by its log, or by its start and the job's schedule.</summary>
    public static readonly ImmutableArray<FactSource> JobRuns = [.. Tasks, .. TaskLog, .. Jobs, .. Time, .. Nodes];

    /// <summary>Whether a tier has guests that must be backed up.</summary>
    public static readonly ImmutableArray<FactSource> TierGuests = Tier;

    /// <summary>Recorded restore tests, held against restore tasks and the tiers of guests.</summary>
    public static readonly ImmutableArray<FactSource> RestoreTests = [.. Evidence, .. Tasks, .. Nodes, .. Tier];

    /// <summary>Recorded log reviews, and the nodes that may run a job.</summary>
    public static readonly ImmutableArray<FactSource> JobReviews = [.. Evidence, .. Jobs, .. Nodes];

    public static readonly ImmutableArray<FactSource> FailureReviews = [.. Evidence, .. JobRuns];

    /// <summary>Runs that failed for a guest.</summary>
    public static readonly ImmutableArray<FactSource> GuestRuns = [.. JobRuns, .. History, .. Selection];

    public static readonly ImmutableArray<FactSource> Youth = [.. GuestConfig, .. Tier];

    public static readonly ImmutableArray<FactSource> VolumeDisks = [.. Volumes, .. StorageDisks, .. Nodes];

    public static readonly ImmutableArray<FactSource> VolumeBackups = [.. VolumeDisks, .. Tier, .. Cover];

    /// <summary>The places the policy names, and the nodes whose archives are looked for there.</summary>
    public static readonly ImmutableArray<FactSource> HostArchives = [.. Policy, new(FactSource.HostArchives, null, IsFiltered: false), .. Nodes];

    /// <summary>Which guests a node has, and when they were made.</summary>
    public static readonly ImmutableArray<FactSource> HostArchivePaths = [.. HostArchives, .. Resources, .. GuestConfig];

    /// <summary>What an archive is compared with.</summary>
    public static readonly ImmutableArray<FactSource> HostArchiveDigests = [.. HostArchivePaths, .. Storage];

    public static readonly ImmutableArray<FactSource> HostArchiveDisks = [.. HostArchives, .. StorageDisks];

    /// <param name="endpoint">as a fact's source names it</param>
    /// <param name="privilege">the one that shows what the fact reads, where the call gives several things; null for all</param>
    private static ImmutableArray<FactSource> Call(string endpoint, string? privilege = null)
    {
        var call = new FactSource(endpoint, null, IsFiltered: false).Calls.First();
        var right = CallRights.Of(call) ?? throw new InvalidOperationException($"The table of rights does not have {endpoint}.");
        ImmutableArray<FactSource> sources =
        [
            .. right.Opens.Take(1).Select(on => new FactSource(endpoint, on.ToString(), IsFiltered: false)),
            .. right.Shows.Where(on => privilege is null || on.AnyOf[0] == privilege).Select(on => new FactSource(endpoint, on.ToString(), IsFiltered: true)),
        ];
        return sources.IsEmpty ? [new FactSource(endpoint, null, IsFiltered: false)] : sources;
    }
}
