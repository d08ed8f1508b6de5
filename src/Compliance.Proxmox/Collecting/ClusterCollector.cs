using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Collects what any node can tell about the whole cluster.</summary>
internal static class ClusterCollector
{
    public static async Task<ClusterView> CollectAsync(ProxmoxApi api, CancellationToken cancellationToken)
    {
        var status = api.AskAsync("/cluster/status", ClusterRows.Identity, cancellationToken);
        var permissions = api.AskAsync("/access/permissions", AccessRows.Sight, cancellationToken);
        var resources = api.AskAsync("/cluster/resources", ClusterRows.Resources, cancellationToken);
        var jobs = api.ListAsync("/cluster/backup", JobRows.Job, static (a, b) => string.CompareOrdinal(a.Id, b.Id), cancellationToken);
        var storages = api.ListAsync("/storage", StorageRows.Storage, static (a, b) => string.CompareOrdinal(a.Id, b.Id), cancellationToken);
        var acl = api.ListAsync("/access/acl", AccessRows.Acl, AccessRows.ByPlace, cancellationToken);
        await Task.WhenAll(status, permissions, resources, jobs, storages, acl).ConfigureAwait(false);

        var sees = new Visibility(await permissions.ConfigureAwait(false), await acl.ConfigureAwait(false));
        var identity = await status.ConfigureAwait(false);
        var (nodes, guests, pools) = (await resources.ConfigureAwait(false)).Match(seen => seen!, ClusterResources.Lost);
        return new ClusterView
        {
            Name = identity.Value?.Name ?? (nodes.Rows is [var only] ? only.Name : "unknown"),
            IsQuorate = identity.Match(known => Observation.Known(known!.IsQuorate), Observation.Unreadable<bool?>),
            Visibility = sees,
            Nodes = nodes,
            Guests = sees.Hide(WithPools(guests, sees), "/cluster/resources", "VM.Audit"),
            Jobs = await jobs.ConfigureAwait(false),
            Storages = sees.Hide(await storages.ConfigureAwait(false), "/storage"),
            Pools = sees.Hide(pools, "/cluster/resources", "Pool.Audit"),
        };
    }

    /// <summary>The jobs with the guests and volumes Proxmox computes for them.</summary>
    public static async Task<Listing<JobState>> WithIncludedAsync(
        ProxmoxApi api, ClusterView cluster, CollectionScope scope, Task<Listing<GuestState>> guests, CancellationToken cancellationToken)
    {
        if (!scope.AsksIncludedVolumes(await guests.ConfigureAwait(false)))
        {
            return cluster.Jobs;
        }

        var jobs = await Task.WhenAll(cluster.Jobs.Rows.Select(async job =>
        {
            var path = $"/cluster/backup/{Endpoint.Segment(job.Id)}/included_volumes";
            var included = await api.AskAsync(path, JobRows.Included, cancellationToken).ConfigureAwait(false);
            return job with { Included = cluster.Visibility.Hide(included, path) };
        })).ConfigureAwait(false);
        return new Listing<JobState>([.. jobs], cluster.Jobs.Hidden);
    }

    /// <summary>The guests with their reduced configurations; a guest on a node that is offline cannot be asked.</summary>
    public static async Task<Listing<GuestState>> WithConfigsAsync(
        ProxmoxApi api, ClusterView cluster, CollectionScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Asks("/nodes/N/qemu/ID/config"))
        {
            return cluster.Guests;
        }

        var online = cluster.Nodes.Rows.Where(node => node.IsOnline).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var guests = await Task.WhenAll(cluster.Guests.Rows.Select(async guest =>
        {
            var path = $"{Endpoint.Node(guest.Node)}/{guest.Type}/{guest.VmId}/config";
            var config = online.Contains(guest.Node)
                ? await api.AskAsync(path + "?current=1", GuestConfig.Read, cancellationToken).ConfigureAwait(false)
                : Observation.Unreadable<ImmutableSortedDictionary<string, string>>(
                    cluster.Nodes.Hidden ?? new Gap(path, $"node {guest.Node} is offline"));
            return guest with { Config = config };
        })).ConfigureAwait(false);
        return new Listing<GuestState>([.. guests], cluster.Guests.Hidden);
    }

    /// <summary>A guest in no pool and one whose pool is hidden look the same on the wire.</summary>
    private static Listing<GuestState> WithPools(Listing<GuestState> guests, Visibility sees)
    {
        if (sees.WhyHidden("/cluster/resources", "Pool.Audit") is not { } gap)
        {
            return guests;
        }

        var hidden = Observation.Unreadable<string?>(gap with { Reason = "the field 'pool' is left out silently" });
        return new Listing<GuestState>(
            [.. guests.Rows.Select(guest => guest.Pool.Value is null ? guest with { Pool = hidden } : guest)], guests.Hidden);
    }
}
