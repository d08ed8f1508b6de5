using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of backup jobs.</summary>
internal static class JobFactTable
{
    public static void Declare()
    {
        JobGroup.Text("id", "section name in jobs.cfg; a legacy cron job has SHA1:N", FactSource.Jobs, j => j.State.Id);
        JobGroup.Flag("isEnabled", "not disabled", FactSource.Jobs, j => j.State.IsEnabled).At(j => Place(j, "enabled"));
        JobGroup.Flag("isLegacy", "from vzdump.cron, not jobs.cfg", FactSource.Jobs, j => j.State.IsLegacy).At(j => Place(j, "type"));
        JobGroup.Text("comment", "its comment; absent when none", FactSource.Jobs, j => j.State.Comment).At(j => Place(j, "comment"));
        JobGroup.Text("schedule", "calendar event as written; absent when none", FactSource.Jobs, j => j.State.Schedule).At(j => Place(j, "schedule"));
        JobGroup.Flag("fires", "its schedule is valid and some run is still to come", FactSource.Jobs, j => j.Schedule.Fault is null).At(j => Place(j, "schedule"));
        JobGroup.Text("node", "the only node that runs it; absent for all", FactSource.Jobs, j => j.State.Node).At(j => Place(j, "node"));
        JobGroup.Flag("nodeExists", "the node it is limited to exists; true when not limited", FactSource.Nodes, j => j.NodeExists).At(j => Place(j, "node"));
        JobGroup.Text("pool", "the pool it saves; absent when it selects otherwise", FactSource.Jobs, j => j.State.Pool).At(j => Place(j, "pool"));
        JobGroup.Flag("selectsByPool", "it saves the members of one pool", FactSource.Jobs, j => j.State.Pool is not null).At(j => Place(j, "pool"));
        JobGroup.Flag("poolExists", "that pool exists; true when it selects otherwise", FactSource.GuestPool, j => j.PoolExists).At(j => Place(j, "pool"));
        JobGroup.Many("guests", GuestGroup, "the guests it selects, on the nodes where it runs", FactSource.Cover, j => j.Guests).At(j => Place(j, "vmid"));
        JobGroup.Number("guestCount", "how many", FactSource.Cover, j => j.Guests.Select(g => (long)g.Length)).At(j => Place(j, "vmid"));
        JobGroup.Texts("missingGuests", "vmids it names that no guest has", FactSource.Cover, j => j.MissingGuests.Select(Texts)).At(j => Place(j, "vmid"));
        JobGroup.Texts("claimedBy", "titles of the tiers whose jobs: name it", FactSource.Policy, j => (IReadOnlyList<string>)[.. j.ClaimedBy.Select(t => t.Declared.Title.Value)]);
        JobGroup.Flag("isDeclared", "some tier of the policy claims it", FactSource.Policy, j => !j.ClaimedBy.IsEmpty).At(j => Place(j, "id"));
        JobGroup.Flag("hasTier", "a tier claims it, or it saves a guest of one", FactSource.Cover, j => j.Tier.Select(t => t is not null));
        JobGroup.One("tier", TierGroup, "the most important such tier; absent when there is none", FactSource.Cover, j => j.Tier);

        JobGroup.Text("target", "storage its archives go to", FactSource.Defaults, j => j.Target.Select(t => t.Value)!).At(j => Place(j, "storage"));
        JobGroup.Text("targetOrigin", "which level sets it", FactSource.Defaults, j => j.Target.Select(t => t.Origin)!).At(j => Place(j, "storage"));
        JobGroup.Text("targetType", "the target's storage type, such as dir or pbs; absent when the storage does not exist", FactSource.Storage, j => j.TargetState.Select(s => s?.Type)).At(j => Place(j, "storage"));
        JobGroup.Flag("targetExists", "the target is a storage of this cluster", FactSource.Storage, j => j.TargetState.Select(s => s is not null)).At(j => Place(j, "storage"));
        JobGroup.Text("targetProtocol", "the network protocol the target is reached by: nfs, cifs or none; absent when the storage does not exist", FactSource.Storage, j => j.TargetState.Select(s => s?.NetworkProtocol)).At(j => Place(j, "storage"));
        JobGroup.Flag("targetMayBeNetworked", "the policy declares the target as server-to-server", FactSource.Policy, j => j.TargetMayBeNetworked).At(j => Place(j, "storage"));
        JobGroup.Text("targetFault", "why every run fails before its first guest; absent when nothing in the configuration makes it", FactSource.Storage, j => j.TargetFault).At(j => Place(j, "storage"));
        JobGroup.Text("mode", "snapshot, suspend or stop; lists the nodes where they differ", FactSource.Defaults, j => j.Mode.Select(m => m.Value)!).At(j => Place(j, "mode"));
        JobGroup.Text("modeOrigin", "which level sets it", FactSource.Defaults, j => j.Mode.Select(m => m.Origin)!).At(j => Place(j, "mode"));
        JobGroup.Text("compression", "zstd, gzip, lzo or none; lists the nodes where they differ", FactSource.Defaults, j => j.Compression.Select(c => c.Value)!).At(j => Place(j, "compress"));
        JobGroup.Text("compressionOrigin", "which level sets it", FactSource.Defaults, j => j.Compression.Select(c => c.Origin)!).At(j => Place(j, "compress"));
        JobGroup.Text("retention", "what a run really prunes by, in Proxmox's notation", FactSource.Retention, j => j.Retention.Select(r => r.Text)!).At(j => Place(j, "prune-backups"));
        JobGroup.Text("retentionOrigin", "which level sets it", FactSource.Retention, j => j.Retention.Select(r => r.Origin)!).At(j => Place(j, "prune-backups"));
        JobGroup.Flag("keepsEverything", "its effective retention is keep-all: nothing is ever pruned", FactSource.Retention, j => j.Retention.Select(r => r.KeepsEverything)).At(j => Place(j, "prune-backups"));
        JobGroup.Flag("prunes", "pruning is not switched off by remove 0; that turns the retention into a hard limit at which backups fail", FactSource.Defaults, j => j.Prunes).At(j => Place(j, "remove"));
    }

    private static LivePlace Place(JobFacts job, string field) => new($"/cluster/backup/{job.State.Id}", field);

    private static ImmutableArray<string> Texts(ImmutableArray<int> vmIds)
        => [.. vmIds.Select(id => id.ToString(CultureInfo.InvariantCulture))];
}
