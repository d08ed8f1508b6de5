using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Builds an estate in the order its parts need each other: tiers, guests, jobs, cover, history, storages.</summary>
internal sealed class EstateBuilder(Policy policy, EvidenceRecords evidence, Inventory inventory, DateTimeOffset asOf)
{
    private readonly EstateSources sources = new(inventory);

    public Estate Build()
    {
        var tiers = policy.Tiers.Select(t => new TierFacts(t, policy.Backup)).ToImmutableArray();
        var guests = inventory.Guests.Rows
            .Select(g => new GuestFacts(g, TierMembership.TiersOf(g, tiers), TierMembership.ExemptionOf(g, policy.Exempt), asOf))
            .ToImmutableArray();
        var jobs = new JobFactsBuilder(sources, guests, tiers, policy, asOf).Build();
        var nodes = inventory.Nodes.Rows.Select(n => new NodeFacts(n, asOf)).ToImmutableArray();

        var covers = new GuestCoverBuilder(sources, jobs, asOf);
        var forecasts = new RetentionForecasts(asOf);
        var histories = new GuestHistoryBuilder(sources);
        var lineages = new EstateLineages(sources);
        var volumes = new GuestVolumeFacts(sources, lineages);
        var access = new StorageAccess(inventory, asOf);
        var pbs = new PbsFacts(sources, policy, asOf);
        foreach (var guest in guests)
        {
            guest.Cover = covers.Build(guest);
            guest.Forecast = new GuestForecast(guest, forecasts);
            guest.History = histories.Build(guest);
            guest.Volumes = volumes.Of(guest);
            guest.Copies = new GuestCopies(sources, lineages, access, policy, guest);
            guest.Pbs = pbs.Of(guest);
        }

        CountJobs(nodes, jobs);
        AddEvidence(tiers, nodes, jobs, guests);
        var archives = new HostArchiveFactsBuilder(sources, lineages, tiers, guests, asOf);
        foreach (var node in nodes)
        {
            node.HostArchives = archives.Of(node.State);
            node.UndocumentedRestoreFailures = RestoreFailures.Undocumented(node, policy.Changes, asOf);
            node.Pbs = pbs.On(node.State.Name);
            node.HasProtectedGuests = HasProtected(guests, node);
        }

        new RunFactsBuilder(sources, nodes, jobs, asOf).AddTo(guests);
        var storages = new StorageFactsBuilder(sources, lineages, access, policy);
        var declared = storages.Declared();
        return new Estate(policy, evidence, inventory, asOf)
        {
            Tiers = tiers,
            Services = Services(tiers, guests),
            Guests = guests,
            Jobs = jobs,
            Nodes = nodes,
            Pbs = pbs,
            Lineages = lineages,
            Storages = declared,
            NodeStorages = storages.OnNodes(declared, nodes, guests),
        };
    }

    private void AddEvidence(ImmutableArray<TierFacts> tiers, ImmutableArray<NodeFacts> nodes, ImmutableArray<JobFacts> jobs, ImmutableArray<GuestFacts> guests)
    {
        var search = new RestoreTaskSearch(inventory, guests);
        foreach (var tier in tiers)
        {
            tier.RestoreTests = new TierRestoreTests(tier, evidence, policy.Validation, search, asOf);
            tier.NeedsRestoreTest = NeedsRestoreTest(tier, guests);
        }

        var reviews = new LogReviews(policy, evidence, inventory, asOf);
        foreach (var node in nodes)
        {
            node.NewestLogReview = reviews.NewestOfNode(node.State.Name);
            node.IsLogReviewOverdue = reviews.IsOverdue(node.NewestLogReview);
        }

        foreach (var job in jobs)
        {
            job.NewestLogReview = reviews.NewestOfJob(job.State);
            job.IsLogReviewOverdue = job.NewestLogReview.Select(reviews.IsOverdue);
            job.FailureReviews = new UnreviewedFailures(job.State, reviews, asOf);
        }
    }

    // A tier whose guests nobody has to back up has nothing to restore.
    private Observed<bool> NeedsRestoreTest(TierFacts tier, ImmutableArray<GuestFacts> guests)
    {
        if (policy.Validation is null || !tier.IsScheduled || guests.Any(guest => guest.Tier.IsKnown && guest.Tier.Value == tier))
        {
            return Observation.Known(policy.Validation is not null && tier.IsScheduled);
        }

        return (guests.Select(guest => guest.Tier.Unreadable).FirstOrDefault(gap => gap is not null) ?? inventory.Guests.Hidden) is { } hidden
            ? Observation.Unreadable<bool>(hidden)
            : Observation.Known(false);
    }

    private Observed<bool> HasProtected(ImmutableArray<GuestFacts> guests, NodeFacts node)
    {
        var must = guests.Where(g => g.State.Node == node.State.Name).Select(g => g.MustBeBackedUp).ToList();
        return must.Exists(m => m is { IsKnown: true, Value: true }) ? Observation.Known(true)
            : must.Find(m => !m.IsKnown) ?? (inventory.Guests.Hidden is { } gap ? Observation.Unreadable<bool>(gap) : Observation.Known(false));
    }

    private void CountJobs(ImmutableArray<NodeFacts> nodes, ImmutableArray<JobFacts> jobs)
    {
        foreach (var node in nodes)
        {
            var count = jobs.Count(j => j.State.IsEnabled && j.Nodes.Any(n => n.Node == node.State.Name));
            node.JobCount = count == 0 && inventory.Jobs.Hidden is { } gap
                ? Observation.Unreadable<long>(gap)
                : Observation.Known<long>(count);
        }
    }

    private ImmutableArray<ServiceFacts> Services(ImmutableArray<TierFacts> tiers, ImmutableArray<GuestFacts> guests)
        => [.. tiers.SelectMany(t => t.Declared.Services.Select(s => new ServiceFacts(s, t, GuestOf(s, guests))))];

    private Observed<GuestFacts?> GuestOf(Service service, ImmutableArray<GuestFacts> guests)
    {
        var found = service.Guest is { } named ? guests.FirstOrDefault(g => TierMembership.IsNamed(g.State, named.Value)) : null;
        return found is null && inventory.Guests.Hidden is { } gap
            ? Observation.Unreadable<GuestFacts?>(gap)
            : Observation.Known(found);
    }
}
