using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Properties;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Guests;

/// <summary>How large a guest's volume is, as its configuration says: Proxmox's <c>disk-size</c> (pve-common <c>PVE/JSONSchema.pm:parse_size</c>).</summary>
internal static partial class VolumeSize
{
    private const string Units = "KMGT";

    /// <summary>Bytes of some of a guest's volumes together; unreadable when its configuration does not tell one of them.</summary>
    /// <param name="config">the guest's</param>
    /// <param name="keys">such as <c>scsi0</c></param>
    public static Observed<long> Of(GuestState guest, ImmutableSortedDictionary<string, string> config, IEnumerable<string> keys)
    {
        var sum = 0L;
        foreach (var key in keys)
        {
            if (config.GetValueOrDefault(key) is not { } value || Of(value, guest.Type == "qemu" ? "file" : "volume") is not { } size)
            {
                return Observation.Unreadable<long>(new Gap($"/nodes/{guest.Node}/{guest.Type}/{guest.VmId}/config", $"{key} does not say how large it is"));
            }

            sum += size;
        }

        return Observation.Known(sum);
    }

    /// <summary>Bytes; null when the value names no size, or one that Proxmox refuses.</summary>
    /// <param name="value">of a drive or mount point, such as <c>local-lvm:vm-100-disk-0,size=64G</c></param>
    /// <param name="defaultKey"><c>file</c> for drives, <c>volume</c> for mount points</param>
    public static long? Of(string value, string defaultKey)
    {
        var size = PropertyString.Split(value, defaultKey)?.Where(part => part.Key == "size").Select(part => part.Value).FirstOrDefault();
        if (size is null || Size().Match(size) is not { Success: true } match
            || !decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var unit = match.Groups["unit"].ValueSpan is [var letter] ? 1L << (10 * (Units.IndexOf(letter, StringComparison.Ordinal) + 1)) : 1;
        return number <= long.MaxValue / (decimal)unit ? (long)decimal.Ceiling(number * unit) : null;
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(?:\.[0-9]+)?)(?<unit>[KMGT])?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Size();
}
