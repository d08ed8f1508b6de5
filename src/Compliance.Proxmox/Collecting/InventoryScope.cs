using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
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
        var guests = Rows(inventory.Guests, guest => guest with
        {
            Config = Keep(scope, guest.Config, $"{Endpoint.Node(guest.Node)}/{guest.Type}/{guest.VmId}/config"),
        });
        return inventory with
        {
            Nodes = Rows(inventory.Nodes, node => Narrow(inventory, node, scope)),
            Guests = guests,
            Jobs = scope.AsksIncludedVolumes(guests) ? inventory.Jobs : Rows(inventory.Jobs, job => job with
            {
                Included = NotCollected.Value<ImmutableArray<IncludedGuest>>($"/cluster/backup/{Endpoint.Segment(job.Id)}/included_volumes"),
            }),
            Users = Keep(scope, inventory.Users, "/access/users"),
            Roles = Keep(scope, inventory.Roles, "/access/roles"),
            Groups = Keep(scope, inventory.Groups, "/access/groups"),
            PoolMembers = Members(inventory, scope),
            Matchers = Keep(scope, inventory.Matchers, "/cluster/notifications/matchers"),
            Targets = Keep(scope, inventory.Targets, "/cluster/notifications/targets"),
            Backups = [.. inventory.Backups.Select(backups => Narrow(backups, scope))],
        };
    }

    private static Listing<PoolMember> Members(Inventory inventory, CollectionScope scope)
    {
        var asked = scope.PoolsToAsk(inventory.Pools.Rows, inventory.Acl, inventory.Groups).ToHashSet(StringComparer.Ordinal);
        var kept = inventory.PoolMembers.Rows.Where(member => asked.Contains(member.Pool));
        return Keep(scope, new Listing<PoolMember>([.. kept], inventory.PoolMembers.Hidden), "/pools");
    }

    private static Listing<T> Keep<T>(CollectionScope scope, Listing<T> listing, string endpoint)
        => scope.Asks(endpoint) ? listing : NotCollected.List<T>(endpoint);

    private static Observed<T> Keep<T>(CollectionScope scope, Observed<T> value, string endpoint)
        => scope.Asks(endpoint) ? value : NotCollected.Value<T>(endpoint);

    private static Listing<T> Rows<T>(Listing<T> listing, Func<T, T> change) => new([.. listing.Rows.Select(change)], listing.Hidden);

    private static NodeState Narrow(Inventory inventory, NodeState node, CollectionScope scope)
    {
        var path = Endpoint.Node(node.Name);
        var report = node.DeviceReport.Match(text => NodeReportText.Parse(text!), _ => NodeReportText.Empty);
        return node with
        {
            TimeZone = Keep(scope, node.TimeZone, path + "/time"),
            Scheduler = Keep(scope, node.Scheduler, path + "/services/pvescheduler/state"),
            Defaults = [.. node.Defaults.Select(defaults => defaults with { Settings = Keep(scope, defaults.Settings, path + "/vzdump/defaults") })],
            Disks = Keep(scope, node.Disks, path + "/disks/list"),
            MountUnits = scope.AsksMountUnits(report) ? node.MountUnits : NotCollected.Value<ImmutableArray<MountUnit>>(path + "/disks/directory"),
            VolumeGroups = Keep(scope, node.VolumeGroups, path + "/disks/lvm"),
            ZfsPools = Keep(scope, node.ZfsPools, path + "/disks/zfs"),
            DeviceReport = Keep(scope, node.DeviceReport, path + "/report"),
            Tasks = Keep(scope, node.Tasks, path + "/tasks"),
            History = Keep(scope, node.History, path + "/tasks"),
            ActiveTasks = Keep(scope, node.ActiveTasks, path + "/tasks?source=active"),
            Replications = Keep(scope, node.Replications, path + "/replication"),
            RunLogs = Keep(scope, Logs(inventory, node, scope), path + "/tasks/UPID/log"),
        };
    }

    private static Listing<TaskLog> Logs(Inventory inventory, NodeState node, CollectionScope scope)
    {
        if (node.Tasks.Value is not { IsDefault: false } tasks || scope.AsksNewestLog(inventory.Sight, inventory.Storages.Rows, node.Name))
        {
            return node.RunLogs;
        }

        var failed = tasks.Where(Redundancy.IsOfFailure).Select(task => task.Upid).ToHashSet(StringComparer.Ordinal);
        return new Listing<TaskLog>([.. node.RunLogs.Rows.Where(log => failed.Contains(log.Upid))], node.RunLogs.Hidden);
    }

    private static StorageBackups Narrow(StorageBackups backups, CollectionScope scope)
    {
        var path = Endpoint.Storage(backups.Node, backups.Storage);
        var points = Keep(scope, backups.Points, path + "/prunebackups");
        if (scope.Asks(path + "/content"))
        {
            return backups with { Points = points };
        }

        var unasked = NotCollected.Value<long>(path + "/content");
        return backups with { Points = points.Select(known => known.Select(point => point with { Size = unasked, Pbs = null }).ToImmutableArray()) };
    }
}
