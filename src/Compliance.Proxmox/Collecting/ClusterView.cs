using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What the first wave gave: the cluster's own lists, with what may be hidden in each.</summary>
internal sealed record ClusterView
{
    public required string Name { get; init; }

    public required Observed<bool?> IsQuorate { get; init; }

    public required Visibility Visibility { get; init; }

    public required Listing<NodeSeen> Nodes { get; init; }

    public required Listing<GuestState> Guests { get; init; }

    public required Listing<JobState> Jobs { get; init; }

    public required Listing<StorageState> Storages { get; init; }

    public required Listing<string> Pools { get; init; }
}
