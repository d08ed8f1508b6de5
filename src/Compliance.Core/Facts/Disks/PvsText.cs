using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>Reads what <c>pvs</c> prints: <c>PV VG Fmt Attr PSize PFree</c>, where a physical volume in no group leaves VG blank.</summary>
internal static class PvsText
{
    /// <summary>Physical volume to volume group, of the lines that are understood; those in no group are left out.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Volumes(IReadOnlyList<string> lines)
    {
        var columns = Columns(lines);
        return [.. lines.Skip(1).Select(Words).Where(words => IsVolume(words) && words.Length == columns).Select(words => KeyValuePair.Create(words[0], words[1]))];
    }

    /// <summary>
    /// The volume groups; null when a line is not understood (a missing device reads <c>[unknown]</c>, a warning reads anyhow),
    /// or when there is no line: that may be no volume or no LVM.
    /// </summary>
    public static ImmutableArray<VolumeGroup>? Groups(IReadOnlyList<string> lines)
    {
        var columns = Columns(lines);
        if (columns < 2 || lines.Skip(1).Select(Words).Any(words => !IsVolume(words) || (words.Length != columns && words.Length != columns - 1)))
        {
            return null;
        }

        return
        [
            .. Volumes(lines)
                .GroupBy(volume => volume.Value, volume => volume.Key, StringComparer.Ordinal)
                .Select(group => new VolumeGroup(group.Key, [.. group.Order(StringComparer.Ordinal)]))
                .OrderBy(group => group.Name, StringComparer.Ordinal),
        ];
    }

    private static int Columns(IReadOnlyList<string> lines) => lines is [var header, ..] && Words(header) is ["PV", "VG", ..] and var words ? words.Length : 0;

    private static bool IsVolume(string[] words) => words is [var device, ..] && device.StartsWith("/dev/", StringComparison.Ordinal);

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
