using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the sections of a policy that hold for every tier.</summary>
internal static class DemandReader
{
    public static readonly ValueReader<Placed<string>?> Mode = Values.OneOf("snapshot", "suspend", "stop");

    public static readonly ValueReader<Placed<string>?> Compression = Values.OneOf("zstd", "gzip", "lzo", "none");

    /// <summary>How late a run may be when the policy does not say.</summary>
    private static readonly TimeSpan DefaultGrace = TimeSpan.FromHours(6);

    private static readonly ValueReader<Placed<string>?> Wish = Values.OneOf("required", "preferred", "not-demanded");

    public static BackupDemand? Backup(YamlNode node, Field field)
    {
        if (Fields.Of(node, "backup", field) is not { } fields)
        {
            return null;
        }

        var target = fields.Required(
            "target",
            Values.Of(TextForms.StorageId),
            "Name the storage that backups go to, such as target: local-backup.");
        var mode = fields.Required("mode", Mode, "Write mode: snapshot, suspend or stop.");
        var guestAgent = fields.Optional("guest-agent", Values.Boolean);
        var compression = fields.Required("compression", Compression, "Write compression: zstd, gzip, lzo or none.");
        var grace = fields.Optional("grace", Values.Duration);
        fields.Close();
        if (target is null || mode is null || compression is null)
        {
            return null;
        }

        return new BackupDemand
        {
            Target = target.Value,
            Mode = mode.Value,
            GuestAgent = guestAgent,
            Compression = compression.Value,
            Grace = grace ?? new Placed<TimeSpan>(DefaultGrace, fields.Place),
        };
    }

    public static CopiesDemand? Copies(YamlNode node, Field field)
    {
        if (Fields.Of(node, "copies", field) is not { } fields)
        {
            return null;
        }

        var copies = new CopiesDemand
        {
            Local = fields.Optional("local", Wish),
            OffHost = fields.Optional("off-host", Wish),
            Immutable = fields.Optional("immutable", Wish),
        };
        fields.Close();
        return copies;
    }

    public static NotificationDemand? Notification(YamlNode node, Field field)
    {
        if (Fields.Of(node, "notification", field) is not { } fields)
        {
            return null;
        }

        var hasRelay = fields.Required("mail-relay", Values.Boolean, "Write mail-relay: true when one exists, else false.");
        var recipients = fields.List("recipients", Values.Of(TextForms.Email));
        var review = fields.Optional("log-review-every", Values.Duration);
        fields.Close();
        return hasRelay is null
            ? null
            : new NotificationDemand { HasMailRelay = hasRelay.Value, Recipients = recipients, LogReviewEvery = review };
    }

    public static ValidationDemand? Validation(YamlNode node, Field field)
    {
        if (Fields.Of(node, "validation", field) is not { } fields)
        {
            return null;
        }

        var validation = new ValidationDemand
        {
            RestoreTestEvery = fields.Optional("restore-test-every", Values.Duration),
            ToNewVmId = fields.Optional("to-new-vmid", Values.Boolean),
            Verify = fields.List("verify", Values.Of(TextForms.Slug)),
            DocumentIn = fields.List("document-in", Values.Of(TextForms.Slug)),
            DocumentOncePerTierIn = fields.List("document-once-per-tier-in", Values.Of(TextForms.Slug)),
        };
        fields.Close();
        return validation;
    }

    public static PbsDemand? Pbs(YamlNode node, Field field)
    {
        if (Fields.Of(node, "pbs", field) is not { } fields)
        {
            return null;
        }

        var pbs = new PbsDemand
        {
            Storage = fields.Optional("storage", Values.Of(TextForms.StorageId)),
            IsEncrypted = fields.Optional("encrypted", Values.Boolean),
            IsVerified = fields.Optional("verified", Values.Boolean),
            KeyCustody = fields.Optional("key-custody", Values.Text),
        };
        fields.Close();
        return pbs;
    }

    public static ChangeControl? Changes(YamlNode node, Field field)
    {
        if (Fields.Of(node, "change-control", field) is not { } fields)
        {
            return null;
        }

        var documented = fields.Required(
            "documented",
            Lists.Of(Values.OneOf("target", "retention", "schedule", "restore-failure")),
            "List what must be documented: target, retention, schedule, restore-failure.");
        fields.Close();
        return documented.IsDefault ? null : new ChangeControl(documented, fields.Place);
    }

    public static RollbackDemand? Rollback(YamlNode node, Field field)
    {
        if (Fields.Of(node, "rollback", field) is not { } fields)
        {
            return null;
        }

        var rollback = new RollbackDemand
        {
            DisableJobAfter = fields.Optional("disable-job-after", Values.Integer(1, 99)),
            PreserveLastGood = fields.Optional("preserve-last-good", Values.Boolean),
            ReviewLogs = fields.Optional("review-logs", Values.Boolean),
        };
        fields.Close();
        return rollback;
    }
}
