using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Runs;

/// <summary>The status text of a task: pve-common <c>src/PVE/UPID.pm</c>.</summary>
public static partial class RunStatus
{
    /// <summary>What Proxmox says of a log without a final line.</summary>
    public const string Unexpected = "unexpected status";

    /// <summary>The class of a status as the task list has it; null, empty and Perl's other false value <c>0</c> say nothing.</summary>
    public static RunClass ClassOf(string? status) => status switch
    {
        null or "" or "0" or Unexpected => RunClass.Unknown,
        "OK" => RunClass.Ok,
        _ when Warnings().IsMatch(status) => RunClass.Warning,
        _ => RunClass.Error,
    };

    /// <summary>Neither OK nor OK with warnings. A run nobody saw the end of is no success: <c>status_is_error</c>.</summary>
    public static bool IsFailure(string? status) => ClassOf(status) is RunClass.Error or RunClass.Unknown;

    /// <summary>The status the last line of a log gives: <c>read_status</c>.</summary>
    public static string OfLastLine(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line == "TASK OK")
        {
            return "OK";
        }

        var final = FinalLine().Match(line);
        return final.Success ? final.Groups["status"].Value : Unexpected;
    }

    [GeneratedRegex(@"^WARNINGS: [0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Warnings();

    [GeneratedRegex(@"^TASK (?:ERROR: (?<status>.+)|(?<status>WARNINGS: [0-9]+))$", RegexOptions.CultureInvariant)]
    private static partial Regex FinalLine();
}
