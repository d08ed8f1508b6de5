using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What <c>/cluster/resources</c> tells of nodes, guests and pools.</summary>
internal sealed record ClusterResources(Listing<NodeSeen> Nodes, Listing<GuestState> Guests, Listing<string> Pools)
{
    public static ClusterResources Lost(Gap gap)
        => new(new Listing<NodeSeen>([], gap), new Listing<GuestState>([], gap), new Listing<string>([], gap));
}
