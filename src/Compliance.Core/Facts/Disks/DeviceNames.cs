using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>What device names themselves say.</summary>
internal static class DeviceNames
{
    /// <summary>The volume group in <c>/dev/VG/LV</c> or <c>/dev/mapper/VG-LV</c>; null when the name has neither form.</summary>
    public static string? VolumeGroupOf(string device)
        => device.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["dev", "mapper", var name] => MapperGroup(name),
            ["dev", var group, _] when group is not ("mapper" or "disk" or "md" or "zvol" or "cciss") => group,
            _ => null,
        };

    /// <summary>The disk whose by-id link the name is, or whose serial number or WWN is written in it; null when not exactly one.</summary>
    public static string? ById(string link, IEnumerable<DiskRow> disks)
    {
        var slash = link.LastIndexOf('/');
        var (name, partition) = WithoutPartition(link[(slash + 1)..]);
        var folder = link[..(slash + 1)];
        var fits = disks.Where(d => d.ByIdLink == folder + name || IsNamedIn(name, d)).Select(d => d.DevPath).Distinct().ToArray();
        return fits is [var disk] ? disk + Suffix(disk, partition) : null;
    }

    // lvm2 doubles each dash of a name; the single one separates group and volume.
    private static string? MapperGroup(string name)
    {
        var group = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] == '-')
            {
                if (at + 1 >= name.Length || name[at + 1] != '-')
                {
                    return group.ToString();
                }

                at++;
            }

            group.Append(name[at]);
        }

        return null;
    }

    private static bool IsNamedIn(string name, DiskRow disk)
    {
        // udev writes an underscore for what does not fit a file name, and a namespace number behind an NVMe serial.
        var serial = PhysicalDisk.Told(disk.Serial)?.Replace(' ', '_');
        var wwn = PhysicalDisk.Told(disk.Wwn);
        return (serial is not null && (name.EndsWith("_" + serial, StringComparison.Ordinal) || name.EndsWith("_" + serial + "_1", StringComparison.Ordinal)))
            || (wwn is not null && (name == "wwn-" + wwn || name == "nvme-" + wwn));
    }

    private static (string Name, int? Partition) WithoutPartition(string name)
    {
        var at = name.LastIndexOf("-part", StringComparison.Ordinal);
        return at > 0 && int.TryParse(name.AsSpan(at + "-part".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (name[..at], number)
            : (name, null);
    }

    private static string Suffix(string disk, int? partition)
        => partition is not { } number ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"{(char.IsAsciiDigit(disk[^1]) ? "p" : "")}{number}");
}
