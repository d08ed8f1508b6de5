using System.Collections.Immutable;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// Runs jobs and pruning together, as the nodes would: each run adds a backup of the guest and then prunes the whole group
/// with its own options. Jobs that share a storage therefore prune each other's backups, because a group does not know
/// which job made a file.
/// </summary>
public static class RetentionSimulation
{
    /// <summary>Runs simulated at most; a job every five minutes for a year.</summary>
    private const int RunLimit = 105_120;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromDays(20 * 365);

    /// <summary>
    /// Lets the jobs run until every option had its chance to be filled, then for <paramref name="span"/>, which is measured.
    /// </summary>
    /// <param name="jobs">all jobs that save one guest to one storage</param>
    /// <param name="zone">local zone of the guest's node, which runs the jobs and prunes</param>
    /// <param name="from">when the first run may be</param>
    /// <param name="span">how long to measure; a year or more, so that every period closes at least once</param>
    public static RetentionForecast Run(IReadOnlyList<RetentionJob> jobs, TimeZoneInfo zone, DateTimeOffset from, TimeSpan span)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var measured = from + WarmUp(jobs, zone, from);
        var sequences = jobs.Select(j => new FiringSequence(j.Schedule, zone)).ToArray();
        var group = new PruneGroup(zone);
        var meter = new ForecastMeter();
        var runs = 0;
        var isCutShort = false;
        foreach (var (firing, source) in FiringMerge.Indexed(sequences, from.ToUnixTimeSeconds(), (measured + span).ToUnixTimeSeconds() - 1))
        {
            if (++runs > RunLimit)
            {
                isCutShort = true;
                break;
            }

            group.Add(firing);
            if (jobs[source].IsPruning)
            {
                group.Prune(jobs[source].Keep);
            }

            if (firing >= measured.ToUnixTimeSeconds())
            {
                meter.Add(firing, group.Count, firing - group.Oldest);
            }
        }

        return meter.Result(!jobs.Any(j => j.IsPruning && !j.Keep.IsKeepAll), isCutShort);
    }

    /// <summary>
    /// The backups that are there at a moment when the jobs have run long enough for every option to be filled; oldest first. Null when
    /// more runs lead there than are simulated. Where nothing is pruned, what the last <paramref name="least"/> made.
    /// </summary>
    /// <param name="jobs">all jobs that save one guest to one storage</param>
    /// <param name="zone">local zone of the guest's node, which runs the jobs and prunes</param>
    /// <param name="at">the moment that is looked at</param>
    /// <param name="least">how long the jobs have run at least</param>
    public static ImmutableArray<DateTimeOffset>? Settled(IReadOnlyList<RetentionJob> jobs, TimeZoneInfo zone, DateTimeOffset at, TimeSpan least)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var warmUp = WarmUp(jobs, zone, at);
        var from = at - (warmUp > least ? warmUp : least);
        var sequences = jobs.Select(j => new FiringSequence(j.Schedule, zone)).ToArray();
        var group = new PruneGroup(zone);
        var runs = 0;
        foreach (var (firing, source) in FiringMerge.Indexed(sequences, from.ToUnixTimeSeconds(), at.ToUnixTimeSeconds()))
        {
            if (++runs > RunLimit)
            {
                return null;
            }

            group.Add(firing);
            if (jobs[source].IsPruning)
            {
                group.Prune(jobs[source].Keep);
            }
        }

        return [.. group.OldestFirst().Select(DateTimeOffset.FromUnixTimeSeconds)];
    }

    /// <summary>The backups that remain after given runs, each with the options it pruned with; oldest first.</summary>
    public static ImmutableArray<DateTimeOffset> Replay(IEnumerable<(DateTimeOffset Time, KeepOptions Keep)> runs, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var group = new PruneGroup(zone);
        foreach (var (time, keep) in runs)
        {
            group.Add(time.ToUnixTimeSeconds());
            group.Prune(keep);
        }

        return [.. group.OldestFirst().Select(DateTimeOffset.FromUnixTimeSeconds)];
    }

    /// <summary>
    /// An upper bound of the time until the retention has settled. An option of N takes N periods, and one more that may have
    /// begun in the middle; a period that no run falls into does not count, so a rare schedule stretches it.
    /// </summary>
    private static TimeSpan WarmUp(IReadOnlyList<RetentionJob> jobs, TimeZoneInfo zone, DateTimeOffset from)
    {
        var longest = TimeSpan.Zero;
        foreach (var job in jobs.Where(j => j.IsPruning))
        {
            var gap = job.Schedule.Gaps(zone, from).Longest ?? TimeSpan.Zero;
            var keep = job.Keep;
            var time = Periods(keep.Last, TimeSpan.Zero) + Periods(keep.Hourly, TimeSpan.FromHours(1))
                + Periods(keep.Daily, TimeSpan.FromDays(1)) + Periods(keep.Weekly, TimeSpan.FromDays(7))
                + Periods(keep.Monthly, TimeSpan.FromDays(31)) + Periods(keep.Yearly, TimeSpan.FromDays(366));
            longest = time > longest ? time : longest;

            TimeSpan Periods(int count, TimeSpan period)
            {
                var each = period > gap ? period : gap;
                var fits = each > TimeSpan.Zero ? (long)(LongestWarmUp / each) : 0;
                return count == 0 ? TimeSpan.Zero : each * Math.Min(count + 1L, fits);
            }
        }

        return longest < LongestWarmUp ? longest : LongestWarmUp;
    }
}
