using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>
/// What the system report of a node (<c>/nodes/N/report</c>, pve-manager <c>PVE/Report.pm</c>) proves about mounts and devices.
/// It is text for people: what does not read as expected is left out, never guessed.
/// </summary>
public sealed record NodeReportText
{
    /// <summary>In the order of <c>findmnt</c>: of two on one target the later lies on top.</summary>
    public required ImmutableArray<MountEntry> Mounts { get; init; }

    /// <summary>Links below <c>/dev/disk</c>.</summary>
    public required ImmutableArray<DeviceLink> Links { get; init; }

    public required ImmutableArray<BlockDevice> BlockDevices { get; init; }

    /// <summary>Physical volume to volume group, from <c>pvs</c>; those in no group are left out.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> PhysicalVolumes { get; init; }

    /// <summary>The volume groups, from <c>pvs</c>; null unless each of its lines is understood, for what is left out may be one.</summary>
    public required ImmutableArray<VolumeGroup>? VolumeGroups { get; init; }

    /// <summary>The ZFS pools, from <c>zpool status</c>; null unless each of its lines is understood.</summary>
    public required ImmutableArray<ZfsPool>? ZfsPools { get; init; }

    /// <summary>Nothing is known.</summary>
    public static NodeReportText Empty { get; } = Parse(string.Empty);

    /// <summary>Whether it can tell what is mounted where: a table without <c>/</c> is no table.</summary>
    public bool HasMounts => Mounts.Any(m => m.Target == "/");

    /// <param name="report">the report or a part of it, with the <c># command</c> lines</param>
    public static NodeReportText Parse(string report)
    {
        var lines = report.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        var volumes = Section(lines, "# pvs");
        return new NodeReportText
        {
            Mounts = FindmntText.Parse(Section(lines, "# findmnt")),
            Links = ParseLinks(Section(lines, "# ls -l /dev/disk")),
            BlockDevices = LsblkText.Parse(Section(lines, "# lsblk")),
            PhysicalVolumes = PvsText.Volumes(volumes),
            VolumeGroups = PvsText.Groups(volumes),
            ZfsPools = ZpoolStatusText.Pools(Section(lines, "# zpool status")),
        };
    }

    /// <summary>The mount a path lies on; null when the report tells no mounts.</summary>
    public MountEntry? MountOf(string path)
        => HasMounts ? Mounts.Where(m => StoragePath.IsWithin(path, m.Target)).Reverse().MaxBy(m => m.Target.Length) : null;

    /// <summary>The device a link such as <c>/dev/disk/by-uuid/…</c> names; null when unknown or ambiguous.</summary>
    public string? DeviceOf(string link)
    {
        var parts = link.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["dev", "disk", var folder, var name])
        {
            return null;
        }

        var named = Links.Where(l => l.Name == name && (l.Folder is null || l.Folder == folder)).Select(l => l.Device).Distinct().ToArray();
        return named is [var device] ? device : null;
    }

    /// <summary><c>/dev/mapper/pve-root</c> for <c>/dev/dm-0</c>, from udev's link <c>dm-name-…</c>; null when there is none.</summary>
    internal string? MapperNameOf(string device)
    {
        const string prefix = "dm-name-";
        var link = Links.FirstOrDefault(l => l.Device == device && l.Name.StartsWith(prefix, StringComparison.Ordinal));
        return link is null ? null : "/dev/mapper/" + link.Name[prefix.Length..];
    }

    private static List<string> Section(string[] lines, string command)
        => [.. lines
            .SkipWhile(l => !l.StartsWith(command, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(l => !l.StartsWith("# ", StringComparison.Ordinal) && !l.StartsWith("====", StringComparison.Ordinal))
            .Where(l => !string.IsNullOrWhiteSpace(l))];

    private static ImmutableArray<DeviceLink> ParseLinks(List<string> lines)
    {
        var links = ImmutableArray.CreateBuilder<DeviceLink>();
        string? folder = null;
        foreach (var line in lines)
        {
            var text = line.Trim();
            if (text.StartsWith("/dev/disk/", StringComparison.Ordinal) && text.EndsWith(':'))
            {
                folder = text["/dev/disk/".Length..].TrimEnd(':', '/');
                continue;
            }

            var arrow = text.IndexOf(" -> ", StringComparison.Ordinal);
            if (arrow < 0 || !text.StartsWith('l'))
            {
                continue;
            }

            // No name below /dev/disk holds a space: udev writes \x20.
            var name = text[(text.LastIndexOf(' ', arrow - 1) + 1)..arrow];
            var target = text[(arrow + " -> ".Length)..].Trim();
            while (target.StartsWith("../", StringComparison.Ordinal))
            {
                target = target["../".Length..];
            }

            links.Add(new DeviceLink(folder, name, target.StartsWith('/') ? target : "/dev/" + target));
        }

        return links.ToImmutable();
    }
}
