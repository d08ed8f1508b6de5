using Compliance.Core.Facts.Retentions;

namespace Compliance.Policies;

/// <summary>Writes a tier of a draft.</summary>
internal static class DraftTierYaml
{
    public static void Write(DraftWriter writer, TierDraft tier)
    {
        writer.Line($"  - tier: {tier.Level}", tier.Level > RunbookTable.Last ? "guessed: from names; the runbook has no such tier" : null);
        writer.Line($"    title: {RunbookTable.Title(tier.Level)}");
        if (tier.Level == 0)
        {
            writer.Line("    hosts: [\"*\"]");
            writer.Line("    host-paths: [/etc/pve, /etc/network/interfaces, /etc/pve/storage.cfg]");
            writer.Line("    backup-before: [upgrade, network-change, storage-change]");
        }

        Services(writer, tier);
        if (tier.HasGuests)
        {
            writer.Line("    guests:");
            writer.List("      ", "tags", tier.Tags, YamlText.Scalar);
            writer.List("      ", "pools", tier.Pools, YamlText.Scalar);
            writer.List("      ", "vmids", tier.VmIds, vmid => vmid);
        }

        writer.List("    ", "jobs", tier.Jobs, YamlText.Scalar);
        writer.Line($"    schedule: {TierPlan.WordOf(tier.Schedule)}", tier.ScheduleNote);
        writer.Line($"    retention: {{ keep-daily: {tier.Keep.Daily}, keep-weekly: {tier.Keep.Weekly}, keep-monthly: {tier.Keep.Monthly} }}", tier.KeepNotes);
        writer.Line();
    }

    private static void Services(DraftWriter writer, TierDraft tier)
    {
        if (tier.Services.IsEmpty)
        {
            return;
        }

        writer.Line("    # services:                # guessed: from names of guests; take the # away from what is right");
        foreach (var service in tier.Services)
        {
            writer.Line($"    #   - {{ name: {YamlText.Scalar(service.Note!)}, guest: {YamlText.Scalar(service.Value)} }}");
        }
    }
}
