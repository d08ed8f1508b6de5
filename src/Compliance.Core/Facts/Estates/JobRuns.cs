using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The runs of a job on every node that may run it.</summary>
internal sealed class JobRuns(JobFacts job, EstateSources sources, ImmutableArray<NodeFacts> nodes, RunAttribution attribution)
{
    /// <summary>
    /// How many of its newest runs failed one after the other, on the node where most did. Zero when the newest succeeded, and
    /// when it never ran; unreadable when that cannot be told for some node.
    /// </summary>
    public Observed<long> FailedInARow() => OnEveryNode(FailedInARow, 0L, Math.Max);

    /// <summary>The newest run; known and null when it never ran.</summary>
    public Observed<BackupRun?> Newest() => OnEveryNode(
        Newest, null, (a, b) => a is null || (b is not null && b.Task.StartedAt > a.Task.StartedAt) ? b : a);

    /// <summary>Failed runs that nobody looked into before the next success, on any node.</summary>
    public Observed<ImmutableArray<string>> Unreviewed(UnreviewedFailures failures)
        => OnEveryNode(runs => failures.On(runs, Attributed(runs)), ImmutableArray<string>.Empty, (all, one) => all.AddRange(one));

    private Observed<T> OnEveryNode<T>(Func<BackupRuns, Observed<T>> ofNode, T none, Func<T, T, T> join)
    {
        if (sources.Inventory.Nodes.Hidden is { } hidden)
        {
            return Observation.Unreadable<T>(hidden);
        }

        var all = none;
        foreach (var node in nodes.Where(n => job.State.Node is null || job.State.Node == n.State.Name))
        {
            var one = ofNode(node.Runs);
            if (!one.IsKnown)
            {
                return one;
            }

            all = join(all, one.Value!);
        }

        return Observation.Known(all);
    }

    private Observed<long> FailedInARow(BackupRuns runs)
    {
        var failed = 0L;
        foreach (var (run, mine) in Attributed(runs))
        {
            if (mine.Unreadable is { } gap)
            {
                return Observation.Unreadable<long>(gap);
            }

            if (!run.IsFailure)
            {
                return Observation.Known(failed);
            }

            failed++;
        }

        // So many failed at least. That it never ran must have been seen: a history that was rotated away does not show it.
        return failed > 0 && runs.NewestFirst.IsKnown ? Observation.Known(failed) : Never(runs).Select(_ => 0L);
    }

    private Observed<BackupRun?> Newest(BackupRuns runs)
    {
        foreach (var (run, mine) in Attributed(runs))
        {
            return mine.Select(_ => (BackupRun?)run);
        }

        return Never(runs).Select(_ => (BackupRun?)null);
    }

    private static Observed<bool> Never(BackupRuns runs)
        => runs.NewestFirst.Unreadable is { } unseen ? Observation.Unreadable<bool>(unseen)
            : runs.BlindSince(DateTimeOffset.MinValue) is { } gap ? Observation.Unreadable<bool>(gap)
            : Observation.Known(true);

    // Newest first, without the runs that were certainly another job's or nobody's.
    private IEnumerable<(BackupRun Run, Observed<bool> Mine)> Attributed(BackupRuns runs)
    {
        foreach (var run in runs.NewestFirst.Match(all => all, _ => []))
        {
            var owners = attribution.JobsOf(run, runs.Node);
            if (owners.Unreadable is { } gap)
            {
                yield return (run, Observation.Unreadable<bool>(gap));
            }
            else if (owners.Value.Contains(job))
            {
                yield return (run, owners.Value.Length == 1 ? Observation.Known(true) : Observation.Unreadable<bool>(Ambiguous(run, runs.Node)));
            }
        }
    }

    private static Gap Ambiguous(BackupRun run, string node) => new(
        $"/nodes/{node}/tasks",
        string.Create(CultureInfo.InvariantCulture, $"which job the run of {run.Task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC belonged to cannot be told"));
}
