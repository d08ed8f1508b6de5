using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using static Compliance.Core.Facts.Table.FactTable;

namespace Compliance.Core.Facts.Table;

/// <summary>Facts of the policy, its tiers and services, and of the estate as a whole.</summary>
internal static class PolicyFactTable
{
    private static readonly ImmutableArray<FactSource> Declared = FactSources.Policy;

    public static void Declare()
    {
        PolicyGroup.Text("name", "the policy's name", Declared, p => p.Name.Value).DeclaredAt("name", p => p.Name.Place);
        PolicyGroup.Word("phase", FactWords.Phase, "where the migration to PBS stands", Declared, p => PhaseName(p.Phase.Value)).DeclaredAt("phase", p => p.Phase.Place);
        PolicyGroup.Text("target", "storage id of the primary backup target", Declared, p => p.Backup.Target.Value).DeclaredAt("backup.target", p => p.Backup.Target.Place);
        PolicyGroup.Word("mode", FactWords.Mode, "backup mode, unless a tier says otherwise", Declared, p => p.Backup.Mode.Value).DeclaredAt("backup.mode", p => p.Backup.Mode.Place);
        PolicyGroup.Word("compression", FactWords.Compression, "compression, unless a tier says otherwise", Declared, p => p.Backup.Compression.Value).DeclaredAt("backup.compression", p => p.Backup.Compression.Place);
        PolicyGroup.Flag("wantsGuestAgent", "virtual machines must run the QEMU guest agent", Declared, p => p.Backup.GuestAgent?.Value ?? false).DeclaredAt("backup.guest-agent", p => p.Backup.GuestAgent?.Place);
        PolicyGroup.Word("localCopy", FactWords.Wish, "a copy on the guest's own host", Declared, p => p.Copies?.Local?.Value ?? "not-demanded").DeclaredAt("copies.local", p => p.Copies?.Local?.Place);
        PolicyGroup.Word("offHostCopy", FactWords.Wish, "a copy in another failure domain", Declared, p => p.Copies?.OffHost?.Value ?? "not-demanded").DeclaredAt("copies.off-host", p => p.Copies?.OffHost?.Place);

        PolicyGroup.Word("immutableCopy", FactWords.Wish, "a copy that cannot be removed before its time", Declared, p => p.Copies?.Immutable?.Value ?? "not-demanded").DeclaredAt("copies.immutable", p => p.Copies?.Immutable?.Place);
        PolicyGroup.OptionalNumber("disableJobAfter", "runs", "after how many failed runs in a row a job should be disabled; absent when the policy does not say", Declared, p => p.Rollback?.DisableJobAfter?.Value).DeclaredAt("rollback.disable-job-after", p => p.Rollback?.DisableJobAfter?.Place);
        PolicyGroup.Flag("preservesLastGood", "the newest good restore point is kept while backups fail", Declared, p => p.Rollback?.PreserveLastGood?.Value ?? false).DeclaredAt("rollback.preserve-last-good", p => p.Rollback?.PreserveLastGood?.Place);
        PolicyGroup.OptionalText("keyCustody", "where the encryption keys are kept; absent when the policy does not say", Declared, p => p.Pbs?.KeyCustody?.Value).DeclaredAt("pbs.key-custody", p => p.Pbs?.KeyCustody?.Place);

        PolicyGroup.Flag("limitsExposure", "some storage's network exposure is declared", Declared, p => p.Storages.Any(s => s.NetworkExposure is not null))
            .DeclaredAt("storages[].network-exposure", p => p.Storages.FirstOrDefault(s => s.NetworkExposure is not null)?.NetworkExposure?.Place);
        PolicyGroup.Flag("hasMailRelay", "a mail relay exists, so failures must reach somebody; false when the policy does not say", Declared, p => p.Notification?.HasMailRelay.Value ?? false).DeclaredAt("notification.mail-relay", p => p.Notification?.HasMailRelay.Place);
        PolicyGroup.Texts("recipients", "addresses that must hear of failures; empty when any will do", Declared, p => (IReadOnlyList<string>)[.. (p.Notification?.Recipients ?? []).Select(r => r.Value)]).DeclaredAt("notification.recipients", p => p.Notification is { Recipients: [var first, ..] } ? first.Place : null);

        PolicyGroup.Text("wantedRecipients", "the same in words: anybody when any will do", Declared, p => p.Notification is { Recipients: { IsEmpty: false } named } ? string.Join(", ", named.Select(r => r.Value)) : "anybody").DeclaredAt("notification.recipients", p => p.Notification is { Recipients: [var first, ..] } ? first.Place : null);
        PolicyGroup.OptionalText("pbsStorage", "storage id of Proxmox Backup Server; absent when the policy names none", Declared, p => p.Pbs?.Storage?.Value).DeclaredAt("pbs.storage", p => p.Pbs?.Storage?.Place);
        PolicyGroup.Flag("wantsPbsEncrypted", "backups on Proxmox Backup Server must be encrypted; true unless the policy says otherwise", Declared, p => p.Pbs?.IsEncrypted?.Value ?? true).DeclaredAt("pbs.encrypted", p => p.Pbs?.IsEncrypted?.Place);
        PolicyGroup.Flag("wantsPbsVerified", "backups on Proxmox Backup Server must be verified; true unless the policy says otherwise", Declared, p => p.Pbs?.IsVerified?.Value ?? true).DeclaredAt("pbs.verified", p => p.Pbs?.IsVerified?.Place);
        PolicyGroup.Texts("storages", "ids of the storages that it describes", Declared, p => (IReadOnlyList<string>)[.. p.Storages.Select(s => s.Id.Value)]).DeclaredAt("storages[].id", p => p.Storages is [var first, ..] ? first.Id.Place : null);

        PolicyGroup.Texts("documents", "what must be documented: target, retention, schedule, restore-failure; empty when the policy does not say", Declared, p => (IReadOnlyList<string>)[.. (p.ChangeControl?.Documented ?? []).Select(d => d.Value)]).DeclaredAt("change-control.documented", p => p.ChangeControl?.Documented[0].Place);

        EstateGroup.Flag("pbsExists", "the cluster has the storage of type pbs that the policy names", FactSources.Pbs, e => e.Pbs.Exists).At(e => PbsPlace(e, "type"));
        EstateGroup.Flag("pbsIsEncrypted", "an encryption key is set on it, so that new backups are encrypted before they leave the node; false when it does not exist", FactSources.Pbs, e => e.Pbs.IsEncrypted).At(e => PbsPlace(e, "encryption-key"));
        EstateGroup.Flag("pbsIsPinned", "the fingerprint of its certificate is set; false when it does not exist", FactSources.Pbs, e => e.Pbs.IsPinned).At(e => PbsPlace(e, "fingerprint"));
        EstateGroup.Text("name", "the cluster's name, or the only node's; unknown when neither could be read", FactSources.ClusterName, e => e.Inventory.Name);
        EstateGroup.Text("version", "Proxmox VE's version", FactSources.Version, e => e.Inventory.ServerVersion);
        EstateGroup.Number("guestCount", "guests", "how many were seen", FactSources.Resources, e => e.Guests.Length);
        EstateGroup.Many("nodes", NodeGroup, "nodes that were seen", FactSources.Nodes, e => e.Nodes);

        TierGroup.Number("level", "tier level", "0 is the most important", Declared, t => t.Level).DeclaredAt("tiers[].tier", t => t.Declared.Level.Place);
        TierGroup.Text("title", "its title", Declared, t => t.Declared.Title.Value).DeclaredAt("tiers[].title", t => t.Declared.Title.Place);
        TierGroup.Word("schedule", FactWords.Cadence, "how often its guests are backed up", Declared, t => t.Schedule).DeclaredAt("tiers[].schedule", t => t.Declared.Schedule.Place);
        TierGroup.OptionalText("calendar", "when its jobs start, as a calendar event of Proxmox VE; absent when any time will do", Declared, t => t.Declared.Calendar?.Value).DeclaredAt("tiers[].calendar", t => t.Declared.Calendar?.Place);
        TierGroup.Flag("isScheduled", "whether its guests are backed up without anybody asking", Declared, t => t.IsScheduled).DeclaredAt("tiers[].schedule", t => t.Declared.Schedule.Place);
        TierGroup.Duration("longestGap", "the longest time that may lie between two backups: the cadence plus the grace; zero on demand", Declared, t => t.LongestGap).DeclaredAt("tiers[].schedule", t => t.Declared.Schedule.Place);
        TierGroup.Number("runsInYear", "runs", "how many a year its cadence makes: 365, 52 or 12; 0 on demand", Declared, t => t.RunsInYear).DeclaredAt("tiers[].schedule", t => t.Declared.Schedule.Place);
        TierGroup.Number("keepDaily", "restore points", "how many to keep, one a day", Declared, t => t.Declared.Retention.Daily.Value).DeclaredAt("tiers[].retention", t => t.Declared.Retention.Place);
        TierGroup.Number("keepWeekly", "restore points", "how many to keep, one a week", Declared, t => t.Declared.Retention.Weekly.Value).DeclaredAt("tiers[].retention", t => t.Declared.Retention.Place);
        TierGroup.Number("keepMonthly", "restore points", "how many to keep, one a month", Declared, t => t.Declared.Retention.Monthly.Value).DeclaredAt("tiers[].retention", t => t.Declared.Retention.Place);
        TierGroup.Text("retention", "its retention in Proxmox's notation", Declared, t => t.Keep.ToString()).DeclaredAt("tiers[].retention", t => t.Declared.Retention.Place);
        TierGroup.Text("target", "storage id its backups go to; the policy's when the tier names none", Declared, t => t.Target.Value).DeclaredAt("tiers[].target", t => t.Target.Place);
        TierGroup.Word("mode", FactWords.Mode, "backup mode; the policy's when the tier names none", Declared, t => t.Mode.Value).DeclaredAt("tiers[].mode", t => t.Mode.Place);
        TierGroup.Word("compression", FactWords.Compression, "compression; the policy's when the tier names none", Declared, t => t.Compression.Value).DeclaredAt("tiers[].compression", t => t.Compression.Place);

        ServiceGroup.Text("name", "the service as the runbook names it", Declared, s => s.Declared.Name.Value).DeclaredAt("tiers[].services[].name", s => s.Declared.Name.Place);
        ServiceGroup.Flag("isFuture", "the runbook foresees it; it may be absent today", Declared, s => s.IsFuture).DeclaredAt("tiers[].services[].future", s => s.Declared.IsFuture?.Place);
        ServiceGroup.OptionalText("guestName", "the guest the policy names for it; absent for a future one", Declared, s => s.Declared.Guest?.Value).DeclaredAt("tiers[].services[].guest", s => s.Declared.Guest?.Place);
        ServiceGroup.OptionalOne("guest", GuestGroup, "that guest in the estate; absent when there is none", FactSources.Resources, s => s.Guest);
        ServiceGroup.Flag("isServed", "a live guest runs it, in this tier or a more important one", FactSources.Tier, s => s.IsServed)
            .At(s => s.Guest is { IsKnown: true, Value: { } g } ? new LivePlace($"/cluster/resources#{g.Id}", "tags") : new LivePlace("/cluster/resources", "name"));
        ServiceGroup.One("tier", TierGroup, "the tier it belongs to", Declared, s => s.Tier);
    }

    private static LivePlace PbsPlace(Estate estate, string field) => new($"/storage/{estate.Policy.Pbs?.Storage?.Value ?? "ID"}", field);

    private static string PhaseName(PolicyPhase phase) => phase switch
    {
        PolicyPhase.Transition => "transition",
        PolicyPhase.Pbs => "pbs",
        _ => "local",
    };
}
