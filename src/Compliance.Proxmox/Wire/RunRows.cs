using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads finished tasks and their logs.</summary>
internal static class RunRows
{
    /// <summary>From <c>/nodes/N/tasks</c>. The id is empty for a task over several guests.</summary>
    public static TaskState Task(WireRow row) => new(
        row.Text("upid"),
        row.Text("type"),
        int.TryParse(row.OptionalText("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var vmid) ? vmid : null,
        row.Time("starttime"),
        row.OptionalTime("endtime"),
        row.Text("user"),
        row.OptionalText("status"));

    /// <summary>
    /// A task's line in the node's index: UPID, end in eight hexadecimal digits and status, with a space between and a line feed
    /// (pve-common <c>RESTEnvironment.pm:active_workers</c>).
    /// </summary>
    public static long IndexBytes(TaskState task)
        => Encoding.UTF8.GetByteCount(task.Upid) + 10 + Encoding.UTF8.GetByteCount(task.Status ?? string.Empty) + 1;

    /// <summary>From <c>/nodes/N/tasks/UPID/log</c>. A log that was rotated away is answered with 200 and a line that says so.</summary>
    public static ImmutableArray<string> Lines(Envelope envelope)
    {
        var lines = WireRow.Read(envelope.Data, row => (Number: row.Int("n"), Text: row.OptionalText("t") ?? string.Empty))
            .OrderBy(line => line.Number)
            .Select(line => line.Text)
            .ToList();
        return lines is [var only] && (only == "no content" || only.StartsWith("unable to open file - ", StringComparison.Ordinal))
            ? throw new WireException($"the log is gone: {WireValue.Cut(only)}")
            : [.. lines.Where(VzdumpLog.Tells)];
    }
}
