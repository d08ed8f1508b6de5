using System.Globalization;

namespace Compliance.Policies;

/// <summary>Writes a draft as the text of a <c>policy.yaml</c>.</summary>
public static class DraftYaml
{
    /// <param name="draft">what to write</param>
    /// <param name="schema">where editors find the schema, from the policy's folder</param>
    public static string Write(PolicyDraft draft, string schema)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var writer = new DraftWriter();
        Head(writer, draft, schema);
        Backup(writer, draft);
        writer.Line("tiers:");
        foreach (var tier in draft.Tiers)
        {
            DraftTierYaml.Write(writer, tier);
        }

        LeftOut(writer, draft);
        Exempt(writer, draft);
        Storages(writer, draft);
        Rest(writer, draft);
        return writer.ToString();
    }

    private static void Head(DraftWriter writer, PolicyDraft draft, string schema)
    {
        writer.Line($"# yaml-language-server: $schema={schema}");
        writer.Line("#");
        writer.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"# Drafted by pve-compliance init from {YamlText.Scalar(draft.Estate)} as it was at {draft.SeenAt.ToUniversalTime():yyyy-MM-dd HH:mm} UTC."));
        writer.Line("# Names are what is live. Demands are the runbook's, or what is live where that is stricter: what is live and less stays a finding.");
        writer.Line("#   guessed:     look at it, and take the comment away when it is right");
        writer.Line("#   live:        what the estate does today");
        writer.Line("#   unreadable:  the token could not see it, so nothing was guessed of it; pve-compliance doctor says what opens its eyes");
        foreach (var gap in draft.Unreadable)
        {
            writer.Line($"# {YamlText.Comment(gap)}");
        }

        writer.Line($"name: {YamlText.Scalar(draft.Name)}", YamlText.Comment("guessed: from the name of the estate"));
        writer.Line($"phase: {draft.Phase.Value}", draft.Phase.Note);
        writer.Line();
    }

    private static void Backup(DraftWriter writer, PolicyDraft draft)
    {
        foreach (var note in draft.BackupNotes)
        {
            writer.Line($"# {YamlText.Comment(note)}");
        }

        writer.Line("backup:");
        writer.Line($"  target: {YamlText.Scalar(draft.Target.Value)}", draft.Target.Note);
        writer.Line("  mode: snapshot");
        writer.Line("  guest-agent: true");
        writer.Line("  compression: zstd");
        writer.Line("  grace: 6h", "guessed: how late a run may be before it counts as missed");
        writer.Line();
    }

    private static void LeftOut(DraftWriter writer, PolicyDraft draft)
    {
        if (draft.LeftOut.IsEmpty)
        {
            return;
        }

        writer.Line("# In no tier on purpose: empty is not compliant, so check reports each of these until somebody decides.");
        foreach (var left in draft.LeftOut)
        {
            writer.Line($"#   {YamlText.Comment(left)}");
        }

        writer.Line();
    }

    private static void Exempt(DraftWriter writer, PolicyDraft draft)
    {
        if (draft.Exempt.IsEmpty)
        {
            return;
        }

        writer.Line("exempt:");
        writer.Line("  - guests:");
        writer.List("      ", "vmids", [.. draft.Exempt.Select(guest => guest with { Note = $"guessed: {guest.Note}, from being a template" })], vmid => vmid);
        writer.Line("    reason: templates, without data of their own");
        writer.Line();
    }

    private static void Storages(DraftWriter writer, PolicyDraft draft)
    {
        writer.Line("storages:");
        foreach (var storage in draft.Storages)
        {
            foreach (var note in storage.Notes)
            {
                writer.Line($"  # {YamlText.Comment(note)}");
            }

            writer.Line($"  - id: {YamlText.Scalar(storage.Id)}");
            if (storage.IsOnDisk)
            {
                writer.Line("    filesystems: [ext4, xfs]");
                writer.Line("    dedicated-disk: true");
                writer.Line("    apart-from-guests: true");
                writer.Line("    mount-point: true");
            }

            writer.Line("    network-exposure: none");
            writer.Line($"    access: [{string.Join(", ", storage.Access.Select(YamlText.Scalar))}]", storage.AccessNotes);
        }

        writer.Line();
    }

    private static void Rest(DraftWriter writer, PolicyDraft draft)
    {
        writer.Line(
            """
            copies:
              local: required
              off-host: preferred
              immutable: preferred

            notification:
              mail-relay: false         # guessed: no inventory shows whether mail arrives; true demands that failures reach somebody
              log-review-every: 7d      # guessed: how often "manual log review until then" means; record it in evidence/

            validation:
              to-new-vmid: true
              verify: [boot, service]

            """.ReplaceLineEndings("\n"));
        writer.Line("pbs:");
        writer.Line(draft.Pbs.Value is { Length: > 0 } storage ? $"  storage: {YamlText.Scalar(storage)}" : "  # storage: pbs", draft.Pbs.Note);
        writer.Line(
            """
              encrypted: true
              verified: true
              # key-custody: secrets manager    # only you know where the keys are kept

            change-control:
              documented: [target, retention, schedule, restore-failure]

            rollback:
              disable-job-after: 3      # guessed: how many failed runs in a row "if backups fail" means
              preserve-last-good: true
              review-logs: true
            """.ReplaceLineEndings("\n"));
    }
}
