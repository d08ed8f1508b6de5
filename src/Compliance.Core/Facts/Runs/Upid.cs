using System.Globalization;
using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Runs;

/// <summary>
/// A task's unique process id, read as pve-common <c>src/PVE/UPID.pm:decode</c> does:
/// <c>UPID:NODE:PID:PSTART:STARTTIME:TYPE:ID:USER:</c>.
/// </summary>
public sealed partial record Upid
{
    public required string Node { get; init; }

    public required long Pid { get; init; }

    /// <summary>Start of the process in clock ticks since the node booted; nine digits after 497 days of uptime.</summary>
    public required long ProcessStart { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Such as <c>vzdump</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of a vzdump task the guest, when it handles exactly one; otherwise empty.</summary>
    public required string Id { get; init; }

    /// <summary>User or token; scheduled jobs run as <c>root@pam</c>.</summary>
    public required string User { get; init; }

    /// <summary>Reads a UPID; null when Proxmox would refuse it.</summary>
    public static Upid? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        return !match.Success ? null : new Upid
        {
            Node = match.Groups["node"].Value,
            Pid = Hex(match.Groups["pid"]),
            ProcessStart = Hex(match.Groups["pstart"]),
            StartedAt = DateTimeOffset.FromUnixTimeSeconds(Hex(match.Groups["start"])),
            Type = match.Groups["type"].Value,
            Id = match.Groups["id"].Value,
            User = match.Groups["user"].Value,
        };
    }

    private static long Hex(Group digits) => long.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^UPID:(?<node>[a-zA-Z0-9](?:[a-zA-Z0-9\-]*[a-zA-Z0-9])?):(?<pid>[0-9A-Fa-f]{8}):(?<pstart>[0-9A-Fa-f]{8,9}):(?<start>[0-9A-Fa-f]{8}):(?<type>[^:\s/]+):(?<id>[^:\s/]*):(?<user>[^:\s/]+):$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
