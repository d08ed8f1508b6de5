using System.Globalization;
using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.HostArchives;

/// <summary>
/// The name of an archive of a host's configuration as <c>host-backup</c> writes it:
/// <c>pve-host-NODE-20261123T201500Z.tar.zst</c>. An archive of another origin has another name; then its node is read from what is inside.
/// </summary>
/// <param name="Node">name of the node, as Proxmox has it</param>
/// <param name="TakenAt">in UTC, to the second</param>
public sealed partial record HostArchiveName(string Node, DateTimeOffset TakenAt)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads a file name without its folder; null for one that <c>host-backup</c> does not write.</summary>
    public static HostArchiveName? Parse(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var match = Own().Match(fileName);
        return match.Success
            && DateTimeOffset.TryParseExact(match.Groups["time"].ValueSpan, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? new HostArchiveName(match.Groups["node"].Value, time)
                : null;
    }

    /// <summary>Whether this can be the name of a node.</summary>
    public static bool IsNode(string name) => Label().IsMatch(name);

    public override string ToString()
        => $"pve-host-{Node}-{TakenAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}.tar.zst";

    // Node names are host names (pve-configid's pve-node): one label of at most 63 letters, digits and hyphens.
    [GeneratedRegex(@"^pve-host-(?<node>[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)-(?<time>[0-9]{8}T[0-9]{6}Z)\.tar\.zst\z")]
    private static partial Regex Own();

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Label();
}
