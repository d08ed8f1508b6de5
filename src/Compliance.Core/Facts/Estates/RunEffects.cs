using System.Collections.Frozen;
using System.Globalization;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What each run did for each guest, where it can be told: by the task, else by its log, else by the job it belonged to.</summary>
internal sealed class RunEffects(RunAttribution attribution)
{
    // exec_backup of PVE/VZDump.pm: every guest had its turn, and some failed.
    private const string JobErrors = "job errors";

    private readonly Dictionary<JobFacts, Observed<FrozenSet<GuestFacts>>> selected = [];

    /// <summary>Unreadable when the run may have been for the guest and does not tell what came of it.</summary>
    /// <param name="node">where it ran</param>
    public Observed<RunEffect> Of(BackupRun run, string node, GuestFacts guest)
    {
        if (run.Task.VmId is { } only)
        {
            return Observation.Known(only != guest.State.VmId ? RunEffect.None : run.IsFailure ? RunEffect.Failed : RunEffect.Saved);
        }

        if (run.Log?.Guests.LastOrDefault(g => g.VmId == guest.State.VmId) is { } logged)
        {
            return Observation.Known(logged.Outcome is GuestOutcome.Finished ? RunEffect.Saved : RunEffect.Failed);
        }

        // A run that succeeded tells of every guest it had; one that failed may have ended before this one's turn.
        return run is { IsFailure: false, Log.Guests.IsEmpty: false } ? Observation.Known(RunEffect.None) : ByItsJob(run, node, guest);
    }

    /// <summary>Whether it certainly was a run of the one job that it may have been, which selects the guest: so its target is known.</summary>
    public bool IsScheduled(BackupRun run, string node, GuestFacts guest)
        => attribution.JobsOf(run, node) is { IsKnown: true, Value: [var job] } && SelectedBy(job) is { IsKnown: true, Value: { } guests } && guests.Contains(guest);

    private Observed<RunEffect> ByItsJob(BackupRun run, string node, GuestFacts guest) => attribution.JobsOf(run, node).Then(jobs =>
    {
        var mine = jobs.Select(job => SelectedBy(job).Select(guests => guests.Contains(guest))).ToList();

        // A success that no schedule explains was started by hand, for whom only its log would tell.
        if ((run.IsFailure || mine.Count > 0) && mine.All(m => m is { IsKnown: true, Value: false }))
        {
            return Observation.Known(RunEffect.None);
        }

        return mine is not [{ IsKnown: true }] || run.Log is { Status: JobErrors } || (run.IsFailure && run.Log is null)
            ? Observation.Unreadable<RunEffect>(mine.Select(m => m.Unreadable).FirstOrDefault(gap => gap is not null) ?? Unsure(run, node))
            : Observation.Known(run.IsFailure ? RunEffect.Failed : RunEffect.SavedByItsJob);
    });

    private Observed<FrozenSet<GuestFacts>> SelectedBy(JobFacts job)
    {
        if (!selected.TryGetValue(job, out var guests))
        {
            selected.Add(job, guests = job.Guests.Select(all => all.ToFrozenSet()));
        }

        return guests;
    }

    private static Gap Unsure(BackupRun run, string node) => new(
        $"/nodes/{node}/tasks/{run.Task.Upid}/log",
        string.Create(CultureInfo.InvariantCulture, $"whether the {(run.IsFailure ? "failed " : string.Empty)}run of {run.Task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC was to save the guest cannot be told"));
}
