using System.Text;

namespace Compliance.Proxmox;

/// <summary>
/// Cuts the device sections out of a node's report (pve-manager <c>Report.pm</c>), each with its command line. Everything else
/// in the report, guest configurations among it, is dropped here and never stored.
/// </summary>
internal static class DeviceSections
{
    private static readonly string[] Commands = ["findmnt ", "lsblk ", "ls -l /dev/disk/by-", "pvs", "zpool status"];

    public static string Read(Envelope envelope)
    {
        var report = WireValue.Text(envelope.Data) ?? throw new WireException("the report is not a text");
        var kept = new StringBuilder();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var (keeps, isTrusted) = (false, true);
        foreach (var line in report.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("===="))
            {
                // Whoever may edit a guest may write lines into its description that look like a section of their own.
                isTrusted = !line.Contains("guests", StringComparison.Ordinal);
                keeps = false;
            }
            else if (line.StartsWith("# "))
            {
                keeps = isTrusted && IsWanted(line[2..]) && taken.Add(line.ToString());
            }

            if (keeps)
            {
                kept.Append(line.TrimEnd()).Append('\n');
            }
        }

        return kept.Length > 0 ? Squeeze(kept.ToString()) : throw new WireException("the report has no device sections");
    }

    private static bool IsWanted(ReadOnlySpan<char> command)
    {
        foreach (var wanted in Commands)
        {
            if (command.StartsWith(wanted, StringComparison.Ordinal) && (wanted != "pvs" || command.TrimEnd().Length == wanted.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One empty line between sections, none at the end.</summary>
    private static string Squeeze(string text)
    {
        while (text.Contains("\n\n\n", StringComparison.Ordinal))
        {
            text = text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        }

        return text.TrimEnd('\n') + "\n";
    }
}
