using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Whether the newest restore point of a guest is whole, as far as anything but a restore can tell.</summary>
internal static class NewestSoundness
{
    /// <summary>
    /// By its size, and on Proxmox Backup Server by its last verification. Where the token may see no sizes, by the run that made it:
    /// one that succeeded leaves no partial archive behind (pve-manager <c>PVE/VZDump.pm:exec_backup_task</c> writes to a temporary
    /// name and renames it last). Known and false when there is none.
    /// </summary>
    public static Observed<bool> Of(GuestFacts guest, BackupRuns? runs) => guest.History.NewestPoint.Then(newest => newest switch
    {
        null => Observation.Known(false),
        { Pbs.Verification: "failed" } => Observation.Known(false),
        { Size.IsKnown: true } => BySize(guest),
        _ => runs is null ? Observation.Unreadable<bool>(newest.Size.Unreadable!) : runs.NewestFirst.Then(all => ByRun(guest, newest, all)),
    });

    private static Observed<bool> BySize(GuestFacts guest) => guest.History.NewestSizeVerdict.Match(
        verdict => Observation.Known(verdict is not (SizeVerdict.Empty or SizeVerdict.Shrunken)),
        // Without the sizes before it nobody can say that it shrank; that it is not empty is known.
        _ => guest.History.NewestSize.Select(size => size is { } bytes && !SizeComparison.IsEmpty(bytes)));

    private static Observed<bool> ByRun(GuestFacts guest, RestorePoint newest, IEnumerable<BackupRun> runs)
    {
        var makers = runs.Where(run => run.Task.StartedAt <= newest.CreatedAt && (run.Task.EndedAt is not { } end || newest.CreatedAt <= end)).ToList();
        if (makers.Exists(run => run.Log?.Guests.LastOrDefault(logged => logged.VmId == guest.State.VmId) is { Outcome: GuestOutcome.Finished }))
        {
            return Observation.Known(true);
        }

        return makers.Count > 0 && makers.TrueForAll(run => !run.IsFailure && run.Task.EndedAt is not null)
            ? Observation.Known(true)
            : Observation.Unreadable<bool>(new Gap(
                newest.Size.Unreadable!.Endpoint,
                $"{newest.Size.Unreadable.Reason}, and no run that succeeded was seen to make the newest restore point",
                newest.Size.Unreadable.Needs));
    }
}
