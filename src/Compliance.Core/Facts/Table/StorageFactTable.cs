using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of the storages the policy speaks of, as configured and as each node has them, and of nodes.</summary>
internal static class StorageFactTable
{
    public static void Declare()
    {
        StorageGroup.Text("id", "storage id", FactSources.Policy, s => s.Id).DeclaredAt("storages[].id", s => s.Demand.Id.Place);
        StorageGroup.Flag("exists", "the cluster has a storage of this id", FactSources.Storage, s => s.Exists).At(s => Config(s, "storage")).DeclaredAt("storages[].id", s => s.Demand.Id.Place);
        StorageGroup.OptionalText("type", "dir, nfs, pbs, …; absent when it does not exist", FactSources.Storage, s => s.State.Select(x => x?.Type)).At(s => Config(s, "type"));
        StorageGroup.OptionalText("path", "its directory; absent for types without one", FactSources.Storage, s => s.State.Select(x => x?.Path)).At(s => Config(s, "path"));
        StorageGroup.Flag("isDisabled", "disabled for the whole cluster", FactSources.Storage, s => s.State.Select(x => x is { IsDisabled: true })).At(s => Config(s, "disable"));
        StorageGroup.Texts("otherContent", "content types besides backup", FactSources.Storage, s => s.OtherContent).At(s => Config(s, "content"));
        StorageGroup.Flag("isMountPointEnforced", "Proxmox refuses to use it while nothing is mounted there; false when it does not exist", FactSources.Storage, s => s.IsMountPointEnforced.Select(v => v ?? false)).At(s => Config(s, "is_mountpoint"));
        StorageGroup.Word("networkProtocol", FactWords.Protocol, "the network protocol it is reached by; none when it does not exist", FactSources.Storage, s => s.NetworkProtocol).At(s => Config(s, "type"));
        StorageGroup.Texts("enclosingStorages", "storages for guest disks it lies inside of", FactSources.Storage, s => s.EnclosingStorages).At(s => Config(s, "path"));
        StorageGroup.Texts("orphanedBackups", "volume ids of backups of guests that do not exist any more; no run prunes them", FactSources.Orphans, s => s.OrphanedBackups).At(s => Config(s, "content"));
        StorageGroup.Texts("renamedBackups", "volume ids of files with a name that vzdump does not give; no run prunes them, and they prove none", FactSources.Archives, s => s.RenamedBackups).At(s => Config(s, "content"));
        StorageGroup.Flag("wantsMountPoint", "the policy demands that it is a mount point", FactSources.Policy, s => s.Demand.IsMountPoint?.Value ?? false).DeclaredAt("storages[].mount-point", s => s.Demand.IsMountPoint?.Place);
        StorageGroup.Flag("wantsDedicatedDisk", "the policy demands a disk of its own", FactSources.Policy, s => s.Demand.IsDedicatedDisk?.Value ?? false).DeclaredAt("storages[].dedicated-disk", s => s.Demand.IsDedicatedDisk?.Place);
        StorageGroup.Flag("wantsApartFromGuests", "the policy demands that it shares no disk with guests", FactSources.Policy, s => s.Demand.IsApartFromGuests?.Value ?? false).DeclaredAt("storages[].apart-from-guests", s => s.Demand.IsApartFromGuests?.Place);
        StorageGroup.Texts("allowedFilesystems", "file systems the policy allows; empty when it does not care", FactSources.Policy, s => (IReadOnlyList<string>)[.. s.Demand.Filesystems.Select(f => f.Value)]).DeclaredAt("storages[].filesystems", s => s.Demand.FilesystemsPlace);
        StorageGroup.OptionalText("wantedPath", "the path the policy demands; absent when any will do", FactSources.Policy, s => s.Demand.Path?.Value).DeclaredAt("storages[].path", s => s.Demand.Path?.Place);
        StorageGroup.OptionalWord("allowedExposure", FactWords.Exposure, "how it may be reached over the network; absent when the policy does not care", FactSources.Policy, s => s.Demand.NetworkExposure?.Value).DeclaredAt("storages[].network-exposure", s => s.Demand.NetworkExposure?.Place);
        StorageGroup.Flag("limitsExposure", "the policy says how it may be reached over the network", FactSources.Policy, s => s.Demand.NetworkExposure is not null).DeclaredAt("storages[].network-exposure", s => s.Demand.NetworkExposure?.Place);
        StorageGroup.Texts("readers", "users besides root@pam who may read backups on it and take their protection away; a token counts as its user, but one of root@pam with rights of its own is named", FactSources.Access, s => s.Readers).At(Access);
        StorageGroup.Texts("removers", "users besides root@pam who may delete backups on it; a token counts as its user, but one of root@pam with rights of its own is named", FactSources.Access, s => s.Removers).At(Access);
        StorageGroup.Texts("granters", "users besides root@pam who may give rights on it, to themselves as well", FactSources.Access, s => s.Granters).At(Access);
        StorageGroup.Texts("unlistedAccess", "readers, removers and granters whom the policy names neither themselves nor by a group; all of them when it does not care", [.. FactSources.Policy, .. FactSources.Access], s => s.Unlisted).At(Access);
        StorageGroup.Texts("allowedAccess", "users, tokens and @groups the policy allows besides root@pam; empty when it does not care", FactSources.Policy, s => (IReadOnlyList<string>)s.AllowedAccess).DeclaredAt("storages[].access", s => s.Demand.AccessPlace);
        StorageGroup.Flag("limitsAccess", "the policy says who may have access", FactSources.Policy, s => s.Demand.Access is not null).DeclaredAt("storages[].access", s => s.Demand.AccessPlace);

        NodeStorageGroup.One("storage", StorageGroup, "the storage", FactSources.Policy, n => n.Storage);
        NodeStorageGroup.One("node", NodeGroup, "the node", FactSources.Nodes, n => n.Node);
        NodeStorageGroup.Flag("isEnabled", "enabled, and assigned to this node", FactSources.NodeStorage, n => n.IsEnabled).At(n => OnNode(n, "enabled"));
        NodeStorageGroup.Flag("isActive", "mounted or reachable now", FactSources.NodeStorage, n => n.IsActive).At(n => OnNode(n, "active"));
        NodeStorageGroup.OptionalNumber("total", "bytes", "its size; absent while it is not active", FactSources.NodeStorage, n => n.Total).At(n => OnNode(n, "total"));
        NodeStorageGroup.OptionalNumber("used", "bytes", "how much of it is in use; absent while it is not active", FactSources.NodeStorage, n => n.Used).At(n => OnNode(n, "used"));
        NodeStorageGroup.OptionalNumber("free", "bytes", "how much is left; absent while it is not active", FactSources.NodeStorage, n => n.Free).At(n => OnNode(n, "avail"));
        NodeStorageGroup.OptionalText("filesystem", "file system of the mounted device; absent for storages without one", FactSources.StorageDisks, n => n.Disks.Filesystem).At(n => Disk(n, "used"));
        NodeStorageGroup.Flag("hasFilesystem", "it is a directory on a local device", FactSources.StorageDisks, n => n.Disks.Filesystem.Select(f => f is not null)).At(n => Disk(n, "used"));
        NodeStorageGroup.OptionalText("mountPoint", "where that file system is mounted; absent for storages without one", FactSources.StorageDisks, n => n.Disks.MountPoint).At(n => Disk(n, "mounted"));
        NodeStorageGroup.Texts("disks", "physical disks under it; empty for a storage on another machine", FactSources.StorageDisks, n => n.Disks.Disks).At(n => Disk(n, "serial"));
        NodeStorageGroup.Texts("sharedWith", "storages for guest disks that use one of the same disks", FactSources.StorageDisks, n => n.Disks.SharedWith).At(n => Disk(n, "serial"));
        NodeStorageGroup.Texts("otherUses", "what else uses its disks", FactSources.StorageDisks, n => n.Disks.OtherUses).At(n => Disk(n, "used"));
        NodeStorageGroup.OptionalWord("diskVerdict", FactWords.Lineage, "how certain its disks are: each step was seen, only one answer fits what was seen, or it is on another machine; absent when there is no such storage", FactSources.StorageDisks, n => n.Disks.Verdict).At(n => Disk(n, "serial"));
        NodeStorageGroup.Text("diskProof", "how the disks were found out; empty for a storage on another machine", FactSources.StorageDisks, n => n.Disks.Disks.Select(_ => n.Disks.Proof)).At(n => Disk(n, "serial"));

        NodeGroup.Text("name", "its name", FactSources.Nodes, n => n.State.Name);
        NodeGroup.Flag("isOnline", "the cluster sees it", FactSources.Nodes, n => n.State.IsOnline).At(n => new LivePlace("/cluster/resources", n.State.Name));
        NodeGroup.Text("schedulerState", "state of pvescheduler, the service that starts jobs, such as running", FactSources.Scheduler, n => n.State.Scheduler).At(n => new LivePlace($"/nodes/{n.State.Name}/services/pvescheduler/state", "state"));
        NodeGroup.Texts("failedRuns", "backup runs of the last 7 days that failed, newest first, with their time in UTC and status", FactSources.Tasks, n => n.FailedRuns).At(n => new LivePlace($"/nodes/{n.State.Name}/tasks", "status"));
        NodeGroup.OptionalTime("runsCompleteSince", "no backup run that began later is missing from the task history; absent when none ever was lost, so that it reaches back to the node's first day", FactSources.Tasks, n => n.Runs.CompleteSince).At(n => new LivePlace($"/nodes/{n.State.Name}/tasks", "endtime"));
        NodeGroup.Texts("undocumentedRestoreFailures", "restores that failed and no change record speaks of, newest first, with their time in UTC, the guest they were to make, and status", [.. FactSources.Policy, .. FactSources.Tasks], n => n.UndocumentedRestoreFailures).At(n => new LivePlace($"/nodes/{n.State.Name}/tasks", "status"));
        NodeGroup.Flag("hasProtectedGuests", "a guest on it must be backed up", FactSources.Tier, n => n.HasProtectedGuests).At(n => new LivePlace("/cluster/resources", n.State.Name));
        NodeGroup.Word("pbs", FactWords.PbsState, "the storage of Proxmox Backup Server that the policy names, as this node has it: inactive is not reachable, disabled also not assigned to it", [.. FactSources.Pbs, .. FactSources.NodeStorage], n => n.Pbs).At(n => new LivePlace($"/nodes/{n.State.Name}/storage", "active"));
        NodeGroup.Number("jobCount", "jobs", "enabled jobs that have guests on it, or would run there", FactSources.Selection, n => n.JobCount);
    }

    private static LivePlace Config(StorageFacts storage, string field) => new($"/storage/{storage.Id}", field);

    private static LivePlace Access(StorageFacts storage) => new("/access/acl", $"/storage/{storage.Id}");

    private static LivePlace OnNode(NodeStorageFacts at, string field) => new($"/nodes/{at.Node.State.Name}/storage/{at.Storage.Id}", field);

    private static LivePlace Disk(NodeStorageFacts at, string field) => new($"/nodes/{at.Node.State.Name}/disks/list", field);
}
