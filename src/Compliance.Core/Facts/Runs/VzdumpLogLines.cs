using System.Globalization;
using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Runs;

/// <summary>
/// The lines of a vzdump log that tell something. In a task's log they begin with the level, in a log beside an archive with the
/// time as well (pve-guest-common <c>PVE/VZDump/Plugin.pm:debugmsg</c>).
/// </summary>
internal static partial class VzdumpLogLines
{
    public const string Job = "starting new backup job: ";

    /// <summary>A line inside of a guest as what it is about and what it says; null when it says nothing of interest.</summary>
    public static (string About, string Says)? Value(string text)
    {
        if (Named().Match(text) is { Success: true } named)
        {
            return (named.Groups["about"].Value, named.Groups["says"].Value);
        }

        if (Archive().Match(text) is { Success: true } archive)
        {
            return ("archive", archive.Groups["path"].Value);
        }

        if (Pruned().Match(text) is { Success: true } pruned)
        {
            return ("pruned", pruned.Groups["count"].Value);
        }

        return text switch
        {
            "trying 'suspend' mode instead" => ("fallback", string.Empty),
            "backup contains no disks" or "starting diskless backup" => ("diskless", string.Empty),
            "issuing guest-agent 'fs-freeze' command" => ("frozen", "yes"),
            _ when text.StartsWith("skipping guest filesystem freeze", StringComparison.Ordinal)
                || text.StartsWith("skipping guest-agent 'fs-freeze'", StringComparison.Ordinal) => ("frozen", "no"),
            _ => null,
        };
    }

    /// <summary>Hours may have more than two digits: <c>format_time</c> of PVE/VZDump.pm.</summary>
    public static TimeSpan? Duration(Match end)
        => int.TryParse(end.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            ? new TimeSpan(hours, int.Parse(end.Groups["m"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(end.Groups["s"].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Powers of 1024, whatever the unit is called: <c>format_size</c> of PVE/VZDump.pm.</summary>
    public static long? Bytes(string text)
    {
        var match = Size().Match(text);
        if (!match.Success || !decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var power = match.Groups["unit"].Value switch { "K" => 1L << 10, "M" => 1L << 20, "G" => 1L << 30, "T" => 1L << 40, _ => 1L };
        return number <= long.MaxValue / power ? (long)(number * power) : null;
    }

    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} )?(?<level>INFO|WARN|ERROR): (?<text>.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex Prefixed();

    [GeneratedRegex(@"^Starting Backup of VM (?<vmid>[0-9]{1,9}) \((?<type>[a-z]+)\)$", RegexOptions.CultureInvariant)]
    public static partial Regex Begin();

    [GeneratedRegex(@"^Finished Backup of VM (?<vmid>[0-9]{1,9}) \((?<h>[0-9]{2,7}):(?<m>[0-9]{2}):(?<s>[0-9]{2})\)$", RegexOptions.CultureInvariant)]
    public static partial Regex End();

    [GeneratedRegex(@"^Backup of VM (?<vmid>[0-9]{1,9}) failed - (?<error>.*)$", RegexOptions.CultureInvariant)]
    public static partial Regex Failure();

    /// <summary>What <see cref="Value"/> and the reader look at, and the lines about disks, for people.</summary>
    [GeneratedRegex(@"^(?:starting new backup job: |skip external VMs: |(?:Starting|Finished) Backup of VM |Backup (?:started|finished) at |Failed at |status = |backup mode: |mode failure - |trying '|(?:include|exclude) disk |(?:including|excluding) .*mount point |skipping guest|issuing guest-agent 'fs-freeze'|backup contains no disks|starting diskless|creating .* archive |archive file size: |prune older backups |pruned [0-9]|Backup job finished)", RegexOptions.CultureInvariant)]
    public static partial Regex Telling();

    [GeneratedRegex(@"^(?<about>backup mode|archive file size|status)(?:: | = )(?<says>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^creating (?:vzdump|Proxmox Backup Server) archive '(?<path>.+)'$", RegexOptions.CultureInvariant)]
    private static partial Regex Archive();

    [GeneratedRegex(@"^pruned (?<count>[0-9]+) backup\(s\)", RegexOptions.CultureInvariant)]
    private static partial Regex Pruned();

    [GeneratedRegex(@"^(?<number>[0-9]{1,15}(?:\.[0-9]{1,6})?) ?(?<unit>[KMGT])?i?B$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
