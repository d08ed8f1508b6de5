using Compliance.Core.Facts.Table;

namespace Compliance.Proxmox;

/// <summary>Which parts of the live state facts are made from. A test holds it against what facts really read.</summary>
public static class FactScope
{
    private static readonly (string Endpoint, CollectionScope Scope)[] Parts =
    [
        ("/nodes/N/time", CollectionScope.NodeHealth),
        ("/nodes/N/services/", CollectionScope.NodeHealth),
        ("/nodes/N/vzdump/defaults", CollectionScope.VzdumpDefaults),
        ("/nodes/N/disks/", CollectionScope.Disks),
        ("/nodes/N/report", CollectionScope.Disks),
        ("/nodes/N/tasks/ID/log", CollectionScope.RunLogs),
        ("/nodes/N/tasks", CollectionScope.Tasks),
        ("/cluster/backup/ID/included_volumes", CollectionScope.IncludedVolumes),
        ("/nodes/N/storage/ID/prunebackups", CollectionScope.Backups),
        ("/nodes/N/storage/ID/content", CollectionScope.BackupSizes),
        ("/nodes/N/{qemu,lxc}/ID/config", CollectionScope.GuestConfigs),
        ("/cluster/notifications/", CollectionScope.Notifications),
        ("/access/groups", CollectionScope.Access),
        ("/pools", CollectionScope.Access),
        ("/access/roles", CollectionScope.Access),
    ];

    /// <summary>Read for notifications as well as for access.</summary>
    private const string Users = "/access/users";

    /// <summary>What is always read, see <see cref="CollectionScope"/>.</summary>
    private static readonly HashSet<string> Always = new(StringComparer.Ordinal)
    {
        "/version", "/nodes/N/storage", "/cluster/status", "/cluster/resources", "/cluster/backup", "/storage", "/access/acl",
        "/access/permissions",
    };

    /// <exception cref="InvalidOperationException">a fact names an endpoint that nobody collects: a bug of this program</exception>
    public static CollectionScope Of(IEnumerable<Fact> facts)
    {
        var sources = facts.SelectMany(fact => fact.Sources).Where(source => source.IsLive).ToList();
        var scope = sources.Where(source => source.Endpoint != Users).Aggregate(CollectionScope.ClusterOnly, (scope, source) => scope | Of(source));
        var hasUsers = (scope & (CollectionScope.Notifications | CollectionScope.Access)) != CollectionScope.ClusterOnly;
        return hasUsers || !sources.Exists(source => source.Endpoint == Users) ? scope : scope | CollectionScope.Access;
    }

    private static CollectionScope Of(FactSource source)
    {
        if (Always.Contains(source.Endpoint))
        {
            return CollectionScope.ClusterOnly;
        }

        var (_, scope) = Parts.FirstOrDefault(part => source.Endpoint.StartsWith(part.Endpoint, StringComparison.Ordinal));
        return scope != CollectionScope.ClusterOnly
            ? scope
            : throw new InvalidOperationException($"The table of facts names {source.Endpoint}, which nobody collects.");
    }
}
