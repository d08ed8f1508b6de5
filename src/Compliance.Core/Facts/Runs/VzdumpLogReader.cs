using System.Globalization;

namespace Compliance.Core.Facts.Runs;

/// <summary>Reads a log line by line. A guest's lines stand between its <c>Starting Backup</c> and its <c>Finished</c> or <c>failed</c>.</summary>
internal sealed class VzdumpLogReader
{
    private readonly List<GuestRun> guests = [];
    private GuestRun? current;
    private VzdumpCommand? command;
    private string last = string.Empty;

    public void Read(string line)
    {
        last = line.Length > 0 ? line : last;
        var match = VzdumpLogLines.Prefixed().Match(line);
        if (!match.Success)
        {
            return;
        }

        var text = match.Groups["text"].Value;
        switch (match.Groups["level"].Value)
        {
            case "INFO":
                Info(text);
                break;
            case "WARN":
                current = current is null ? null : current with { Warnings = current.Warnings.Add(text) };
                break;
            default:
                Error(text);
                break;
        }
    }

    public VzdumpLog ToLog()
    {
        Close();
        return new VzdumpLog { Command = command, Guests = [.. guests], Status = RunStatus.OfLastLine(last) };
    }

    /// <summary>Whether a line tells anything; progress and output of tools do not.</summary>
    public static bool Tells(string line)
        => line.StartsWith("TASK ", StringComparison.Ordinal)
            || (VzdumpLogLines.Prefixed().Match(line) is { Success: true } match
                && (match.Groups["level"].Value != "INFO" || VzdumpLogLines.Telling().IsMatch(match.Groups["text"].Value)));

    private void Info(string text)
    {
        if (VzdumpLogLines.Begin().Match(text) is { Success: true } begin)
        {
            Close();
            current = new GuestRun { VmId = Number(begin.Groups["vmid"].Value), Type = begin.Groups["type"].Value, Outcome = GuestOutcome.Unfinished };
        }
        else if (current is { } guest)
        {
            current = Of(guest, text);
            if (current.Outcome is not GuestOutcome.Unfinished)
            {
                Close();
            }
        }
        else if (text.StartsWith(VzdumpLogLines.Job, StringComparison.Ordinal))
        {
            command ??= VzdumpCommand.Parse(text[VzdumpLogLines.Job.Length..]);
        }
    }

    private static GuestRun Of(GuestRun guest, string text)
        => VzdumpLogLines.End().Match(text) is { Success: true } end && Number(end.Groups["vmid"].Value) == guest.VmId
            ? guest with { Outcome = GuestOutcome.Finished, Duration = VzdumpLogLines.Duration(end) }
            : VzdumpLogLines.Value(text) switch
            {
                ("backup mode", var mode) => guest with { Mode = mode },
                ("archive file size", var size) => guest with { Size = VzdumpLogLines.Bytes(size) },
                ("archive", var archive) => guest with { Archive = archive },
                ("status", var status) => guest with { WasStopped = status == "stopped" },
                ("pruned", var count) => guest with { Pruned = long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null },
                ("fallback", _) => guest with { IsFallback = true },
                ("frozen", var answer) => guest with { IsFrozen = answer == "yes" },
                ("diskless", _) => guest with { IsDiskless = true },
                _ => guest,
            };

    private void Error(string text)
    {
        if (current is null)
        {
            return;
        }

        if (VzdumpLogLines.Failure().Match(text) is { Success: true } failure && Number(failure.Groups["vmid"].Value) == current.VmId)
        {
            current = current with { Outcome = GuestOutcome.Failed, Error = failure.Groups["error"].Value };
            Close();
        }
        else if (text.Contains("'guest-fsfreeze-freeze' failed", StringComparison.Ordinal))
        {
            // The agent was told to freeze and did not; qemu-server goes on all the same (PVE/VZDump/QemuServer.pm:qga_fs_freeze).
            current = current with { IsFrozen = false };
        }
    }

    private void Close()
    {
        if (current is not null)
        {
            guests.Add(current);
            current = null;
        }
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
