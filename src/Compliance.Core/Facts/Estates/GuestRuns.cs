using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What runs on the node a guest is on did for it, and what the next one will do.</summary>
internal sealed class GuestRuns(GuestFacts guest, BackupRuns? runs, RunAttribution attribution, Observed<TimeZoneInfo> zone, DateTimeOffset asOf)
{
    // exec_backup of PVE/VZDump.pm: every guest had its turn, and some failed.
    private const string JobErrors = "job errors";

    /// <summary>
    /// How many runs failed for it since its newest restore point; a run that saved it would have made a newer one. Unreadable when
    /// none is seen but one may be hidden, was rotated away, or does not tell whom it hit.
    /// </summary>
    public Observed<long> FailedSinceNewest() => guest.History.Newest.Then(newest =>
    {
        if (runs?.NewestFirst is not { IsKnown: true, Value: var all })
        {
            return Observation.Unreadable<long>(runs?.NewestFirst.Unreadable ?? new Gap($"/nodes/{guest.State.Node}/tasks", "nobody saw the node"));
        }

        var hits = all.Where(r => r.IsFailure && (newest is not { } at || r.Task.StartedAt > at)).Select(Hit).ToList();
        var failed = hits.Count(hit => hit is { IsKnown: true, Value: true });
        var unsure = hits.Select(hit => hit.Unreadable).FirstOrDefault(gap => gap is not null)
            ?? runs.BlindSince(newest ?? DateTimeOffset.MinValue);
        return failed == 0 && unsure is not null ? Observation.Unreadable<long>(unsure) : Observation.Known<long>(failed);
    });

    /// <summary>Whether its newest restore point is still there after the next run; see <see cref="NextPrune"/>.</summary>
    public Observed<bool> NewestSurvivesNext() => NextPrune.KeepsNewest(guest, zone, asOf);

    /// <summary>Whether its newest restore point is whole; see <see cref="NewestSoundness"/>.</summary>
    public Observed<bool> NewestIsSound() => NewestSoundness.Of(guest, runs);

    /// <summary>
    /// In bytes, as the storage tells it to this token, else as the run that made its newest restore point logged it; known and null
    /// when there is none.
    /// </summary>
    public Observed<long?> NewestLoggedSize() => guest.History.NewestPoint.Then(newest =>
    {
        if (newest is null)
        {
            return Observation.Known<long?>(null);
        }

        if (newest.Size.IsKnown)
        {
            return Observation.Known<long?>(newest.Size.Value);
        }

        var name = newest.VolumeId[(newest.VolumeId.LastIndexOf('/') + 1)..];
        var logged = runs?.NewestFirst.Match(all => all, _ => [])
            .SelectMany(run => run.Log?.Guests ?? [])
            .FirstOrDefault(g => g.VmId == newest.VmId && g.Archive is { } path && path.EndsWith("/" + name, StringComparison.Ordinal))?.Size;
        return logged is not null
            ? Observation.Known(logged)
            : Observation.Unreadable<long?>(new Gap($"/nodes/{guest.State.Node}/tasks/ID/log", "no log that was read tells the size of the newest restore point"));
    });

    private Observed<bool> Hit(BackupRun run)
    {
        if (run.Task.VmId is { } only)
        {
            return Observation.Known(only == guest.State.VmId);
        }

        if (run.Log?.Guests.LastOrDefault(g => g.VmId == guest.State.VmId) is { } logged)
        {
            return Observation.Known(logged.Outcome is not GuestOutcome.Finished);
        }

        // Not in the log: another job's run, or one that ended before its turn came.
        return attribution.JobsOf(run, guest.State.Node).Then(jobs =>
        {
            var mine = jobs.Select(j => j.Guests.Select(g => g.Contains(guest))).ToImmutableArray();
            return mine.All(m => m is { IsKnown: true, Value: false }) ? Observation.Known(false)
                : run.Log is { Status: not JobErrors } && mine is [{ IsKnown: true }] ? Observation.Known(true)
                : Observation.Unreadable<bool>(mine.Select(m => m.Unreadable).FirstOrDefault(gap => gap is not null) ?? Unsure(run));
        });
    }

    private Gap Unsure(BackupRun run) => new(
        $"/nodes/{guest.State.Node}/tasks/{run.Task.Upid}/log",
        string.Create(CultureInfo.InvariantCulture, $"whether the failed run of {run.Task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC was to save the guest cannot be told"));
}
