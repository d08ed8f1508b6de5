using System.Collections.Immutable;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// What a schedule and a retention yield together, by running both through Proxmox's own prune algorithm: which restore points are
/// there on a day one year after the first run, and what holds once the retention has settled.
/// </summary>
public sealed record RetentionCalendar
{
    /// <summary>More runs a year than this (one every five minutes) are not simulated one by one.</summary>
    public const int MostRuns = 105_120;

    public required CalendarEvent Schedule { get; init; }

    public required KeepOptions Keep { get; init; }

    /// <summary>When the first run may be.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The day that is looked at: a year after <see cref="From"/>.</summary>
    public required DateTimeOffset Day { get; init; }

    /// <summary>What can be restored on that day, newest first; empty when nothing ran until then, or too often to be simulated.</summary>
    public required ImmutableArray<KeptPoint> Points { get; init; }

    /// <summary>How far apart the runs are.</summary>
    public required ScheduleGaps Gaps { get; init; }

    /// <summary>What holds in any year once every option had the chance to be filled; null when runs are too many to be simulated.</summary>
    public required RetentionForecast? Settled { get; init; }

    /// <summary>Runs a year that are simulated at most were exceeded.</summary>
    public bool IsTooDense => Gaps.FiringsInYear > MostRuns;

    /// <summary>From the oldest restore point of the day to the newest.</summary>
    public TimeSpan Span => Points.IsEmpty ? TimeSpan.Zero : Points[0].Time - Points[^1].Time;

    /// <param name="zone">local zone of the node that runs the job and prunes</param>
    public static RetentionCalendar Of(CalendarEvent schedule, KeepOptions keep, TimeZoneInfo zone, DateTimeOffset from)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(keep);
        var day = from.AddYears(1);
        var gaps = schedule.Gaps(zone, from);
        var isTooDense = gaps.FiringsInYear > MostRuns;
        var job = new RetentionJob { Schedule = schedule, Keep = keep };
        return new RetentionCalendar
        {
            Schedule = schedule,
            Keep = keep,
            From = from,
            Day = day,
            Points = isTooDense ? [] : Kept(schedule, keep, zone, from, day),
            Gaps = gaps,
            Settled = isTooDense ? null : RetentionSimulation.Run([job], zone, from, TimeSpan.FromDays(366)),
        };
    }

    private static ImmutableArray<KeptPoint> Kept(CalendarEvent schedule, KeepOptions keep, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset day)
    {
        var left = RetentionSimulation.Replay(schedule.Firings(zone, from, day).Select(firing => (firing, keep)), zone);
        var candidates = left.Reverse().Select(time => new PruneCandidate(time)).ToList();
        var keptBy = new string[candidates.Count];
        Array.Fill(keptBy, "keep-all");
        var parts = KeepParts.Of(keep);

        // Options are granted one after the other, so the first of them that keeps a point without the later ones is the one.
        for (var last = parts.Length; last > 0; last--)
        {
            var marks = PruneAlgorithm.Mark(candidates, KeepParts.Made(parts[..last]), zone);
            for (var at = 0; at < marks.Length; at++)
            {
                keptBy[at] = marks[at] == PruneMark.Keep ? parts[last - 1].Key : keptBy[at];
            }
        }

        return [.. candidates.Select((candidate, at) => new KeptPoint(candidate.Time, keptBy[at]))];
    }
}
