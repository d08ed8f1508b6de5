using System.Collections.Frozen;
using Compliance.Core.Facts.Access;

namespace Compliance.Proxmox;

/// <summary>Which scopes ask which call: the only place that says it.</summary>
internal static class ScopeTable
{
    /// <summary>The one call whose query makes it another: it lists what runs instead of what ran.</summary>
    private const string ActiveTasks = "/nodes/{}/tasks?source=active";

    /// <summary>By generic path, see <see cref="CallRights.Generic"/>; a call that several scopes ask is asked for any of them.</summary>
    private static readonly FrozenDictionary<string, CollectionScope[]> Calls = new Dictionary<string, CollectionScope[]>
    {
        ["/access/acl"] = [CollectionScope.ClusterOnly],
        ["/access/groups"] = [CollectionScope.Access],
        ["/access/permissions"] = [CollectionScope.ClusterOnly],
        ["/access/roles"] = [CollectionScope.Access],
        ["/access/users"] = [CollectionScope.Access, CollectionScope.Notifications],
        ["/cluster/backup"] = [CollectionScope.ClusterOnly],
        ["/cluster/backup/{}/included_volumes"] = [CollectionScope.IncludedVolumes],
        ["/cluster/notifications/endpoints/{}"] = [CollectionScope.Notifications],
        ["/cluster/notifications/matchers"] = [CollectionScope.Notifications],
        ["/cluster/notifications/targets"] = [CollectionScope.Notifications],
        ["/cluster/resources"] = [CollectionScope.ClusterOnly],
        ["/cluster/status"] = [CollectionScope.ClusterOnly],
        ["/nodes/{}/disks/directory"] = [CollectionScope.Disks],
        ["/nodes/{}/disks/list"] = [CollectionScope.Disks],
        ["/nodes/{}/disks/lvm"] = [CollectionScope.Disks],
        ["/nodes/{}/disks/zfs"] = [CollectionScope.Disks],
        ["/nodes/{}/disks/zfs/{}"] = [CollectionScope.Disks],
        ["/nodes/{}/lxc/{}/config"] = [CollectionScope.GuestConfigs],
        ["/nodes/{}/qemu/{}/config"] = [CollectionScope.GuestConfigs],
        ["/nodes/{}/report"] = [CollectionScope.Disks],
        ["/nodes/{}/replication"] = [CollectionScope.Readiness],
        ["/nodes/{}/services/{}/state"] = [CollectionScope.NodeHealth],
        ["/nodes/{}/storage"] = [CollectionScope.ClusterOnly],
        ["/nodes/{}/storage/{}/content"] = [CollectionScope.BackupSizes],
        ["/nodes/{}/storage/{}/prunebackups"] = [CollectionScope.Backups],
        ["/nodes/{}/tasks"] = [CollectionScope.Tasks],
        [ActiveTasks] = [CollectionScope.Readiness],
        ["/nodes/{}/tasks/{}/log"] = [CollectionScope.RunLogs],
        ["/nodes/{}/time"] = [CollectionScope.NodeHealth],
        ["/nodes/{}/vzdump/defaults"] = [CollectionScope.VzdumpDefaults],
        ["/pools"] = [CollectionScope.Access],
        ["/storage"] = [CollectionScope.ClusterOnly],
        ["/version"] = [CollectionScope.ClusterOnly],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a collection of that scope asks the call.</summary>
    public static bool Asks(this CollectionScope scope, string endpoint) => Of(endpoint).Any(one => scope.HasFlag(one));

    /// <summary>The scopes of which any asks the call; that of what is always asked is empty.</summary>
    /// <exception cref="InvalidOperationException">nobody collects it: a bug of this program</exception>
    public static IReadOnlyList<CollectionScope> Of(string endpoint)
        => CallRights.Generic(endpoint) is var call && Calls.TryGetValue(call == ActiveTasks ? call : Endpoint.Of(call), out var scopes)
            ? scopes
            : throw new InvalidOperationException($"Nobody collects {endpoint}.");
}
