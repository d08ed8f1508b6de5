using Compliance.Core.Facts.Properties;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Runs;

/// <summary>
/// Whether a job may have started a run. A task does not name its job; its log's first line repeats the job's options
/// (pve-guest-common <c>PVE/VZDump/Common.pm:command_line</c>).
/// </summary>
public static class RunOrigin
{
    /// <summary>
    /// Whether the command is the job's: it selects what the job selects, and no option that both name differs. An option that
    /// only one of them names does not tell them apart, because the job may have been edited since.
    /// </summary>
    public static bool IsOf(VzdumpCommand command, JobState job)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(job);
        if (command.Options.TryGetValue("job-id", out var id))
        {
            return id == job.Id;
        }

        return Selects(command, job)
            && Agrees(command, "storage", job.Storage)
            && Agrees(command, "dumpdir", job.DumpDir)
            && Agrees(command, "mode", job.Mode)
            && Agrees(command, "compress", job.Compress)
            && Agrees(command, "node", job.Node);
    }

    private static bool Selects(VzdumpCommand command, JobState job)
    {
        var isAll = command.Options.GetValueOrDefault("all") is "1" || (command.Options.ContainsKey("exclude") && !command.Options.ContainsKey("pool"));
        return command.Options.GetValueOrDefault("pool") == job.Pool
            && isAll == job.All
            && Ids(command.VmIds).SetEquals(job.VmIds.Select(Text))
            && (!isAll || Ids(ListText.Split(command.Options.GetValueOrDefault("exclude"))).SetEquals(job.Exclude.Select(Text)));
    }

    private static bool Agrees(VzdumpCommand command, string option, string? ofJob)
        => ofJob is null || !command.Options.TryGetValue(option, out var value) || value == ofJob;

    private static HashSet<string> Ids(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.Ordinal);

    private static string Text(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
