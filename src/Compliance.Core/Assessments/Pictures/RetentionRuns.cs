using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Simulates runs and retention as of one moment, each distinct set of jobs once: guests share their jobs.</summary>
internal sealed class RetentionRuns(DateTimeOffset asOf)
{
    /// <summary>A year, and the month that began it: what is pruned never is drawn for so long.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromDays(396);

    private readonly Dictionary<string, RetentionSide?> known = new(StringComparer.Ordinal);

    /// <summary>Null when the jobs run too often to be simulated.</summary>
    /// <param name="runs">when, for people</param>
    /// <param name="keep">what is pruned by, for people</param>
    public RetentionSide? Of(string runs, string keep, ImmutableArray<RetentionJob> jobs, LocalDays days)
    {
        var key = $"{days.Zone.Id}\n{runs}\n{keep}\n{string.Join('\n', jobs.Select(job => $"{job.Schedule}|{job.Keep}|{job.IsPruning}"))}";
        if (!known.TryGetValue(key, out var side))
        {
            known.Add(key, side = Simulated(runs, keep, jobs, days));
        }

        return side;
    }

    private RetentionSide? Simulated(string runs, string keep, ImmutableArray<RetentionJob> jobs, LocalDays days)
        => RetentionSimulation.Settled(jobs, days.Zone, asOf, Least) is { } points
            ? new RetentionSide(
                runs, keep, [.. points.Reverse().Select(days.Of).Distinct()], points.Length,
                !jobs.IsEmpty && !jobs.Any(job => job.IsPruning && !job.Keep.IsKeepAll))
            : null;
}
