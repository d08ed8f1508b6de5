using System.Globalization;
using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Access;

/// <summary>What access to a volume depends on: its storage, what it is, and whose it is (pve-storage <c>Plugin.pm:parse_volname</c>).</summary>
/// <param name="Storage">storage id</param>
/// <param name="Kind"><c>backup</c>, <c>iso</c>, <c>vztmpl</c>, <c>snippets</c>, <c>import</c>, <c>rootdir</c> or <c>images</c></param>
/// <param name="Owner">the guest it belongs to; null when the name tells none</param>
public sealed partial record VolumeName(string Storage, string Kind, int? Owner)
{
    /// <summary>Reads a volume id; null for what is a path of the file system.</summary>
    public static VolumeName? Parse(string volumeId)
    {
        var parts = Whole().Match(volumeId);
        if (!parts.Success)
        {
            return null;
        }

        var (storage, name) = (parts.Groups[1].Value, parts.Groups[2].Value);
        var folder = name.Contains('/', StringComparison.Ordinal) ? name[..name.IndexOf('/', StringComparison.Ordinal)] : string.Empty;
        return folder switch
        {
            "backup" => new VolumeName(storage, folder, Number(Archive().Match(name))),
            "iso" or "vztmpl" or "snippets" or "import" => new VolumeName(storage, folder, null),
            "rootdir" => new VolumeName(storage, folder, Number(Guest().Match(name))),

            // All else is a disk: 100/vm-100-disk-0.qcow2, or vm-100-disk-0 on storages without folders.
            _ => new VolumeName(storage, "images", Number(Guest().Match(name))),
        };
    }

    private static int? Number(Match match)
        => match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    // pve-storage Plugin.pm:parse_volume_id
    [GeneratedRegex(@"\A([a-z][a-z0-9\-_.]*[a-z0-9]):(.+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\Abackup/(?:vzdump-(?:openvz|lxc|qemu)-|(?:vm|ct)/)([0-9]+)[-/].+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Archive();

    [GeneratedRegex(@"\A(?:rootdir/)?(?:vm-|base-|subvol-|basevol-)?([0-9]+)(?:[/-]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Guest();
}
