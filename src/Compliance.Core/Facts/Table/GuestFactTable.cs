using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.RestorePoints;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of guests and their volumes.</summary>
internal static class GuestFactTable
{
    public static void Declare()
    {
        GuestGroup.Text("id", "such as qemu/101", FactSources.Resources, g => g.Id);
        GuestGroup.Number("vmid", "vmid", "its number", FactSources.Resources, g => g.State.VmId);
        GuestGroup.Word("type", FactWords.GuestType, "virtual machine (qemu) or container (lxc)", FactSources.Resources, g => g.State.Type);
        GuestGroup.OptionalText("name", "its name; absent when no status broadcast carried one", FactSources.Resources, g => g.State.Name);
        GuestGroup.Text("node", "the node it is on", FactSources.Resources, g => g.State.Node);
        GuestGroup.OptionalText("lock", "such as backup; absent when not locked", FactSources.Resources, g => g.State.Lock).At(g => Resource(g, "lock"));
        GuestGroup.Flag("isLocked", "a lock is held; Proxmox backs up no locked guest", FactSources.Resources, g => g.State.Lock is not null).At(g => Resource(g, "lock"));
        GuestGroup.Flag("isTemplate", "it is a template", FactSources.Resources, g => g.State.IsTemplate).At(g => Resource(g, "template"));
        GuestGroup.Texts("tags", "its tags, lower case", FactSources.Resources, g => g.State.Tags).At(g => Resource(g, "tags"));
        GuestGroup.OptionalText("pool", "the pool it is in; absent when in none", FactSources.GuestPool, g => g.State.Pool).At(g => Resource(g, "pool"));
        GuestGroup.Flag("isExempt", "the policy leaves it out of all tiers on purpose", FactSources.Tier, g => g.Exemption.Select(e => e is not null)).DeclaredAt("exempt[]", g => g.Exemption.Value?.Place);
        GuestGroup.Numbers("tiers", "tier levels", "levels of all tiers that select it, the most important first", FactSources.Tier, g => g.Tiers.Select(t => t.Select(x => (long)x.Level).ToImmutableArray())).At(g => Resource(g, "tags"));
        GuestGroup.Flag("hasTier", "some tier selects it", FactSources.Tier, g => g.Tiers.Select(t => !t.IsEmpty)).At(g => Resource(g, "tags"));
        GuestGroup.OptionalOne("tier", TierGroup, "the most important tier that selects it; absent when none does", FactSources.Tier, g => g.Tier);
        GuestGroup.Flag("mustBeBackedUp", "its tier demands scheduled backups", FactSources.Tier, g => g.MustBeBackedUp).DeclaredAt("tiers[].schedule", g => TierPlace(g, t => t.Declared.Schedule.Place));

        GuestGroup.Flag("isCovered", "an enabled job whose schedule fires and whose target takes backups saves it", FactSources.Cover, g => g.Cover.IsCovered).At(CoverPlace);
        GuestGroup.Text("whyNotCovered", "which job would cover it, and what stops that job; empty when nothing is stopped", FactSources.Cover, g => g.Cover.WhyNot).At(CoverPlace);
        GuestGroup.Many("coveringJobs", JobGroup, "the jobs that cover it", FactSources.Cover, g => g.Cover.Jobs.Select(jobs => jobs.Select(j => j.Job).ToImmutableArray())).At(CoverPlace);
        GuestGroup.Many("countingJobs", JobGroup, "those of them whose promise counts: the ones that write to its tier's target, else all", FactSources.Cover, g => g.Cover.CountingJobs.Select(jobs => jobs.Select(j => j.Job).ToImmutableArray())).At(CoverPlace);
        GuestGroup.OptionalText("idleJob", "id of the first job that selects it but does not cover it; absent when there is none", FactSources.Cover, g => g.Cover.FirstIdle.Select(j => j?.Job.State.Id)).At(CoverPlace);
        GuestGroup.OptionalWord("idleReason", FactWords.Idleness, "what keeps that job from covering it; absent when there is none", FactSources.Cover, g => g.Cover.FirstIdle.Select(j => j?.Idle!.Kind)).At(CoverPlace);
        GuestGroup.OptionalText("idleTarget", "the storage that job writes to; absent when there is none", FactSources.Cover, g => g.Cover.FirstIdle.Then(j => j is null ? Observation.Known<string?>(null) : j.OnNode.Target.Select(t => (string?)t.Value))).At(CoverPlace);
        GuestGroup.OptionalDuration("longestGap", "the longest time between two runs that cover it, over a year in the node's time zone; absent when not covered", FactSources.Cadence, g => g.Cover.LongestGap).At(g => CountingPlace(g, "schedule"));
        GuestGroup.OptionalNumber("runsInYear", "runs", "how many runs cover it in the year that begins now; absent when not covered", FactSources.Cadence, g => g.Cover.RunsInYear).At(g => CountingPlace(g, "schedule"));
        GuestGroup.Flag("startsAsDeclared", "a job that saves it starts when the calendar of its tier says; true when the tier leaves the time open", FactSources.Promise, g => g.StartsAsDeclared).At(g => CountingPlace(g, "schedule"));
        GuestGroup.Text("schedules", "the schedules that cover it, with their jobs; empty when none does", FactSources.Cover, g => g.Cover.SchedulesInWords).At(g => CountingPlace(g, "schedule"));
        GuestGroup.Texts("targets", "storages its covering jobs write to", FactSources.Cover, g => g.Cover.Jobs.Then(Targets)).At(g => CountingPlace(g, "storage"));
        GuestGroup.Texts("localTargets", "those of them that are on its own host", FactSources.Cover, g => g.LocalTargets).At(g => CountingPlace(g, "storage"));

        GuestGroup.OptionalText("retention", "the retention its backups really get, in Proxmox's notation; absent when not covered", FactSources.Cover, g => g.Retention.Select(r => r?.Text)).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.OptionalText("retentionOrigin", "which level sets it: the job, the storage, vzdump.conf or the built-in default; and which job it is; absent when not covered", FactSources.Cover, g => g.Retention.Select(r => r?.Origin)).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.Flag("keepsEverything", "nothing is ever pruned; false when not covered", FactSources.Cover, g => g.Retention.Select(r => r is { KeepsEverything: true })).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.Number("keepDaily", "restore points", "how many are really kept, one a day; 0 when not set or not covered", FactSources.Cover, g => g.Retention.Select(r => r?.Daily ?? 0)).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.Number("keepWeekly", "restore points", "how many are really kept, one a week; 0 when not set or not covered", FactSources.Cover, g => g.Retention.Select(r => r?.Weekly ?? 0)).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.Number("keepMonthly", "restore points", "how many are really kept, one a month; 0 when not set or not covered", FactSources.Cover, g => g.Retention.Select(r => r?.Monthly ?? 0)).At(g => CountingPlace(g, "prune-backups"));

        GuestGroup.Number("keptPoints", "restore points", "how many there are at least once retention has settled: its jobs and their pruning simulated over a year; 0 when not covered", FactSources.Cadence, g => g.Forecast.Live.Select(f => (long)(f?.FewestKept ?? 0))).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.OptionalDuration("keptReach", "how far back the oldest of them reaches at least; absent when not covered or when nothing is ever pruned", FactSources.Cadence, g => g.Forecast.Live.Select(ReachOf)).At(g => CountingPlace(g, "prune-backups"));
        GuestGroup.OptionalDuration("promisedReach", "how far back it would reach with the retention that its tier declares, on the same schedule; absent when not covered or without tier", FactSources.Promise, g => g.Forecast.Promised.Select(ReachOf)).DeclaredAt("tiers[].retention", g => TierPlace(g, t => t.Declared.Retention.Place));
        GuestGroup.Number("promisedPoints", "restore points", "how many there would be at least with the retention that its tier declares; 0 when not covered or without tier", FactSources.Promise, g => g.Forecast.Promised.Select(f => (long)(f?.FewestKept ?? 0))).DeclaredAt("tiers[].retention", g => TierPlace(g, t => t.Declared.Retention.Place));
        GuestGroup.OptionalDuration("worstAge", "how old the newest becomes before the next run, over a year: the real recovery point; absent when not covered", FactSources.Cadence, g => g.Forecast.Live.Select(f => f?.NewestAtWorst)).At(g => CountingPlace(g, "schedule"));
        GuestGroup.Texts("pruningRivals", "jobs that prune what another job on the same storage keeps", FactSources.Cadence, g => g.Forecast.PruningRivals).At(g => CountingPlace(g, "prune-backups"));

        GuestGroup.Number("restorePointCount", "restore points", "finished backups with a standard name, made since the guest was", FactSources.History, g => g.History.Count).At(BackupPlace);
        GuestGroup.OptionalTime("newestRestorePoint", "when the newest of them began; absent when there is none", FactSources.History, g => g.History.Newest).At(BackupPlace);
        GuestGroup.OptionalDuration("newestAge", "how old the newest is; absent when there is none", FactSources.History, g => g.NewestAge).At(BackupPlace);
        GuestGroup.Flag("newestIsProtected", "the newest of them is marked protected, so that nothing prunes it; false when there is none", FactSources.History, g => g.History.NewestPoint.Select(p => p is { IsProtected: true })).At(g => BackupPlace(g, "protected"));
        GuestGroup.Flag("newestSurvivesNextRun", "the newest of them is still there when the next run has made another and pruned; true when nothing is pruned, false when there is none", FactSources.NextPrune, g => g.NewestSurvivesNextRun).At(BackupPlace);
        GuestGroup.OptionalDuration("longestRestorePointGap", "the longest time between two neighbours of those the retention keeps one by one for its tier's schedule; absent when there are fewer than two", FactSources.History, g => g.LongestRestorePointGap).At(BackupPlace);
        GuestGroup.OptionalNumber("newestSize", "bytes", "size of the newest of them, as it lies on the storage; 1 on Proxmox Backup Server is an unfinished or damaged one; absent when there is none", FactSources.Contents, g => g.History.NewestSize).At(ContentPlace);
        GuestGroup.OptionalNumber("newestLoggedSize", "bytes", "size as the storage tells it, or else as the run which made it logged it, rounded; only logs of a node's newest run and of failed ones are read; absent when there is no restore point", FactSources.LoggedSize, g => g.NewestLoggedSize).At(BackupPlace);
        GuestGroup.OptionalWord("newestSizeVerdict", FactWords.Size, "its size against those before it on the same storage in the same format: too-few below 5 of them; shrunken or grown beyond 3.5 robust deviations (1.4826 times the median absolute deviation from the median) and a quarter of the median, and shrunken always below a tenth; absent when there is none", FactSources.Contents, g => g.History.NewestSizeVerdict.Select(InWords)).At(ContentPlace);
        GuestGroup.Flag("newestIsEncrypted", "the newest of them is encrypted on Proxmox Backup Server; false for a file, and when there is none", FactSources.Contents, g => g.History.NewestProof.Select(p => p is { IsEncrypted: true })).At(g => ContentPlace(g, "encrypted"));
        GuestGroup.OptionalWord("newestVerification", FactWords.Verification, "what the last verification on Proxmox Backup Server found of the newest of them: none for a file, and before the first; absent when there is none", FactSources.Contents, g => g.History.NewestProof.Select(InWords)).At(g => ContentPlace(g, "verification"));
        GuestGroup.Texts("pbsJobs", "jobs that cover it and write to the Proxmox Backup Server that the policy names", [.. FactSources.Policy, .. FactSources.Cover], g => g.Pbs.Jobs).At(g => new LivePlace("/cluster/backup", "storage"));
        GuestGroup.Number("pbsPointCount", "restore points", "how many of them are on the Proxmox Backup Server that the policy names; 0 when there is no such storage", FactSources.PbsHistory, g => g.Pbs.Count).At(g => PbsPlace(g, "prunebackups", "ctime"));
        GuestGroup.OptionalWord("pbsVerification", FactWords.PbsVerification, "what verification found of the newest of them there that was verified or has had a day to be; pending when all are younger; absent when there is none", [.. FactSources.PbsHistory, .. FactSources.Content], g => g.Pbs.Verification).At(g => PbsPlace(g, "content", "verification"));
        GuestGroup.Texts("emptyRestorePoints", "those of its restore points that have nothing in them: cut off, unfinished or damaged", FactSources.Contents, g => g.History.Empty).At(ContentPlace);
        GuestGroup.Number("failedRunsSinceNewest", "runs", "how many backup runs failed for it on its node since the newest of them began; all that are seen when there is none", FactSources.GuestRuns, g => g.FailedRunsSinceNewest).At(g => new LivePlace($"/nodes/{g.State.Node}/tasks", "status"));
        GuestGroup.Texts("offHostCopies", "storages on another machine that hold a restore point of it", FactSources.Copies, g => g.OffHostCopies).At(BackupPlace);
        GuestGroup.Texts("newestRemovers", "users besides root@pam, and besides those whom the policy lets at the storage, who could delete the newest of its restore points, protected or not; empty when there is none", FactSources.Removers, g => g.NewestRemovers).At(g => new LivePlace("/access/acl", g.Id));
        GuestGroup.Flag("isYoung", "made so recently that its first backup is not due yet; false for containers, which do not say when they were made", FactSources.Youth, g => g.IsYoung);

        GuestGroup.Flag("hasAgent", "the QEMU guest agent is enabled in its configuration; false for containers", FactSources.GuestConfig, g => g.HasAgent).At(g => Config(g, "agent"));
        GuestGroup.OptionalText("agentSetting", "the agent setting as written; absent when not set", FactSources.GuestConfig, g => g.AgentText).At(g => Config(g, "agent"));
        GuestGroup.Flag("freezesOnBackup", "the agent freezes file systems while a backup is taken; false for containers", FactSources.GuestConfig, g => g.FreezesOnBackup).At(g => Config(g, "agent"));
        GuestGroup.Many("volumes", VolumesGroup, "its volumes", FactSources.Volumes, g => g.Volumes);

        VolumesGroup.Text("key", "configuration key, such as scsi1 or mp0", FactSources.Volumes, v => v.Seen(v.Key));
        VolumesGroup.Text("id", "such as local-lvm:vm-101-disk-0, or a path", FactSources.Volumes, v => v.Seen(v.VolumeId));
        VolumesGroup.Word("kind", FactWords.VolumeKind, "what it is; volume when only a job's list tells of it", FactSources.Volumes, v => v.Seen(v.Kind));
        VolumesGroup.Flag("holdsData", "false for an EFI disk of a guest that does not boot by EFI", FactSources.Volumes, v => v.Seen(v.HoldsData));
        VolumesGroup.Flag("isIncluded", "a backup contains it", FactSources.Volumes, v => v.IsIncluded).At(v => Config(v.Guest, v.Key));
        VolumesGroup.Text("whyExcluded", "why a backup does not contain it; empty when one does", FactSources.Volumes, v => v.Seen(v.Reason)).At(v => Config(v.Guest, v.Key));
        VolumesGroup.OptionalText("storage", "the storage it lies on; absent for a device or directory of the node", FactSources.Volumes, v => v.Storage).At(v => Config(v.Guest, v.Key));
        VolumesGroup.Texts("disks", "physical disks under it; empty when it lies on another machine", FactSources.VolumeDisks, v => v.Disks).At(v => Config(v.Guest, v.Key));
        VolumesGroup.Text("diskProof", "how its disks were found out, or what makes it remote", FactSources.VolumeDisks, v => v.DiskProof).At(v => Config(v.Guest, v.Key));
        VolumesGroup.Texts("sharedWithBackups", "where the guest's backups go that use one of its disks: the target of its tier, and those of the jobs that cover it", FactSources.VolumeBackups, v => v.SharedWithBackups).At(v => Config(v.Guest, v.Key));
    }

