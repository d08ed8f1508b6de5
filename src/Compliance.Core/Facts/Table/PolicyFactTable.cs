using Compliance.Cel;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of the policy, its tiers and services, and of the estate as a whole.</summary>
internal static class PolicyFactTable
{
    private static readonly CelEnumType Phases = new("phase", ["local", "transition", "pbs"]);
    private static readonly CelEnumType Schedules = new("schedule", ["on-demand", "daily", "weekly", "monthly"]);
    private static readonly FactSource Declared = FactSource.Policy;

    public static void Declare()
    {
        PolicyGroup.Text("name", "the policy's name", Declared, p => p.Name.Value).DeclaredAt(p => p.Name.Place);
        PolicyGroup.Word("phase", Phases, "where the migration to PBS stands", Declared, p => PhaseName(p.Phase.Value)).DeclaredAt(p => p.Phase.Place);
        PolicyGroup.Text("target", "storage id of the primary backup target", Declared, p => p.Backup.Target.Value).DeclaredAt(p => p.Backup.Target.Place);
        PolicyGroup.Text("mode", "backup mode, unless a tier says otherwise", Declared, p => p.Backup.Mode.Value).DeclaredAt(p => p.Backup.Mode.Place);
        PolicyGroup.Text("compression", "compression, unless a tier says otherwise", Declared, p => p.Backup.Compression.Value).DeclaredAt(p => p.Backup.Compression.Place);
        PolicyGroup.Flag("wantsGuestAgent", "virtual machines must run the QEMU guest agent", Declared, p => p.Backup.GuestAgent?.Value ?? false).DeclaredAt(p => p.Backup.GuestAgent?.Place);
        PolicyGroup.Text("localCopy", "a copy on the guest's own host: required, preferred or not-demanded", Declared, p => p.Copies?.Local?.Value ?? "not-demanded").DeclaredAt(p => p.Copies?.Local?.Place);
        PolicyGroup.Text("offHostCopy", "a copy in another failure domain: required, preferred or not-demanded", Declared, p => p.Copies?.OffHost?.Value ?? "not-demanded").DeclaredAt(p => p.Copies?.OffHost?.Place);

        PolicyGroup.Flag("limitsExposure", "some storage's network exposure is declared", Declared, p => p.Storages.Any(s => s.NetworkExposure is not null))
            .DeclaredAt(p => p.Storages.FirstOrDefault(s => s.NetworkExposure is not null)?.NetworkExposure?.Place);

        EstateGroup.Text("name", "the cluster's name, or the only node's", FactSource.Nodes, e => e.Inventory.Name);
        EstateGroup.Text("version", "Proxmox VE's version", FactSource.Nodes, e => e.Inventory.ServerVersion);
        EstateGroup.Number("guestCount", "guests that were seen", FactSource.Resources, e => e.Guests.Length);
        EstateGroup.Many("nodes", NodeGroup, "nodes that were seen", FactSource.Nodes, e => Observation.Known(e.Nodes));

        TierGroup.Number("level", "0 is the most important", Declared, t => t.Level).DeclaredAt(t => t.Declared.Level.Place);
        TierGroup.Text("title", "its title", Declared, t => t.Declared.Title.Value).DeclaredAt(t => t.Declared.Title.Place);
        TierGroup.Word("schedule", Schedules, "how often its guests are backed up", Declared, t => t.Schedule).DeclaredAt(t => t.Declared.Schedule.Place);
        TierGroup.Flag("isScheduled", "whether its guests are backed up without anybody asking", Declared, t => t.IsScheduled).DeclaredAt(t => t.Declared.Schedule.Place);
        TierGroup.Duration("longestGap", "the longest time that may lie between two backups: the cadence plus the grace", Declared, t => t.LongestGap).DeclaredAt(t => t.Declared.Schedule.Place);
        TierGroup.Number("keepDaily", "restore points kept, one a day", Declared, t => t.Declared.Retention.Daily.Value).DeclaredAt(t => t.Declared.Retention.Place);
        TierGroup.Number("keepWeekly", "restore points kept, one a week", Declared, t => t.Declared.Retention.Weekly.Value).DeclaredAt(t => t.Declared.Retention.Place);
        TierGroup.Number("keepMonthly", "restore points kept, one a month", Declared, t => t.Declared.Retention.Monthly.Value).DeclaredAt(t => t.Declared.Retention.Place);
        TierGroup.Text("retention", "its retention in Proxmox's notation", Declared, t => RetentionText(t.Declared.Retention)).DeclaredAt(t => t.Declared.Retention.Place);
        TierGroup.Text("target", "storage id its backups go to", Declared, t => t.Target.Value).DeclaredAt(t => t.Target.Place);
        TierGroup.Text("mode", "backup mode", Declared, t => t.Mode.Value).DeclaredAt(t => t.Mode.Place);
        TierGroup.Text("compression", "compression", Declared, t => t.Compression.Value).DeclaredAt(t => t.Compression.Place);

        ServiceGroup.Text("name", "the service as the runbook names it", Declared, s => s.Declared.Name.Value).DeclaredAt(s => s.Declared.Place);
        ServiceGroup.Flag("isFuture", "the runbook foresees it; it may be absent today", Declared, s => s.IsFuture).DeclaredAt(s => s.Declared.Place);
        ServiceGroup.Text("guestName", "the guest the policy names for it; absent for a future one", Declared, s => s.Declared.Guest?.Value).DeclaredAt(s => s.Declared.Guest?.Place);
        ServiceGroup.One("guest", GuestGroup, "that guest in the estate; absent when there is none", FactSource.Resources, s => s.Guest);
        ServiceGroup.Flag("isServed", "a live guest runs it, in this tier or a more important one", FactSource.Resources, s => s.IsServed)
            .At(s => s.Guest is { IsKnown: true, Value: { } g } ? new LivePlace($"/cluster/resources#{g.Id}", "tags") : new LivePlace("/cluster/resources", "name"));
        ServiceGroup.One("tier", TierGroup, "the tier it belongs to", Declared, s => Observation.Known<Estates.TierFacts?>(s.Tier));
    }

    private static string PhaseName(PolicyPhase phase) => phase switch
    {
        PolicyPhase.Transition => "transition",
        PolicyPhase.Pbs => "pbs",
        _ => "local",
    };

    // As Proxmox writes it: what is 0 is left out.
    private static string RetentionText(RetentionDemand demand) => new KeepOptions
    {
        Daily = demand.Daily.Value,
        Weekly = demand.Weekly.Value,
        Monthly = demand.Monthly.Value,
    }.ToString();
}
