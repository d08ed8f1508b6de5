using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// Failed runs of a job on one node after which the next success began before anybody had read the log. Only successes of the last
/// seven days count, because nobody can read a log in the past: older ones are history.
/// </summary>
internal sealed class UnreviewedFailures(JobState job, LogReviews reviews, DateTimeOffset asOf)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <param name="attributed">the job's runs, newest first; a run is unreadable that may have been another job's</param>
    public Observed<ImmutableArray<string>> On(BackupRuns runs, IEnumerable<(BackupRun Run, Observed<bool> Mine)> attributed)
    {
        if (runs.NewestFirst.Unreadable is { } unseen)
        {
            return Observation.Unreadable<ImmutableArray<string>>(unseen);
        }

        var found = ImmutableArray.CreateBuilder<string>();
        Gap? doubt = null;
        BackupRun? next = null; // the success that certainly followed
        BackupRun? perhapsNext = null; // an earlier one that may have been the job's
        DateTimeOffset? bound = null; // a success before the window: what came before it does not matter
        foreach (var (run, mine) in attributed.Where(one => one.Run.Task.StartedAt <= asOf))
        {
            if (!run.IsFailure)
            {
                perhapsNext = run;
                next = mine.IsKnown ? run : next;
                if (mine.IsKnown && asOf - run.Task.StartedAt > Window)
                {
                    bound = run.Task.StartedAt;
                    break;
                }
            }
            else if (mine.IsKnown && IsUnreviewed(run, next, runs.Node))
            {
                found.Add(InWords(run));
            }
            else if (IsUnreviewed(run, perhapsNext, runs.Node))
            {
                doubt ??= mine.Unreadable ?? new Gap($"/nodes/{runs.Node}/tasks", "which job a later run belonged to cannot be told");
            }
        }

        return Observation.Found(found.ToImmutable(), doubt ?? runs.BlindSince(bound ?? DateTimeOffset.MinValue));
    }

    private bool IsUnreviewed(BackupRun failed, BackupRun? next, string node)
        => next is not null && asOf - next.Task.StartedAt <= Window && !reviews.IsBetween(job, node, failed.Task.EndedAt!.Value, next.Task.StartedAt);

    private static string InWords(BackupRun run) => string.Create(
        CultureInfo.InvariantCulture, $"{run.Task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} ({run.Task.Status ?? "no status"})");
}