    internal static Place? TierPlace(GuestFacts guest, Func<TierFacts, Place> place)
        => guest.Tier is { IsKnown: true, Value: { } tier } ? place(tier) : null;

    internal static LivePlace Resource(GuestFacts guest, string field) => new($"/cluster/resources#{guest.Id}", field);

    private static TimeSpan? ReachOf(RetentionForecast? forecast) => forecast is { GrowsForever: false } ? forecast.ShortestReach : null;

    private static LivePlace Config(GuestFacts guest, string key) => new($"/nodes/{guest.State.Node}/{guest.Id}/config", key);

    // A job that would cover the guest but does not is where the fault is; otherwise the list of jobs lacks one.
    private static LivePlace CoverPlace(GuestFacts guest)
        => guest.Cover.FirstIdle is { IsKnown: true, Value: { } idle }
            ? new LivePlace($"/cluster/backup/{idle.Job.State.Id}", idle.Idle!.Field)
            : new LivePlace("/cluster/backup", "vmid");

    private static LivePlace CountingPlace(GuestFacts guest, string field)
        => guest.Cover.CountingJobs is { IsKnown: true, Value: { IsEmpty: false } jobs }
            ? new LivePlace($"/cluster/backup/{jobs[0].Job.State.Id}", field)
            : new LivePlace("/cluster/backup", field);

