using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Reduces an inventory to a scope: what is outside of it is as if it had not been collected. A check of a file then judges
/// exactly what a live check with the same rules would have asked for, and both write the same report.
/// </summary>
public static class InventoryScope
{
    public static Inventory Narrow(Inventory inventory, CollectionScope scope)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return inventory with
        {
            Nodes = Rows(inventory.Nodes, node => Narrow(node, scope)),
            Guests = scope.HasFlag(CollectionScope.GuestConfigs) ? inventory.Guests : Rows(inventory.Guests, WithoutConfig),
            Jobs = scope.HasFlag(CollectionScope.IncludedVolumes) ? inventory.Jobs : Rows(inventory.Jobs, WithoutIncluded),
            Users = Keep(scope, CollectionScope.Access | CollectionScope.Notifications, inventory.Users, "/access/users"),
            Roles = Keep(scope, CollectionScope.Access, inventory.Roles, "/access/roles"),
            Groups = Keep(scope, CollectionScope.Access, inventory.Groups, "/access/groups"),
            PoolMembers = Keep(scope, CollectionScope.Access, inventory.PoolMembers, "/pools"),
            Matchers = Keep(scope, CollectionScope.Notifications, inventory.Matchers, "/cluster/notifications/matchers"),
            Targets = Keep(scope, CollectionScope.Notifications, inventory.Targets, "/cluster/notifications/targets"),
            Backups = [.. inventory.Backups.Select(backups => Narrow(backups, scope))],
        };
    }

    private static Listing<T> Keep<T>(CollectionScope scope, CollectionScope any, Listing<T> listing, string endpoint)
        => (scope & any) != CollectionScope.ClusterOnly ? listing : NotCollected.List<T>(endpoint);

    private static Listing<T> Rows<T>(Listing<T> listing, Func<T, T> change) => new([.. listing.Rows.Select(change)], listing.Hidden);

    private static NodeState Narrow(NodeState node, CollectionScope scope)
    {
        var path = Endpoint.Node(node.Name);
        Observed<T> Keep<T>(CollectionScope section, Observed<T> value, string below)
            => scope.HasFlag(section) ? value : NotCollected.Value<T>(path + below);
        return node with
        {
            TimeZone = Keep(CollectionScope.NodeHealth, node.TimeZone, "/time"),
            Scheduler = Keep(CollectionScope.NodeHealth, node.Scheduler, "/services/pvescheduler/state"),
            Defaults = [.. node.Defaults.Select(defaults => defaults with { Settings = Keep(CollectionScope.VzdumpDefaults, defaults.Settings, "/vzdump/defaults") })],
            Disks = Keep(CollectionScope.Disks, node.Disks, "/disks/list"),
            MountUnits = Keep(CollectionScope.Disks, node.MountUnits, "/disks/directory"),
            VolumeGroups = Keep(CollectionScope.Disks, node.VolumeGroups, "/disks/lvm"),
            ZfsPools = Keep(CollectionScope.Disks, node.ZfsPools, "/disks/zfs"),
            DeviceReport = Keep(CollectionScope.Disks, node.DeviceReport, "/report"),
            Tasks = Keep(CollectionScope.Tasks, node.Tasks, "/tasks"),
            History = Keep(CollectionScope.Tasks, node.History, "/tasks"),
            RunLogs = scope.HasFlag(CollectionScope.RunLogs) ? node.RunLogs : NotCollected.List<TaskLog>(path + "/tasks/UPID/log"),
        };
    }

    private static GuestState WithoutConfig(GuestState guest)
        => guest with { Config = NotCollected.Value<ImmutableSortedDictionary<string, string>>($"{Endpoint.Node(guest.Node)}/{guest.Type}/{guest.VmId}/config") };

    private static JobState WithoutIncluded(JobState job)
        => job with { Included = NotCollected.Value<ImmutableArray<IncludedGuest>>($"/cluster/backup/{Endpoint.Segment(job.Id)}/included_volumes") };

    private static StorageBackups Narrow(StorageBackups backups, CollectionScope scope)
    {
        var path = Endpoint.Storage(backups.Node, backups.Storage);
        if (!scope.HasFlag(CollectionScope.Backups))
        {
            return backups with { Points = NotCollected.Value<ImmutableArray<RestorePoint>>(path + "/prunebackups") };
        }

        if (scope.HasFlag(CollectionScope.BackupSizes) || !backups.Points.IsKnown)
        {
            return backups;
        }

        var unasked = NotCollected.Value<long>(path + "/content");
        return backups with { Points = Observation.Known(backups.Points.Value!.Select(point => point with { Size = unasked, Pbs = null }).ToImmutableArray()) };
    }
}
