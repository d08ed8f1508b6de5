using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Turns "which guests does a job select" round into "which jobs save a guest".</summary>
internal sealed class GuestCoverBuilder
{
    private readonly EstateSources sources;
    private readonly DateTimeOffset asOf;
    private readonly Gap? hidden;
    private readonly Dictionary<GuestFacts, List<JobFacts>> selecting = [];

    public GuestCoverBuilder(EstateSources sources, ImmutableArray<JobFacts> jobs, DateTimeOffset asOf)
    {
        this.sources = sources;
        this.asOf = asOf;

        // One job whose guests nobody could see may be the one that covers a guest: then no guest's cover is complete.
        hidden = sources.Inventory.Jobs.Hidden ?? jobs.Select(j => j.Guests.Unreadable).FirstOrDefault(gap => gap is not null);
        foreach (var job in jobs.Where(j => j.Guests.IsKnown))
        {
            foreach (var guest in job.Guests.Value)
            {
                if (!selecting.TryGetValue(guest, out var list))
                {
                    selecting[guest] = list = [];
                }

                list.Add(job);
            }
        }
    }

    public GuestCover Build(GuestFacts guest)
    {
        var wanted = guest.Tier is { IsKnown: true, Value: { } tier } ? tier.Target.Value : null;
        return new GuestCover(SelectingJobs(guest), wanted, sources.Zones.Of(guest.State.Node), asOf);
    }

    private Observed<ImmutableArray<CoveringJob>> SelectingJobs(GuestFacts guest)
    {
        var found = ImmutableArray.CreateBuilder<CoveringJob>();
        foreach (var job in selecting.GetValueOrDefault(guest, []).OrderBy(job => job.State.Id, StringComparer.Ordinal))
        {
            var onNode = job.Nodes.First(n => n.Node == guest.State.Node);
            var targetFault = job.Idle is null ? onNode.TargetFault : Observation.Known<string?>(null);
            if (targetFault.Unreadable is { } gap)
            {
                return Observation.Unreadable<ImmutableArray<CoveringJob>>(gap);
            }

            found.Add(new CoveringJob(job, onNode, job.Idle ?? (targetFault.Value is { } fault ? new IdleReason(IdleReason.Target, fault) : null)));
        }

        return hidden is null
            ? Observation.Known(found.ToImmutable())
            : Observation.Unreadable<ImmutableArray<CoveringJob>>(hidden);
    }
}
