using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads the cluster's own lists.</summary>
internal static class ClusterRows
{
    /// <summary>From <c>/cluster/status</c>: a standalone node has no row of type cluster.</summary>
    public static ClusterIdentity Identity(Envelope envelope)
    {
        string? cluster = null;
        bool? quorate = null;
        var nodes = new List<string>();
        WireRow.Read(envelope.Data, row =>
        {
            if (row.Text("type") == "cluster")
            {
                cluster = row.Text("name");
                quorate = row.Flag("quorate");
            }
            else
            {
                nodes.Add(row.Text("name"));
            }

            return true;
        });
        return new ClusterIdentity(cluster ?? (nodes.Count == 1 ? nodes[0] : null), quorate);
    }

    /// <summary>
    /// From <c>/cluster/resources</c>: nodes, which it gives every token, guests, and pools. Reads the list once, in place of
    /// asking for <c>/nodes</c> and <c>/pools</c> too. A row that is not understood is missing from its own listing only.
    /// </summary>
    public static ClusterResources Resources(Envelope envelope)
    {
        var nodes = new RowCollector<NodeSeen>(Node, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        var guests = new RowCollector<GuestState>(Guest, ById);
        var pools = new RowCollector<string>(Pool, string.CompareOrdinal);
        var index = 0;
        WireRow.Read(envelope.Data, row =>
        {
            index++;
            try
            {
                switch (row.Text("type"))
                {
                    case "node":
                        nodes.Add(row, index);
                        break;
                    case "qemu" or "lxc":
                        guests.Add(row, index);
                        break;
                    case "pool":
                        pools.Add(row, index);
                        break;
                }
            }
            catch (WireException e)
            {
                nodes.Miss(index, e);
                guests.Miss(index, e);
                pools.Miss(index, e);
            }

            return true;
        });
        const string Asked = "/cluster/resources";
        return new ClusterResources(nodes.ToListing(Asked), guests.ToListing(Asked), pools.ToListing(Asked));
    }

    private static NodeSeen Node(WireRow row) => new(Endpoint.Checked(row.Text("node")), row.OptionalText("status") == "online");

    /// <summary>
    /// The pool is missing for a guest in none, and without Pool.Audit; name and template are missing while the guest's node
    /// does not answer.
    /// </summary>
    private static GuestState Guest(WireRow row)
    {
        var type = row.Text("type");
        var vmid = row.Int("vmid");
        var node = row.Text("node");
        return new GuestState
        {
            VmId = vmid,
            Type = type,
            Node = node,
            Name = row.OptionalText("name"),
            Status = row.OptionalText("status") ?? "unknown",
            IsTemplate = row.OptionalFlag("template") is { } template
                ? Observation.Known(template)
                : Observation.Unreadable<bool>(new Gap("/cluster/resources", $"field 'template' is missing: node {node} does not report")),
            Tags = [.. row.List("tags").Select(Lower).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Pool = Observation.Known(row.OptionalText("pool")),
            Lock = row.OptionalText("lock"),
            Config = NotCollected.Value<ImmutableSortedDictionary<string, string>>($"{Endpoint.Node(node)}/{type}/{vmid}/config"),
        };
    }

    private static string Pool(WireRow row) => row.Text("pool");

    private static int ById(GuestState a, GuestState b)
        => a.VmId != b.VmId ? a.VmId.CompareTo(b.VmId) : string.CompareOrdinal(a.Type + a.Node, b.Type + b.Node);

    // Tags are case-insensitive, and lower case is how Proxmox itself folds them.
#pragma warning disable CA1308
    private static string Lower(string tag) => tag.ToLowerInvariant();
#pragma warning restore CA1308
}
