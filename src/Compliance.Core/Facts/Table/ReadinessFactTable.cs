using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of what must be in order before somebody touches a host. They belong to the records of other tables.</summary>
internal static class ReadinessFactTable
{
    public static void Declare()
    {
        EstateGroup.Flag("isQuorate", "more than half of the cluster's votes are there, so that it can be changed at all; true on a standalone host", FactSources.Quorum, e => e.Inventory.IsQuorate.Select(quorate => quorate ?? true)).At(_ => new LivePlace("/cluster/status", "quorate"));
        EstateGroup.Duration("inventoryAge", "how long before the moment judged the inventory was collected", FactSources.Policy, e => e.InventoryAge);
        EstateGroup.Duration("maxAge", "how old may be, before a change to a host, what is known of it and the newest archive of its configuration: --max-age of ready", FactSources.Policy, e => e.MaxAge);
        EstateGroup.Texts("removedStorages", "storages of a type that Proxmox VE 9 no longer has; none unless this is version 8", [.. FactSources.Version, .. FactSources.Storage], e => UpgradeObstacles.Storages(e.Inventory)).At(_ => new LivePlace("/storage", "type"));
        EstateGroup.Texts("jobsToLoseNotification", "jobs with notification-target or notification-policy, which Proxmox VE 9 ignores; none unless this is version 8", [.. FactSources.Version, .. FactSources.Jobs], e => UpgradeObstacles.Jobs(e.Inventory)).At(_ => new LivePlace("/cluster/backup", "notification-target"));
        EstateGroup.Texts("jobsToLoseRetention", "jobs that keep by maxfiles, which Proxmox VE 9 ignores; none unless this is version 8", [.. FactSources.Version, .. FactSources.Jobs], e => UpgradeObstacles.Retentions(e.Inventory)).At(_ => new LivePlace("/cluster/backup", "maxfiles"));
        EstateGroup.Texts("sharedContentDirectories", "enabled storages that keep several types of content in one directory, with it and them; none unless this is version 8", [.. FactSources.Version, .. FactSources.Storage], e => UpgradeObstacles.Directories(e.Inventory)).At(_ => new LivePlace("/storage", "content-dirs"));
        EstateGroup.Texts("rolesToLoseRights", "own roles that hold VM.Monitor, which Proxmox VE 9 no longer has; none unless this is version 8", [.. FactSources.Version, .. FactSources.Roles], e => UpgradeObstacles.Roles(e.Inventory)).At(_ => new LivePlace("/access/roles", "privs"));

        GuestGroup.Flag("newestIsSound", "its newest restore point is whole as far as anything but a restore can tell: neither empty nor shrunken nor found damaged by Proxmox Backup Server; where the token may see no sizes, the run that made it succeeded; false when there is none", FactSources.LoggedSize, g => g.NewestIsSound).At(g => new LivePlace($"/nodes/{g.State.Node}/tasks", "status"));

        NodeGroup.Texts("runningTasks", "what runs on it now, newest first: backups, restores, migrations and all other tasks but consoles, each with its guest and start in UTC", FactSources.ActiveTasks, n => n.RunningTasks).At(n => new LivePlace($"/nodes/{n.State.Name}/tasks?source=active", "type"));
        NodeGroup.Texts("inactiveStorages", "storages that are enabled on it and not mounted or not reachable now", [.. FactSources.Nodes, .. FactSources.NodeStorage], n => n.InactiveStorages).At(n => new LivePlace($"/nodes/{n.State.Name}/storage", "active"));
        NodeGroup.Texts("failingReplications", "replication jobs that run on it and failed since they last succeeded, or never succeeded", FactSources.Replication, n => n.FailingReplications).At(n => new LivePlace($"/nodes/{n.State.Name}/replication", "fail_count"));

        NodeStorageGroup.Flag("fitsNextCycle", "it has room for one more restore point of each guest that is backed up to it; false while it is not active", FactSources.CycleSpace, n => n.Space.Fits).At(n => new LivePlace($"/nodes/{n.Node.State.Name}/storage/{n.Storage.Id}", "avail"));
        NodeStorageGroup.Number("nextCycleSize", "bytes", "what these take: of each guest the size of its newest restore point, or where nobody may see that, all that its volumes can hold", FactSources.CycleSpace, n => n.Space.Need);
    }
}
