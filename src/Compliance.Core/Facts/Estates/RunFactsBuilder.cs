using System.Collections.Immutable;

namespace Compliance.Core.Facts.Estates;

/// <summary>Joins jobs and guests with their runs. Nothing is computed before a rule reads it: replaying schedules and pruning takes time.</summary>
internal sealed class RunFactsBuilder(EstateSources sources, ImmutableArray<NodeFacts> nodes, ImmutableArray<JobFacts> jobs, DateTimeOffset asOf)
{
    private readonly RunAttribution attribution = new(sources, jobs);

    public void AddTo(ImmutableArray<GuestFacts> guests)
    {
        foreach (var job in jobs)
        {
            job.Runs = new JobRuns(job, sources, nodes, attribution);
        }

        var effects = new RunEffects(attribution);
        ImmutableArray<BackupRuns> everywhere = [.. nodes.Select(n => n.Runs)];
        foreach (var guest in guests)
        {
            var runs = nodes.FirstOrDefault(n => n.State.Name == guest.State.Node)?.Runs;
            guest.Runs = new GuestRuns(guest, runs, everywhere, effects, sources.Zones.Of(guest.State.Node), asOf);
        }
    }
}
