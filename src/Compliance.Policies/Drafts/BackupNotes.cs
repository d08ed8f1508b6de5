using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;

namespace Compliance.Policies;

/// <summary>Where jobs and guests do not do what the runbook demands of every backup.</summary>
internal static class BackupNotes
{
    public static ImmutableArray<string> Of(Estate estate, string target, ImmutableArray<JobClaim> jobs)
        => [.. jobs.Where(claim => claim.Level is not null).SelectMany(claim => OfJob(claim.Job, target)), .. OfGuests(estate)];

    private static IEnumerable<string> OfJob(JobFacts job, string wanted)
    {
        var (target, mode, compression) = (job.Target, job.Mode, job.Compression);
        if ((target.Unreadable ?? mode.Unreadable ?? compression.Unreadable) is { } gap)
        {
            yield return $"unreadable: all that job {Words.Quoted(job.State.Id)} would do: {gap}";
            yield break;
        }

        var isPbs = job.TargetState is { IsKnown: true, Value.Type: "pbs" };
        var differs = job.State.IsEnabled
            && (target.Value!.Value != wanted || mode.Value!.Value != "snapshot" || (compression.Value!.Value != "zstd" && !isPbs));
        string[] ways = [$"to {Words.Quoted(target.Value!.Value)}", $"mode {mode.Value!.Value}", isPbs ? "to Proxmox Backup Server" : $"compression {compression.Value!.Value}"];
        yield return $"live: job {Words.Quoted(job.State.Id)}: {string.Join(", ", ways)}{(differs ? "; check reports what differs from this" : "")}";
    }

    private static IEnumerable<string> OfGuests(Estate estate)
    {
        var machines = estate.Guests.Where(guest => guest.State.Type == "qemu" && guest.State.IsTemplate is not { IsKnown: true, Value: true }).ToList();
        var without = machines.Count(guest => guest.FreezesOnBackup is { IsKnown: true, Value: false });
        if (without > 0)
        {
            yield return $"live: {without} of {machines.Count} virtual machines have no guest agent that freezes them; check reports those in a scheduled tier";
        }

        if (machines.Find(guest => !guest.FreezesOnBackup.IsKnown) is { } blind)
        {
            yield return $"unreadable: the guest agent of virtual machines, such as {blind.Id}: {blind.FreezesOnBackup.Unreadable}";
        }
    }
}
