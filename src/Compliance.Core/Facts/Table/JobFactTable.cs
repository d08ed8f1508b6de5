using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of backup jobs.</summary>
internal static class JobFactTable
{
    public static void Declare()
    {
        JobGroup.Text("id", "section name in jobs.cfg; a legacy cron job has SHA1:N", FactSources.Jobs, j => j.State.Id);
        JobGroup.Flag("isEnabled", "not disabled", FactSources.Jobs, j => j.State.IsEnabled).At(j => Place(j, "enabled"));
        JobGroup.Flag("isLegacy", "from vzdump.cron, not jobs.cfg", FactSources.Jobs, j => j.State.IsLegacy).At(j => Place(j, "type"));
        JobGroup.OptionalText("comment", "its comment; absent when none", FactSources.Jobs, j => j.State.Comment).At(j => Place(j, "comment"));
        JobGroup.OptionalText("schedule", "calendar event as written; absent when none", FactSources.Jobs, j => j.State.Schedule).At(j => Place(j, "schedule"));
        JobGroup.Flag("fires", "its schedule is valid and some run is still to come", FactSources.Jobs, j => j.Schedule.Fault is null).At(j => Place(j, "schedule"));
        JobGroup.OptionalText("node", "the only node that runs it; absent for all", FactSources.Jobs, j => j.State.Node).At(j => Place(j, "node"));
        JobGroup.Flag("nodeExists", "the node it is limited to exists; true when not limited", [.. FactSources.Jobs, .. FactSources.Nodes], j => j.NodeExists).At(j => Place(j, "node"));
        JobGroup.OptionalText("pool", "the pool it saves; absent when it selects otherwise", FactSources.Jobs, j => j.State.Pool).At(j => Place(j, "pool"));
        JobGroup.Flag("selectsByPool", "it saves the members of one pool", FactSources.Jobs, j => j.State.Pool is not null).At(j => Place(j, "pool"));
        JobGroup.Flag("poolExists", "that pool exists; true when it selects otherwise", [.. FactSources.Jobs, .. FactSources.Pools], j => j.PoolExists).At(j => Place(j, "pool"));
        JobGroup.Many("guests", GuestGroup, "the guests it selects, on the nodes where it runs", FactSources.Selection, j => j.SelectedGuests).At(j => Place(j, "vmid"));
        JobGroup.Number("guestCount", "guests", "how many it selects", FactSources.Selection, j => j.SelectedGuests.Select(g => (long)g.Length)).At(j => Place(j, "vmid"));
        JobGroup.Texts("missingGuests", "numbers it names that no guest has", FactSources.Selection, j => j.MissingGuests.Select(Texts)).At(j => Place(j, "vmid"));
        JobGroup.Texts("claimedBy", "titles of the tiers that claim it by their jobs:", [.. FactSources.Policy, .. FactSources.Jobs], j => (IReadOnlyList<string>)[.. j.ClaimedBy.Select(t => t.Declared.Title.Value)]);
        JobGroup.Flag("isDeclared", "some tier of the policy claims it", [.. FactSources.Policy, .. FactSources.Jobs], j => !j.ClaimedBy.IsEmpty).At(j => Place(j, "id"));
        JobGroup.Flag("hasTier", "a tier claims it, or it saves a guest of one", FactSources.JobTier, j => j.Tier.Select(t => t is not null));
        JobGroup.OptionalOne("tier", TierGroup, "the most important such tier; absent when there is none", FactSources.JobTier, j => j.Tier);

        JobGroup.Text("target", "storage its archives go to; lists the nodes where they differ", FactSources.JobSetting, j => j.Target.Select(t => t.Value)).At(j => Place(j, "storage"));
        JobGroup.Text("targetOrigin", "which level sets it", FactSources.JobSetting, j => j.Target.Select(t => t.Origin)).At(j => Place(j, "storage"));
        JobGroup.OptionalText("targetType", "the target's storage type, such as dir or pbs; absent when the storage does not exist", FactSources.JobTarget, j => j.TargetState.Select(s => s?.Type)).At(j => Place(j, "storage"));
        JobGroup.Flag("targetExists", "the target is a storage of this cluster", FactSources.JobTarget, j => j.TargetState.Select(s => s is not null)).At(j => Place(j, "storage"));
        JobGroup.OptionalWord("targetProtocol", FactWords.Protocol, "the network protocol the target is reached by; absent when the storage does not exist", FactSources.JobTarget, j => j.TargetState.Select(s => s?.NetworkProtocol)).At(j => Place(j, "storage"));
        JobGroup.Flag("targetMayBeNetworked", "the policy declares the target as server-to-server", [.. FactSources.Policy, .. FactSources.JobSetting], j => j.TargetMayBeNetworked).At(j => Place(j, "storage"));
        JobGroup.OptionalText("targetFault", "why every run fails before its first guest; absent when nothing in the configuration makes it", FactSources.JobTarget, j => j.TargetFault).At(j => Place(j, "storage"));
        JobGroup.Text("mode", "snapshot, suspend or stop; lists the nodes where they differ", FactSources.JobSetting, j => j.Mode.Select(m => m.Value)).At(j => Place(j, "mode"));
        JobGroup.Text("modeOrigin", "which level sets it", FactSources.JobSetting, j => j.Mode.Select(m => m.Origin)).At(j => Place(j, "mode"));
        JobGroup.Text("compression", "zstd, gzip, lzo or none; lists the nodes where they differ", FactSources.JobSetting, j => j.Compression.Select(c => c.Value)).At(j => Place(j, "compress"));
        JobGroup.Text("compressionOrigin", "which level sets it", FactSources.JobSetting, j => j.Compression.Select(c => c.Origin)).At(j => Place(j, "compress"));
        JobGroup.Text("retention", "what a run really prunes by, in Proxmox's notation; where nodes differ, the first that prunes at all", FactSources.JobTarget, j => j.Retention.Select(r => r.Text)).At(j => Place(j, "prune-backups"));
        JobGroup.Text("retentionOrigin", "which level sets it", FactSources.JobTarget, j => j.Retention.Select(r => r.Origin)).At(j => Place(j, "prune-backups"));
        JobGroup.Flag("keepsEverything", "its effective retention is keep-all: nothing is ever pruned", FactSources.JobTarget, j => j.Retention.Select(r => r.KeepsEverything)).At(j => Place(j, "prune-backups"));
        JobGroup.Flag("prunes", "pruning is not switched off by remove 0; that turns the retention into a hard limit at which backups fail", FactSources.JobSetting, j => j.Prunes).At(j => Place(j, "remove"));
        JobGroup.Text("notificationMode", "auto, legacy-sendmail or notification-system; lists the nodes where they differ", FactSources.JobSetting, j => j.NotificationMode.Select(m => m.Value)).At(j => Place(j, "notification-mode"));
        JobGroup.Texts("failureReaches", "whom a failing run tells, on whichever node it is: addresses, and names of targets that are no mail. Whether mail arrives cannot be seen", FactSources.JobFailure, j => j.FailureReaches).At(j => Place(j, "notification-mode"));
        JobGroup.Flag("reachesSomebody", "a failing run tells somebody, on whichever node it is; unknown when that depends on when it fails, and when it only mails to a mailbox of the node, such as root", FactSources.JobFailure, j => j.FailureReachesSomebody).At(j => Place(j, "notification-mode"));
        JobGroup.Number("failedInARow", "runs", "how many of its newest runs failed one after the other, on the node where most did; 0 when the newest succeeded or it never ran", FactSources.JobRuns, j => j.FailedInARow).At(j => Place(j, "enabled"));
        JobGroup.OptionalTime("newestRun", "when its newest run began, on any node; absent when it never ran", FactSources.JobRuns, j => j.NewestRun.Select(r => r?.Task.StartedAt)).At(j => Place(j, "schedule"));
        JobGroup.OptionalWord("newestRunStatus", FactWords.RunClass, "how that run ended: warning is a success, unknown (nobody saw its end) is none; absent when it never ran", FactSources.JobRuns, j => j.NewestRun.Select(InWords)).At(j => Place(j, "enabled"));
    }

    private static string? InWords(BackupRun? run) => run?.Class switch
    {
        null => null,
        RunClass.Ok => "ok",
        RunClass.Warning => "warning",
        RunClass.Error => "error",
        _ => "unknown",
    };

    private static LivePlace Place(JobFacts job, string field) => new($"/cluster/backup/{job.State.Id}", field);

    private static ImmutableArray<string> Texts(ImmutableArray<int> vmIds)
        => [.. vmIds.Select(id => id.ToString(CultureInfo.InvariantCulture))];
}
