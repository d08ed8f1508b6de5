using System.Collections.Immutable;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// Which job a run belonged to, where it can be told: by the command its log begins with, else by its start, because pvescheduler
/// looks at the jobs once a minute and starts a run at once (pve-manager <c>PVE/Jobs.pm:run_jobs</c>).
/// </summary>
internal sealed class RunAttribution(EstateSources sources, ImmutableArray<JobFacts> jobs)
{
    /// <summary>A minute between two looks, and a minute for a busy node.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, Observed<ImmutableArray<JobFacts>>> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The jobs it may have belonged to: one when it can be told, none when it was started by hand, several when nobody can
    /// tell. Unreadable when jobs may be hidden, or the node's time zone is not known.
    /// </summary>
    public Observed<ImmutableArray<JobFacts>> JobsOf(BackupRun run, string node)
    {
        if (!known.TryGetValue(run.Task.Upid, out var owners))
        {
            known[run.Task.Upid] = owners = Find(run, node);
        }

        return owners;
    }

    private Observed<ImmutableArray<JobFacts>> Find(BackupRun run, string node)
    {
        if (sources.Inventory.Jobs.Hidden is { } hidden)
        {
            return Observation.Unreadable<ImmutableArray<JobFacts>>(hidden);
        }

        var possible = jobs.Where(j => j.State.Node is null || j.State.Node == node).Where(j => MayHandle(j.State, run)).ToImmutableArray();
        if (run.Log?.Command is { } command)
        {
            var named = possible.Where(j => RunOrigin.IsOf(command, j.State)).ToImmutableArray();
            if (named.Length == 1)
            {
                return Observation.Known(named);
            }

            // None: a job that was edited since still starts by its schedule; any other command was given by hand.
            return sources.Zones.Of(node).Select(zone => Due(named.IsEmpty ? possible : named, run, zone) is { IsEmpty: false } started ? started : named);
        }

        // The log that nobody could read may say otherwise than the schedule does.
        if (run.IsLogHidden)
        {
            return Observation.Known(possible);
        }

        // A failed run that no schedule explains may have been any job's, started by hand: only its log would tell.
        return sources.Zones.Of(node).Select(zone => Due(possible, run, zone) is { IsEmpty: false } due ? due
            : run.IsFailure ? possible
            : []);
    }

    private static bool MayHandle(JobState job, BackupRun run)
        => run.Task.VmId is not { } only || job.VmIds.IsEmpty || job.VmIds.Contains(only);

    private static ImmutableArray<JobFacts> Due(ImmutableArray<JobFacts> candidates, BackupRun run, TimeZoneInfo zone)
        => [.. candidates.Where(j => j.Schedule.Event?.Next(run.Task.StartedAt - Delay, zone) <= run.Task.StartedAt)];
}