    private static string? InWords(SizeVerdict? verdict) => verdict switch
    {
        null => null,
        SizeVerdict.TooFew => "too-few",
        SizeVerdict.Empty => "empty",
        SizeVerdict.Shrunken => "shrunken",
        SizeVerdict.Grown => "grown",
        _ => "normal",
    };

    private static string? InWords(PbsProof? proof) => proof is null ? null
        : proof.Verification switch { null => "none", "ok" => "ok", _ => "failed" };

    private static LivePlace ContentPlace(GuestFacts guest) => ContentPlace(guest, "size");

    private static LivePlace ContentPlace(GuestFacts guest, string field)
        => BackupPlace(guest, field) with { Endpoint = BackupPlace(guest).Endpoint.Replace("/prunebackups", "/content", StringComparison.Ordinal) };

    private static LivePlace PbsPlace(GuestFacts guest, string call, string field)
        => new($"/nodes/{guest.State.Node}/storage/{guest.Pbs.Storage ?? "ID"}/{call}", field);

    private static LivePlace BackupPlace(GuestFacts guest) => BackupPlace(guest, "ctime");

    private static LivePlace BackupPlace(GuestFacts guest, string field)
    {
        var storage = guest.Cover.CountingJobs is { IsKnown: true, Value: { IsEmpty: false } jobs } && jobs[0].OnNode.Target is { IsKnown: true, Value: { } target }
            ? target.Value
            : guest.Tier is { IsKnown: true, Value: { } tier } ? tier.Target.Value : "ID";
        return new LivePlace($"/nodes/{guest.State.Node}/storage/{storage}/prunebackups", field);
    }

    private static Observed<ImmutableArray<string>> Targets(ImmutableArray<CoveringJob> jobs)
        => GuestCover.TargetsOf(jobs).Select(targets => targets.Distinct(StringComparer.Ordinal).ToImmutableArray());
}
