using System.Collections.Immutable;

namespace Compliance.Core.Facts.Runs;

/// <summary>
/// The log of a vzdump task: pve-manager <c>PVE/VZDump.pm:exec_backup, exec_backup_task</c> and the plugins of qemu-server and
/// pve-container. Any text is a log; what is not understood is skipped.
/// </summary>
public sealed record VzdumpLog
{
    /// <summary>What was run; null when the log does not begin with it.</summary>
    public required VzdumpCommand? Command { get; init; }

    /// <summary>The guests it began, in the order of the log. One that it names but never began is not among them.</summary>
    public required ImmutableArray<GuestRun> Guests { get; init; }

    /// <summary>Such as <c>OK</c>, <c>job errors</c> or <c>unexpected status</c>; see <see cref="RunStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Whether a line tells anything of a run; progress and the output of tools do not.</summary>
    public static bool Tells(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return VzdumpLogReader.Tells(line);
    }

    public static VzdumpLog Parse(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var reader = new VzdumpLogReader();
        foreach (var line in lines)
        {
            reader.Read(line);
        }

        return reader.ToLog();
    }
}
