using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads backup jobs.</summary>
internal static class JobRows
{
    public static JobState Job(WireRow row)
    {
        var id = row.Text("id");
        var type = row.OptionalText("type");
        if (type is not (null or "vzdump"))
        {
            throw new WireException($"job '{WireValue.Cut(id)}' is of the unknown type '{WireValue.Cut(type)}'");
        }

        return new JobState
        {
            Id = id,
            IsLegacy = type is null,
            IsEnabled = row.OptionalFlag("enabled") ?? true,
            Schedule = row.OptionalText("schedule"),
            Node = row.OptionalText("node"),
            All = row.OptionalFlag("all") ?? false,
            VmIds = row.VmIds("vmid"),
            Exclude = row.VmIds("exclude"),
            Pool = row.OptionalText("pool"),
            Storage = row.OptionalText("storage"),
            DumpDir = row.OptionalText("dumpdir"),
            Mode = row.OptionalText("mode"),
            Compress = row.OptionalText("compress"),
            PruneBackups = row.OptionalPropertyString("prune-backups"),
            Remove = row.OptionalFlag("remove"),
            Comment = row.OptionalText("comment"),
            NotificationMode = row.OptionalText("notification-mode"),
            MailTo = row.OptionalText("mailto"),
            MailNotification = row.OptionalText("mailnotification"),
            LeftoverNotification = row.OptionalText("notification-target") ?? row.OptionalText("notification-policy"),
            MaxFiles = row.OptionalInt("maxfiles"),
            RepeatMissed = row.OptionalFlag("repeat-missed") ?? false,
            IsProtecting = row.OptionalFlag("protected") ?? false,
            ExcludePaths = ExcludePaths(row),
            Included = NotCollected.Value<ImmutableArray<IncludedGuest>>($"/cluster/backup/{Endpoint.Segment(id)}/included_volumes"),
        };
    }

    /// <summary>From <c>included_volumes</c>. A guest that is gone has neither name nor children.</summary>
    public static ImmutableArray<IncludedGuest> Included(Envelope envelope)
    {
        var guests = WireRow.Read(new WireRow(envelope.Data).Required("children"), row =>
        {
            var volumes = row.TryFind("children", out var children) ? WireRow.Read(children, Volume) : [];
            volumes.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
            return new IncludedGuest(row.Int("id"), row.Text("type"), [.. volumes]);
        });
        guests.Sort((a, b) => a.VmId.CompareTo(b.VmId));
        return [.. guests];
    }

    public static VzdumpSettings Defaults(Envelope envelope)
    {
        var row = new WireRow(envelope.Data);
        var storage = row.OptionalText("storage");
        return new VzdumpSettings
        {
            Storage = storage,
            DumpDir = storage is null ? row.OptionalText("dumpdir") : null,
            Mode = row.OptionalText("mode"),
            Compress = row.OptionalText("compress"),
            PruneBackups = row.OptionalPropertyString("prune-backups"),
            Remove = row.OptionalFlag("remove"),
            NotificationMode = row.OptionalText("notification-mode"),
            MailTo = row.OptionalText("mailto"),
        };
    }

    /// <summary>The id reads <c>101:scsi1</c>.</summary>
    private static IncludedVolume Volume(WireRow row)
    {
        var id = row.Text("id");
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || !int.TryParse(id.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? throw new WireException($"volume id \"{WireValue.Cut(id)}\" does not read VMID:KEY")
            : new IncludedVolume(id[(colon + 1)..], row.Text("name"), row.Flag("included"), row.OptionalText("reason") ?? "");
    }

    private static ImmutableArray<string> ExcludePaths(WireRow row)
    {
        if (!row.TryFind("exclude-path", out var paths))
        {
            return [];
        }

        if (paths.ValueKind != JsonValueKind.Array)
        {
            return [.. row.List("exclude-path").Order(StringComparer.Ordinal)];
        }

        return [.. paths.EnumerateArray().Select(path => WireValue.Text(path)
            ?? throw new WireException($"field 'exclude-path' holds {WireValue.Show(path)} in place of a path")).Order(StringComparer.Ordinal)];
    }
}
