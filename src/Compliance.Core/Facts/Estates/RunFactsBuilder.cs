using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What runs tell of jobs and of guests; after cover and history, which it needs.</summary>
internal sealed class RunFactsBuilder(EstateSources sources, ImmutableArray<NodeFacts> nodes, ImmutableArray<JobFacts> jobs, DateTimeOffset asOf)
{
    private readonly RunAttribution attribution = new(sources, jobs);

    public void AddTo(ImmutableArray<GuestFacts> guests)
    {
        foreach (var job in jobs)
        {
            var runs = new JobRuns(job, sources, nodes, attribution);
            job.FailedInARow = runs.FailedInARow();
            job.NewestRun = runs.Newest();
        }

        foreach (var guest in guests)
        {
            var runs = nodes.FirstOrDefault(n => n.State.Name == guest.State.Node)?.Runs;
            guest.FailedRunsSinceNewest = new GuestRuns(guest, runs, attribution).FailedSinceNewest();
            guest.NewestSurvivesNextRun = NextPrune.KeepsNewest(guest, sources.Zones.Of(guest.State.Node), asOf);
            guest.NewestLoggedSize = guest.History.NewestPoint.Then(newest => LoggedSize(newest, guest.State.Node, runs));
        }
    }

    private static Observed<long?> LoggedSize(RestorePoint? point, string node, BackupRuns? runs)
    {
        if (point is null)
        {
            return Observation.Known<long?>(null);
        }

        var name = point.VolumeId[(point.VolumeId.LastIndexOf('/') + 1)..];
        var logged = runs?.NewestFirst.Match(all => all, _ => [])
            .SelectMany(run => run.Log?.Guests ?? [])
            .FirstOrDefault(g => g.VmId == point.VmId && g.Archive is { } path && path.EndsWith("/" + name, StringComparison.Ordinal))?.Size;
        return logged is not null
            ? Observation.Known(logged)
            : Observation.Unreadable<long?>(new Gap($"/nodes/{node}/tasks/ID/log", "no log that was read tells the size of the newest restore point"));
    }
}
