using System.Collections.Immutable;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The jobs that really save a guest: enabled, selecting it on its node, with a schedule that fires and a target that takes
/// backups there. Proxmox's own <c>not-backed-up</c> counts a disabled job as cover
/// (pve-manager <c>PVE/API2/Cluster/BackupInfo.pm</c>); this does not.
/// </summary>
public sealed class GuestCover
{
    /// <summary>A leap year, so that every day of any event comes.</summary>
    private static readonly TimeSpan Compared = TimeSpan.FromDays(366);

    /// <summary>Two events that agree in so many runs of one year and then differ are not written by people.</summary>
    private const int MostCompared = 1_000;

    private readonly Observed<TimeZoneInfo> zone;
    private readonly Lazy<Observed<ScheduleGaps?>> gaps;
    private readonly string? wantedTarget;
    private readonly DateTimeOffset asOf;

    internal GuestCover(Observed<ImmutableArray<CoveringJob>> selecting, string? wantedTarget, Observed<TimeZoneInfo> zone, DateTimeOffset asOf)
    {
        Selecting = selecting;
        this.wantedTarget = wantedTarget;
        this.zone = zone;
        this.asOf = asOf;
        gaps = new(() => CountingJobs.Then(jobs => jobs.IsEmpty
            ? Observation.Known<ScheduleGaps?>(null)
            : zone.Select(z => (ScheduleGaps?)ScheduleGaps.OfUnion([.. jobs.Select(j => j.Job.Schedule.Event!)], z, asOf))));
    }

    /// <summary>The zone in which jobs run on the guest's node.</summary>
    internal Observed<TimeZoneInfo> Zone => zone;

    /// <summary>Every job that selects the guest, working or not, by id.</summary>
    public Observed<ImmutableArray<CoveringJob>> Selecting { get; }

    /// <summary>The jobs that cover it.</summary>
    public Observed<ImmutableArray<CoveringJob>> Jobs
        => Selecting.Select(jobs => jobs.Where(j => j.Idle is null).ToImmutableArray());

    public Observed<bool> IsCovered => Jobs.Select(jobs => !jobs.IsEmpty);

    /// <summary>
    /// The covering jobs whose promise counts: those that write to the target the policy wants; all of them when none does,
    /// because that is another rule's finding.
    /// </summary>
    public Observed<ImmutableArray<CoveringJob>> CountingJobs => Jobs.Select(jobs =>
    {
        var onTarget = jobs.Where(j => j.OnNode.Target.IsKnown && j.OnNode.Target.Value!.Value == wantedTarget).ToImmutableArray();
        return onTarget.IsEmpty ? jobs : onTarget;
    });

    /// <summary>Where each of the jobs writes, in their order; unreadable when it is of one of them.</summary>
    internal static Observed<ImmutableArray<string>> TargetsOf(ImmutableArray<CoveringJob> jobs)
        => jobs.Select(job => job.OnNode.Target.Unreadable).FirstOrDefault(gap => gap is not null) is { } unreadable
            ? Observation.Unreadable<ImmutableArray<string>>(unreadable)
            : Observation.Known(jobs.Select(job => job.OnNode.Target.Value!.Value).ToImmutableArray());

    /// <summary>The longest time between two runs of the counting jobs taken together, in the node's time zone, over a year.</summary>
    public Observed<TimeSpan?> LongestGap => gaps.Value.Select(seen => seen?.Longest);

    /// <summary>How many runs the counting jobs taken together start for it in the year that begins now; known and null when not covered.</summary>
    public Observed<long?> RunsInYear => gaps.Value.Select(seen => (long?)seen?.FiringsInYear);

    /// <summary>
    /// Whether one of the counting jobs starts just when a calendar event says, in the node's time zone: the next runs are compared,
    /// because one event can be written in several ways. False when nothing covers it.
    /// </summary>
    public Observed<bool> StartsLike(CalendarEvent wanted) => CountingJobs.Then(jobs => jobs.Any(job => job.Job.Schedule.Event!.Equals(wanted))
        ? Observation.Known(true)
        : zone.Select(z => jobs.Any(job => RunsOf(job.Job.Schedule.Event!, z).SequenceEqual(RunsOf(wanted, z)))));

    private IEnumerable<DateTimeOffset> RunsOf(CalendarEvent schedule, TimeZoneInfo z) => schedule.Firings(z, asOf, asOf + Compared).Take(MostCompared);

    /// <summary>The counting jobs with their schedules, for people: <c>mon..fri 22:00 (job "backup-tier0")</c>.</summary>
    public Observed<string> SchedulesInWords => CountingJobs.Select(jobs
        => string.Join(", ", jobs.Select(j => $"{j.Job.State.Schedule} (job \"{j.Job.State.Id}\")")));

    /// <summary>The first job that selects the guest but does not cover it; null when there is none.</summary>
    public Observed<CoveringJob?> FirstIdle => Selecting.Select(jobs => jobs.FirstOrDefault(j => j.Idle is not null));

    /// <summary>Why nothing covers it, for people: which job would, and what stops it.</summary>
    public Observed<string> WhyNot => Selecting.Select(jobs => jobs.IsEmpty
        ? "no job selects it"
        : string.Join("; ", jobs.Where(j => j.Idle is not null).Select(j => $"job \"{j.Job.State.Id}\" would, but {j.Idle!.Text}")));
}
