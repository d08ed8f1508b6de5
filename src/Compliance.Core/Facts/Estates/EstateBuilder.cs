using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Builds an estate in the order its parts need each other: tiers, guests, jobs, cover, history, storages.</summary>
internal sealed class EstateBuilder(Policy policy, Inventory inventory, DateTimeOffset asOf)
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
        var pbs = new PbsFacts(sources, policy, asOf);
        foreach (var guest in guests)
        {
            guest.Cover = covers.Build(guest);
            guest.Forecast = new GuestForecast(guest, forecasts);
            guest.History = histories.Build(guest);
            guest.Volumes = volumes.Of(guest);
            guest.Pbs = pbs.Of(guest);
        }

        CountJobs(nodes, jobs);
        foreach (var node in nodes)
        {
            node.UndocumentedRestoreFailures = RestoreFailures.Undocumented(node, policy.Changes, asOf);
            node.Pbs = pbs.On(node.State.Name);
            node.HasProtectedGuests = HasProtected(guests, node);
        }

        new RunFactsBuilder(sources, nodes, jobs, asOf).AddTo(guests);
        var storages = new StorageFactsBuilder(sources, lineages, policy, asOf);
        var declared = storages.Declared();
        return new Estate(policy, inventory, asOf)
        {
            Tiers = tiers,
            Services = Services(tiers, guests),
            Guests = guests,
            Jobs = jobs,
            Nodes = nodes,
            Pbs = pbs,
            Storages = declared,
            NodeStorages = storages.OnNodes(declared, nodes, guests),
        };
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
