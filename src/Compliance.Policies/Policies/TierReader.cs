using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>tiers:</c>, and what selects guests.</summary>
internal static class TierReader
{
    /// <summary>More restore points than anyone keeps; larger numbers are slips.</summary>
    private const int MostKept = 9999;

    /// <summary>The highest vmid of Proxmox VE (pve-common JSONSchema.pm, standard option pve-vmid).</summary>
    private const int LastVmId = 999_999_999;

    private static readonly ValueReader<Placed<Cadence>?> Schedule = Values.OneOf(
        ("daily", Cadence.Daily), ("weekly", Cadence.Weekly), ("monthly", Cadence.Monthly), ("on-demand", Cadence.OnDemand));

    /// <summary>A change that demands a fresh backup first.</summary>
    public static readonly ValueReader<Placed<ChangeKind>?> Change = Values.OneOf(
        ("upgrade", ChangeKind.Upgrade), ("network-change", ChangeKind.NetworkChange), ("storage-change", ChangeKind.StorageChange));

    public static Tier? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "tier", field) is not { } fields)
        {
            return null;
        }

        var level = fields.Required("tier", Values.Integer(0, 9), "Number it: 0 matters most.");
        var title = fields.Required("title", Values.Text, "Name it as the runbook does, such as title: Core services.");
        var hosts = fields.List("hosts", Values.Of(TextForms.NameGlob));
        var hostPaths = fields.List("host-paths", Values.Of(TextForms.HostPath));
        var archives = fields.Optional("host-archives", Lists.OfRecords(HostArchiveSourceReader.Read));
        var before = fields.List("backup-before", Change);
        var services = fields.Optional("services", Lists.OfRecords(ReadService));
        var guests = fields.Optional("guests", Selector);
        var jobs = fields.List("jobs", Values.Of(TextForms.JobGlob));
        var schedule = fields.Required("schedule", Schedule, "Write schedule: daily, weekly, monthly or on-demand.");
        var calendar = fields.Optional("calendar", CalendarReader.Read);
        var grace = fields.Optional("grace", Values.Duration);
        var retention = fields.Required("retention", Retention, "Write retention: with keep-daily, keep-weekly and keep-monthly.");
        var mode = fields.Optional("mode", DemandReader.Mode);
        var compression = fields.Optional("compression", DemandReader.Compression);
        var target = fields.Optional("target", Values.Of(TextForms.StorageId));
        fields.Close();
        CheckMembers(fields);
        if (level is null || title is null || schedule is null || retention is null)
        {
            return null;
        }

        return new Tier
        {
            Level = level.Value,
            Title = title.Value,
            Hosts = hosts,
            HostPaths = hostPaths,
            HostArchives = archives.IsDefault ? [] : archives,
            Before = before,
            Services = services.IsDefault ? [] : services,
            Guests = guests,
            Jobs = jobs,
            Schedule = schedule.Value,
            Calendar = calendar,
            Grace = grace,
            Retention = retention,
            Mode = mode,
            Compression = compression,
            Target = target,
            Place = fields.Place,
        };
    }

    public static Exemption? Exemption(YamlNode node, Field field)
    {
        if (Fields.Of(node, "exemption", field) is not { } fields)
        {
            return null;
        }

        var guests = fields.Required("guests", Selector, "Say which guests, such as guests: { tags: [template] }.");
        var reason = fields.Required("reason", Values.Text, "Say why these guests need no backup; the report prints it.");
        fields.Close();
        return guests is null || reason is null ? null : new Exemption(guests, reason.Value, fields.Place);
    }

    private static GuestSelector? Selector(YamlNode node, Field field)
    {
        if (Fields.Of(node, "guests", field) is not { } fields)
        {
            return null;
        }

        var selector = new GuestSelector
        {
            Tags = fields.List("tags", Values.Of(TextForms.Tag)),
            Pools = fields.List("pools", Values.Of(TextForms.Pool)),
            Names = fields.List("names", Values.Of(TextForms.NameGlob)),
            VmIds = fields.List("vmids", Values.Integer(100, LastVmId)),
            Place = fields.Place,
        };
        fields.Close();
        return selector;
    }

    private static Service? ReadService(YamlNode node, Field field)
    {
        if (Fields.Of(node, "service", field) is not { } fields)
        {
            return null;
        }

        var name = fields.Required("name", Values.Text, "Name it as the runbook does.");
        var guest = fields.Optional("guest", NameOrVmId);
        var isFuture = fields.Optional("future", Values.Boolean);
        fields.Close();
        if (!fields.Has("guest") && (!fields.Has("future") || isFuture is { Value: false }))
        {
            var which = name is { } known ? $" {Words.Quoted(known.Value)}" : "";
            fields.Problems.Add(
                ProblemCodes.ServiceWithoutGuest,
                fields.Place,
                $"the service{which} has no guest",
                "Name the guest that runs it, or write future: true while there is none.");
        }

        return name is null ? null : new Service { Name = name.Value, Guest = guest, IsFuture = isFuture, Place = fields.Place };
    }

    private static Placed<string>? NameOrVmId(YamlNode node, Field field)
    {
        if (node is not YamlScalar { Kind: ScalarKind.Integer } scalar)
        {
            return Values.Of(TextForms.GuestName)(node, field);
        }

        return Values.Integer(100, LastVmId)(node, field) is null ? null : new Placed<string>(scalar.Value, scalar.Place);
    }

    private static RetentionDemand? Retention(YamlNode node, Field field)
    {
        if (Fields.Of(node, "retention", field) is not { } fields)
        {
            return null;
        }

        var notWritten = new Placed<int>(0, fields.Place);
        var retention = new RetentionDemand
        {
            Daily = fields.Optional("keep-daily", Values.Integer(0, MostKept)) ?? notWritten,
            Weekly = fields.Optional("keep-weekly", Values.Integer(0, MostKept)) ?? notWritten,
            Monthly = fields.Optional("keep-monthly", Values.Integer(0, MostKept)) ?? notWritten,
            Place = fields.Place,
        };
        fields.Close();
        return retention;
    }

    private static void CheckMembers(Fields fields)
    {
        if (!fields.Has("hosts") && !fields.Has("guests") && !fields.Has("services"))
        {
            fields.Problems.Add(ProblemCodes.TierOfNothing, fields.Place, "the tier has no members", "Write hosts, guests or services.");
        }
    }
}
