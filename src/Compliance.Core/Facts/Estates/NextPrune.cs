using System.Collections.Immutable;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// What pruning leaves when the next run has added a restore point. A run that fails prunes nothing: pruning comes after the archive
/// (pve-manager <c>PVE/VZDump.pm:exec_backup_task</c>), so the first success decides.
/// </summary>
internal static class NextPrune
{
    /// <summary>
    /// Whether the newest restore point is still there then: protected, or kept by the retention. Known and true when nothing is
    /// pruned; false when there is none.
    /// </summary>
    public static Observed<bool> KeepsNewest(GuestFacts guest, Observed<TimeZoneInfo> zone, DateTimeOffset asOf)
        => guest.History.NewestPoint.Then(newest => newest is null ? Observation.Known(false)
            : newest.IsProtected ? Observation.Known(true)
            : guest.Retention.Then(retention => retention is null or { KeepsEverything: true }
                ? Observation.Known(true)
                : zone.Then(z => guest.Cover.CountingJobs.Select(jobs => Keeps(guest, newest, retention.Keep, NextRun(jobs, z, asOf), z)))));

    private static DateTimeOffset NextRun(ImmutableArray<CoveringJob> jobs, TimeZoneInfo zone, DateTimeOffset asOf)
        => jobs.Select(j => j.Job.Schedule.Event?.Next(asOf, zone)).Min() ?? asOf;

    private static bool Keeps(GuestFacts guest, RestorePoint newest, KeepOptions keep, DateTimeOffset next, TimeZoneInfo zone)
    {
        var group = guest.History.Points.Where(p => p.StorageId == newest.StorageId).ToList();
        var marks = PruneAlgorithm.Mark([.. group.Select(p => new PruneCandidate(p.CreatedAt, p.IsProtected)), new PruneCandidate(next)], keep, zone);
        return marks[group.IndexOf(newest)] is not PruneMark.Remove;
    }
}
