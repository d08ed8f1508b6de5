using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Collects from the live API, with GET only. A refused token, a refused certificate, or a server that does not answer
/// <c>/version</c> ends the collection; everything else that goes wrong becomes a gap in the inventory.
/// </summary>
public sealed class LiveInventorySource : IInventorySource
{
    private readonly IProxmoxTransport _transport;
    private readonly ProxmoxOptions _options;
    private readonly TimeProvider _time;

    public LiveInventorySource(IProxmoxTransport transport, ProxmoxOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Servers.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There is no server to ask.", nameof(options));
        }

        _transport = transport;
        _options = options;
        _time = time;
    }

    /// <summary>Told after each answer, from whichever thread got it.</summary>
    public IProgress<CollectionProgress>? Progress { get; init; }

    public async Task<Inventory> CollectAsync(CollectionScope scope, CancellationToken cancellationToken)
    {
        var meter = new CollectionMeter(Progress);
        using var api = new ProxmoxApi(_transport, _options, _time, meter);
        var now = _time.GetUtcNow();
        var version = await VersionAsync(api, cancellationToken).ConfigureAwait(false);
        var cluster = await ClusterCollector.CollectAsync(api, cancellationToken).ConfigureAwait(false);

        meter.Enter(2);
        var collectors = cluster.Nodes.Rows.Select(node => new NodeCollector(
            api, cluster.Visibility, scope, meter, node, cluster.Storages.Rows, AsksForFallback(cluster.Jobs, node.Name))).ToArray();
        var storages = collectors.Select(node => node.StoragesAsync(cancellationToken)).ToArray();
        var nodes = Task.WhenAll(collectors.Zip(storages, (node, seen) => node.CollectAsync(seen, cancellationToken)));
        var backups = BackupsAsync(api, cluster, scope, storages, cancellationToken);
        var guests = ClusterCollector.WithConfigsAsync(api, cluster, scope, cancellationToken);
        var jobs = ClusterCollector.WithIncludedAsync(api, cluster, scope, guests, cancellationToken);
        var access = new AccessCollector(api, cluster, scope).CollectAsync(cancellationToken);
        var notifications = new NotificationCollector(api, scope).CollectAsync(cancellationToken);
        await Task.WhenAll(nodes, jobs, backups, guests, access, notifications).ConfigureAwait(false);
        var seenAccess = await access.ConfigureAwait(false);
        var (matchers, targets) = await notifications.ConfigureAwait(false);

        return new Inventory
        {
            Version = Inventory.CurrentVersion,
            Name = cluster.Name,
            CollectedAt = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()),
            ServerVersion = version,
            Sight = cluster.Visibility.Sight,
            IsQuorate = cluster.IsQuorate,
            Nodes = new Listing<NodeState>([.. await nodes.ConfigureAwait(false)], cluster.Nodes.Hidden),
            Guests = await guests.ConfigureAwait(false),
            Jobs = await jobs.ConfigureAwait(false),
            Storages = cluster.Storages,
            Pools = cluster.Pools,
            Acl = cluster.Visibility.Acl,
            Roles = seenAccess.Roles,
            Users = seenAccess.Users,
            Groups = seenAccess.Groups,
            PoolMembers = seenAccess.PoolMembers,
            Matchers = matchers,
            Targets = targets,
            Backups = await backups.ConfigureAwait(false),
        };
    }

    private static async Task<string> VersionAsync(ProxmoxApi api, CancellationToken cancellationToken)
    {
        var reply = await api.SendAsync("/version", cancellationToken).ConfigureAwait(false);
        if (reply.Status != 200)
        {
            var reason = ReplyGap.Of("/version", reply).Reason;
            throw reply.Status >= 500 ? TransportFaults.NotWell(api.Server, reason) : TransportFaults.NotProxmox(api.Server, reason);
        }

        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            return new WireRow(Envelope.Of(document).Data).Text("version");
        }
        catch (Exception e) when (e is JsonException or WireException)
        {
            throw TransportFaults.NotProxmox(api.Server, "its answer to /version is not the API's JSON");
        }
    }

    /// <summary>A job without a target takes what the node's vzdump.conf names; without such a job the question means nothing.</summary>
    private static bool AsksForFallback(Listing<JobState> jobs, string node)
        => jobs.Rows.Any(job => job.Storage is null && job.DumpDir is null && (job.Node is null || job.Node == node));

    private static async Task<ImmutableArray<StorageBackups>> BackupsAsync(
        ProxmoxApi api, ClusterView cluster, CollectionScope scope, Task<NodeStorages>[] storages, CancellationToken cancellationToken)
    {
        var seen = await Task.WhenAll(storages).ConfigureAwait(false);
        return await new BackupCollector(api, cluster.Visibility, scope)
            .CollectAsync(cluster.Storages, seen, cluster.Nodes.Hidden, cancellationToken).ConfigureAwait(false);
    }
}
