using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// What a guest will have to restore from once retention has settled: by simulating the jobs that count, with Proxmox's own prune
/// algorithm, in the node's zone. Numbers of keep options alone say little: keep-daily=5 on a weekly job keeps five weeks, and two
/// jobs on one storage prune each other's backups, because a group does not know which job made a file
/// (pve-storage <c>PVE/Storage.pm:prune_mark_backup_group</c>).
/// </summary>
public sealed class GuestForecast
{
    private readonly GuestFacts guest;
    private readonly RetentionForecasts forecasts;
    private readonly Lazy<Observed<RetentionForecast?>> live;
    private readonly Lazy<Observed<RetentionForecast?>> promised;

    internal GuestForecast(GuestFacts guest, RetentionForecasts forecasts)
    {
        this.guest = guest;
        this.forecasts = forecasts;
        live = new(() => Simulated(jobs => jobs));
        promised = new(() => guest.Tier.Then(tier => tier is null
            ? Observation.Known<RetentionForecast?>(null)
            : Simulated(jobs => [.. jobs.Select(job => job with { Keep = tier.Keep, IsPruning = true })])));
    }

    /// <summary>The live jobs as they are; known and null when no job covers the guest.</summary>
    public Observed<RetentionForecast?> Live => live.Value;

    /// <summary>
    /// What is simulated: the jobs that count and write to one target, each with its schedule and what it prunes by; empty when none
    /// covers the guest.
    /// </summary>
    internal Observed<ImmutableArray<(CoveringJob Job, RetentionJob Run)>> LiveJobs => guest.Cover.CountingJobs.Then(all => all.IsEmpty
        ? Observation.Known(ImmutableArray<(CoveringJob, RetentionJob)>.Empty)
        : OnOneTarget(all).Then(jobs => Jobs(jobs).Select(runs => jobs.Zip(runs).ToImmutableArray())));

    /// <summary>
    /// The same runs with the retention that the tier declares: what the schedule promises to hold. Compared with the live one, only
    /// the retention differs; a schedule that is too rare is a fault of its own. Known and null without tier or job.
    /// </summary>
    public Observed<RetentionForecast?> Promised => promised.Value;

    /// <summary>
    /// Jobs that cut what another one keeps: alone on the storage some job would reach further back, and these prune by less. Empty
    /// when none does.
    /// </summary>
    public Observed<ImmutableArray<string>> PruningRivals => guest.Cover.CountingJobs.Then(jobs => OnOneTarget(jobs).Then(same => Jobs(same).Then(all =>
        guest.Cover.Zone.Select(zone =>
        {
            var alone = all.Select(job => Reach(forecasts.Of([job], zone))).ToList();
            var most = alone.Count == 0 ? TimeSpan.Zero : alone.Max();
            return all.Length < 2 || Reach(forecasts.Of(all, zone)) >= most
                ? []
                : same.Zip(alone).Where(pair => pair.Second < most).Select(pair => pair.First.Job.State.Id).ToImmutableArray();
        }))));

    private static TimeSpan Reach(RetentionForecast forecast) => forecast.GrowsForever ? TimeSpan.MaxValue : forecast.ShortestReach;

    private Observed<RetentionForecast?> Simulated(Func<ImmutableArray<RetentionJob>, ImmutableArray<RetentionJob>> change)
        => guest.Cover.CountingJobs.Then(OnOneTarget).Then(Jobs).Then(jobs => jobs.IsEmpty
            ? Observation.Known<RetentionForecast?>(null)
            : guest.Cover.Zone.Select(zone => (RetentionForecast?)forecasts.Of(change(jobs), zone)));

    /// <summary>The jobs that write to the first target of those that count: only they prune each other.</summary>
    private static Observed<ImmutableArray<CoveringJob>> OnOneTarget(ImmutableArray<CoveringJob> jobs)
        => GuestCover.TargetsOf(jobs).Select(targets => jobs.Where((_, at) => targets[at] == targets[0]).ToImmutableArray());

    private static Observed<ImmutableArray<RetentionJob>> Jobs(ImmutableArray<CoveringJob> jobs)
    {
        var simulated = ImmutableArray.CreateBuilder<RetentionJob>();
        foreach (var job in jobs)
        {
            if (job.OnNode.Retention.Unreadable is { } gap)
            {
                return Observation.Unreadable<ImmutableArray<RetentionJob>>(gap);
            }

            // A job that covers a guest has a schedule that fires.
            var retention = job.OnNode.Retention.Value!;
            simulated.Add(new RetentionJob { Schedule = job.Job.Schedule.Event!, Keep = retention.Keep, IsPruning = !retention.KeepsEverything });
        }

        return Observation.Known(simulated.ToImmutable());
    }
}
