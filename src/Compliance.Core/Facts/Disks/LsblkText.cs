using System.Collections.Immutable;

namespace Compliance.Core.Facts.Disks;

/// <summary>Reads what <c>lsblk --ascii -M</c> prints: a tree of names, then columns.</summary>
internal static class LsblkText
{
    // What --ascii and the drawing characters of a terminal put before a name.
    private const string Drawing = " |`'-+,.>:├└─│┌┬┐┆┈▶";

    // Columns before the mount points: NAME MAJ:MIN RM SIZE RO TYPE.
    private const int TypeColumn = 5;

    public static ImmutableArray<BlockDevice> Parse(IReadOnlyList<string> lines)
    {
        var header = lines.FirstOrDefault(l => l.StartsWith("NAME", StringComparison.Ordinal)) ?? string.Empty;
        var mounts = (From: header.IndexOf("MOUNTPOINT", StringComparison.Ordinal), To: header.IndexOf("HOTPLUG", StringComparison.Ordinal));
        // With -M a device on several others (md, multipath, a volume over two disks) is drawn with arrows, not below its
        // parents. Then only what has one parent by nature can be told from the tree.
        var isMerged = lines.Any(l => Prefix(l).AsSpan().ContainsAny('>', '▶'));
        Dictionary<string, BlockDevice> devices = new(StringComparer.Ordinal);
        List<string> order = [];
        Stack<(int Column, string Device)> above = new();
        foreach (var line in lines.Where(l => !ReferenceEquals(l, header)))
        {
            if (Row(line, mounts) is not { } row)
            {
                AddMountPoint(devices, order, Slice(line, mounts));
                continue;
            }

            var column = Prefix(line).Length;
            while (above.Count > 0 && above.Peek().Column >= column)
            {
                above.Pop();
            }

            var isProved = row.Type is not "disk" && (!isMerged || row.Type is "part" or "crypt");
            ImmutableArray<string> parents = isProved && above.Count > 0 ? [above.Peek().Device] : [];
            above.Push((column, row.Device));
            order.Add(row.Device);
            // Without -M the device stands below each of its parents.
            devices[row.Device] = devices.TryGetValue(row.Device, out var known)
                ? known with { Parents = [.. known.Parents.Union(parents, StringComparer.Ordinal)] }
                : row with { Parents = parents };
        }

        return [.. order.Distinct(StringComparer.Ordinal).Select(d => devices[d])];
    }

    private static BlockDevice? Row(string line, (int From, int To) mounts)
    {
        var words = line[Prefix(line).Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= TypeColumn || !words[1].Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var type = words[TypeColumn];
        var name = words[0].Replace('!', '/');
        var device = type is "lvm" or "crypt" or "mpath" or "dm" ? "/dev/mapper/" + name : "/dev/" + name;
        var mount = Slice(line, mounts);
        if (mount.Length == 0 && words.Length > TypeColumn + 1 && IsMountPoint(words[TypeColumn + 1]))
        {
            mount = words[TypeColumn + 1];
        }

        return new BlockDevice(device, type, IsMountPoint(mount) ? [mount] : [], [], Array.Find(words[TypeColumn..], IsWwn));
    }

    /// <summary>A device mounted in several places goes on in lines that hold nothing but the place.</summary>
    private static void AddMountPoint(Dictionary<string, BlockDevice> devices, List<string> order, string mount)
    {
        if (order.Count > 0 && IsMountPoint(mount))
        {
            var device = devices[order[^1]];
            devices[order[^1]] = device with { MountPoints = device.MountPoints.Add(mount) };
        }
    }

    private static string Prefix(string line) => line[..(line.Length - line.AsSpan().TrimStart(Drawing).Length)];

    private static string Slice(string line, (int From, int To) column)
        => column.From < 0 || column.From >= line.Length ? string.Empty
            : column.To > column.From && column.To < line.Length ? line[column.From..column.To].Trim()
            : line[column.From..].Trim();

    private static bool IsMountPoint(string text) => text.StartsWith('/') || text == "[SWAP]";

    private static bool IsWwn(string word)
        => word.StartsWith("0x", StringComparison.Ordinal) || word.StartsWith("eui.", StringComparison.Ordinal)
            || word.StartsWith("naa.", StringComparison.Ordinal) || word.StartsWith("nvme.", StringComparison.Ordinal);
}
