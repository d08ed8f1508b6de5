using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Policy and inventory joined, with everything derived that a rule may name. Pure: the same inputs give the same estate.</summary>
public sealed class Estate
{
    internal Estate(Policy policy, EvidenceRecords evidence, Inventory inventory, DateTimeOffset asOf)
    {
        Policy = policy;
        Evidence = evidence;
        Inventory = inventory;
        AsOf = asOf;
    }

    public Policy Policy { get; }

    /// <summary>What people recorded.</summary>
    public EvidenceRecords Evidence { get; }

    public Inventory Inventory { get; }

    /// <summary>The moment that is judged.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>How old what is known of the present may be before a change to a host; the gate's default outside of it.</summary>
    public TimeSpan MaxAge { get; private set; } = ReadinessRequest.DefaultMaxAge;

    /// <summary>How long before the moment judged the inventory was collected; zero for a moment before that.</summary>
    public TimeSpan InventoryAge => AsOf > Inventory.CollectedAt ? AsOf - Inventory.CollectedAt : TimeSpan.Zero;

    /// <summary>Ascending by level.</summary>
    public ImmutableArray<TierFacts> Tiers { get; internal set; }

    public ImmutableArray<ServiceFacts> Services { get; internal set; }

    /// <summary>By vmid.</summary>
    public ImmutableArray<GuestFacts> Guests { get; internal set; }

    /// <summary>By id.</summary>
    public ImmutableArray<JobFacts> Jobs { get; internal set; }

    /// <summary>The storages the policy speaks of, in its order.</summary>
    public ImmutableArray<StorageFacts> Storages { get; internal set; }

    /// <summary>Those storages on each node that has guests which are backed up there.</summary>
    public ImmutableArray<NodeStorageFacts> NodeStorages { get; internal set; }

    /// <summary>The Proxmox Backup Server that the policy names.</summary>
    public PbsFacts Pbs { get; internal set; } = null!;

    /// <summary>The disks under storages.</summary>
    internal EstateLineages Lineages { get; set; } = null!;

    /// <summary>What changed since an earlier inventory and is written down nowhere.</summary>
    public ChangeFacts Changes { get; private set; } = null!;

    /// <summary>By name.</summary>
    public ImmutableArray<NodeFacts> Nodes { get; internal set; }

    /// <summary>Clauses of the runbook for which an attestation holds at the moment judged.</summary>
    public ImmutableArray<string> AttestedClauses =>
        [.. Evidence.Attestations.Where(one => one.HoldsAt(AsOf)).Select(one => one.Clause.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Attestations that have ended, in words, for clauses that no other one holds for; sorted.</summary>
    public ImmutableArray<string> LapsedAttestations =>
    [
        .. Evidence.Attestations
            .Where(one => one.Expires.Value < DateOnly.FromDateTime(AsOf.UtcDateTime) && !AttestedClauses.Contains(one.Clause.Value, StringComparer.Ordinal))
            .Select(one => $"{one.Clause.Value} by {one.Owner.Value} until {one.Expires.Value:yyyy-MM-dd}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Joins a policy and what people recorded with what was seen of the live system.</summary>
    public static Estate Build(Policy policy, EvidenceRecords evidence, Inventory inventory, DateTimeOffset asOf)
        => Build(policy, evidence, inventory, asOf, previous: null);

    /// <param name="previous">an earlier inventory of the same estate, for what changed since; null for none</param>
    /// <param name="request">the change that somebody is about to make; null for none</param>
    public static Estate Build(
        Policy policy, EvidenceRecords evidence, Inventory inventory, DateTimeOffset asOf, Inventory? previous, ReadinessRequest? request = null)
    {
        var estate = new EstateBuilder(policy, evidence, inventory, asOf).Build();
        estate.Changes = new ChangeFacts(estate, previous is null ? null : new EstateBuilder(policy, evidence, previous, previous.CollectedAt).Build());
        estate.MaxAge = request?.MaxAge ?? ReadinessRequest.DefaultMaxAge;
        return estate;
    }
}
