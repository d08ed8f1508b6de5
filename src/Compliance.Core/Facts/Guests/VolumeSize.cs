using System.Globalization;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Guests;

/// <summary>How large a guest's volume is, as its configuration says: Proxmox's <c>disk-size</c> (pve-common <c>PVE/JSONSchema.pm:parse_size</c>).</summary>
internal static partial class VolumeSize
{
    private const string Units = "KMGT";

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
