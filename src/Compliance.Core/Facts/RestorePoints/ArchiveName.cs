using System.Globalization;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Schedules;

namespace Compliance.Core.Facts.RestorePoints;

/// <summary>
/// What Proxmox VE reads from the name of a backup: pve-storage PVE/Storage.pm (archive_info), PVE/Storage/Plugin.pm
/// (get_subdir_files) and PVE/Storage/PBSPlugin.pm. Only standard names take part in pruning; any other file with a suitable
/// extension is listed as well, and may be attributed to a guest that does not exist.
/// </summary>
public sealed partial record ArchiveName
{
    public const string UnknownType = "unknown";

    /// <summary>The file, or for Proxmox Backup Server <c>vm/100/2026-11-22T20:00:02Z</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>qemu</c>, <c>lxc</c>, <c>openvz</c>, or <c>unknown</c> for a name that vzdump does not make.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// The guest the listing attributes it to; null when it finds none. Certain only for a standard name:
    /// <c>pve-host-2026-11-23.tgz</c> is listed for guest 2026.
    /// </summary>
    public required int? Vmid { get; init; }

    /// <summary>The guest whose rights decide whether the row is shown; null: only <c>Datastore.Allocate</c> shows it.</summary>
    public required long? OwnerVmid { get; init; }

    /// <summary>A name that vzdump or Proxmox Backup Server gave. All others are marked <c>renamed</c> and never pruned.</summary>
    public required bool IsStandard { get; init; }

    /// <summary>The time in the name; null when it has none. On directory storages it is local time of the node that reads it.</summary>
    public required DateTimeOffset? Time { get; init; }

    /// <summary>The extension as listed, such as <c>vma.zst</c>, or <c>pbs-vm</c>.</summary>
    public required string Format { get; init; }

    /// <summary>
    /// <c>zst</c>, <c>gz</c>, <c>lzo</c> or <c>bz2</c>; null for no compression, and for Proxmox Backup Server, which always
    /// compresses.
    /// </summary>
    public required string? Compression { get; init; }

    /// <summary>A snapshot of Proxmox Backup Server instead of a file.</summary>
    public required bool IsPbs { get; init; }

    /// <summary>Reads a name; null when Proxmox does not list such a file at all.</summary>
    /// <param name="volume">a volume id, a path, or a bare file name</param>
    /// <param name="zone">local zone of the node that lists the storage</param>
    public static ArchiveName? Parse(string volume, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(volume);
        if (PbsVolume().Match(volume) is { Success: true } snapshot)
        {
            return Snapshot(snapshot);
        }

        var name = volume[(volume.LastIndexOf('/') + 1)..];
        if (Listed().Match(name) is not { Success: true } listed)
        {
            return null;
        }

        var vzdump = Vzdump().Match(name);
        var standard = Standard().Match(name);
        var time = standard.Success ? LocalTime(standard.Groups["time"].Value, zone) : null;

        // A date such as 2026_13_40 makes archive_info fail as a whole, and with it the type is lost.
        var isBroken = standard.Success && time is null;
        var compression = listed.Groups["compression"];
        var guest = Guest().Match(name);
        return new ArchiveName
        {
            Name = name,
            Type = vzdump.Success && !isBroken ? vzdump.Groups["type"].Value : UnknownType,
            Vmid = guest.Success ? int.Parse(guest.Groups["vmid"].ValueSpan, CultureInfo.InvariantCulture) : null,
            OwnerVmid = long.TryParse(
                Owner().Match(name).Groups["vmid"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var owner) ? owner : null,
            IsStandard = time is not null,
            Time = time,
            Format = listed.Groups["format"].Value,
            Compression = listed.Groups["format"].ValueSpan is "tgz" ? "gz" : compression.Success ? compression.Value : null,
            IsPbs = false,
        };
    }

    private static ArchiveName? Snapshot(Match match)
    {
        const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";
        var text = match.Groups["time"].ValueSpan;
        if (!DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var kind = match.Groups["kind"].Value;
        int? vmid = int.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return new ArchiveName
        {
            Name = match.Groups["name"].Value,
            Type = kind switch { "vm" => "qemu", "ct" => "lxc", _ => UnknownType },
            Vmid = vmid,
            OwnerVmid = vmid,
            IsStandard = true,
            Time = time,
            Format = "pbs-" + kind,
            Compression = null,
            IsPbs = true,
        };
    }

    private static DateTimeOffset? LocalTime(string text, TimeZoneInfo zone)
        => DateTime.TryParseExact(text, "yyyy_MM_dd-HH_mm_ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? DateTimeOffset.FromUnixTimeSeconds(new ZoneClock(zone).EpochOf(local))
            : null;

    [GeneratedRegex(@"^(?:[^/:]+:)?backup/(?<name>(?<kind>vm|ct|host)/(?<id>[^\s/]+)/(?<time>[0-9-]{10}T[0-9:]{8}Z))\z")]
    private static partial Regex PbsVolume();

    [GeneratedRegex(@"^.+\.(?<format>tgz|(?:tar|vma)(?:\.(?<compression>gz|lzo|zst|bz2))?)\z")]
    private static partial Regex Listed();

    [GeneratedRegex(@"^vzdump-(?<type>lxc|openvz|qemu)-.+\.")]
    private static partial Regex Vzdump();

    [GeneratedRegex(@"^vzdump-(?:lxc|openvz|qemu)-[1-9][0-9]{2,8}-(?<time>[0-9]{4}_[0-9]{2}_[0-9]{2}-[0-9]{2}_[0-9]{2}_[0-9]{2})\.(?:tgz|(?:tar|vma)(?:\.(?:gz|lzo|zst|bz2))?)\z")]
    private static partial Regex Standard();

    [GeneratedRegex(@"-(?<vmid>[1-9][0-9]{2,8})-.+\.")]
    private static partial Regex Guest();

    [GeneratedRegex(@"^vzdump-(?:openvz|lxc|qemu)-(?<vmid>[0-9]+)-.+")]
    private static partial Regex Owner();
}
