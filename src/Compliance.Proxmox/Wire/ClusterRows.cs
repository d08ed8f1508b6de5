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

    /// <summary>From <c>/nodes</c>, which gives every token all nodes.</summary>
    public static NodeSeen Node(WireRow row) => new(Endpoint.Checked(row.Text("node")), row.OptionalText("status") == "online");

    /// <summary>
    /// From <c>/cluster/resources</c>; null for rows that are no guests. The pool is missing for a guest in none, and without
    /// Pool.Audit; name and template are missing while the guest's node does not answer.
    /// </summary>
    public static GuestState? Guest(WireRow row)
    {
        var type = row.Text("type");
        if (type is not ("qemu" or "lxc"))
        {
            return null;
        }

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

    public static string Pool(WireRow row) => row.Text("poolid");

    public static int ById(GuestState a, GuestState b)
        => a.VmId != b.VmId ? a.VmId.CompareTo(b.VmId) : string.CompareOrdinal(a.Type + a.Node, b.Type + b.Node);

    // Tags are case-insensitive, and lower case is how Proxmox itself folds them.
#pragma warning disable CA1308
    private static string Lower(string tag) => tag.ToLowerInvariant();
#pragma warning restore CA1308
}
