using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.SampleMonth;

/// <summary>Names and log lines as vzdump writes them (pve-manager <c>PVE/VZDump.pm</c>), of a node whose zone is UTC.</summary>
internal static class RunText
{
    public static string Archive(string type, int vmId, DateTimeOffset at, string? compress)
    {
        var packed = compress switch { "zstd" => ".zst", "gzip" => ".gz", "lzo" or "1" => ".lzo", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"vzdump-{type}-{vmId}-{at:yyyy_MM_dd-HH_mm_ss}.{(type == "qemu" ? "vma" : "tar")}{packed}");
    }

    /// <summary>Process and its start come from the moment: the same script gives the same id.</summary>
    public static string Upid(string node, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"UPID:{node}:{seconds * 7919 % 0xFFFFF:X8}:{seconds % 0x1000000 * 16:X8}:{seconds:X8}:vzdump::root@pam:");
    }

    public static string Started(JobState job)
        => $"INFO: starting new backup job: vzdump {(job.Pool is { } pool ? $"--pool {pool}" : string.Join(' ', job.VmIds))} --mode {job.Mode} --storage {job.Storage}";

    public static IEnumerable<string> Saved(string type, int vmId, DateTimeOffset at, string archive, string mode) =>
    [
        .. Began(type, vmId, at, mode),
        $"INFO: creating vzdump archive '{archive}'",
        string.Create(CultureInfo.InvariantCulture, $"INFO: archive file size: {vmId / 25.0:0.00}GB"),
        $"INFO: Finished Backup of VM {vmId} (00:00:58)",
        $"INFO: Backup finished at {Moment(at.AddSeconds(58))}",
    ];

    public static IEnumerable<string> Failed(string type, int vmId, DateTimeOffset at, string error, string mode) =>
    [
        .. Began(type, vmId, at, mode),
        $"ERROR: Backup of VM {vmId} failed - {error}",
        $"INFO: Failed at {Moment(at.AddSeconds(5))}",
    ];

    public static IEnumerable<string> Ended(bool isGood)
        => isGood ? ["INFO: Backup job finished successfully", "TASK OK"] : ["INFO: Backup job finished with errors", "TASK ERROR: job errors"];

    /// <summary>What <c>PVE/Storage/DirPlugin.pm:activate_storage</c> dies with when <c>is_mountpoint</c> is set.</summary>
    public static string NotMounted(StorageState storage)
        => $"could not activate storage '{storage.Id}': unable to activate storage '{storage.Id}' - directory is expected to be a mount point but is not mounted: '{storage.Path}'";

    private static IEnumerable<string> Began(string type, int vmId, DateTimeOffset at, string mode) =>
        [$"INFO: Starting Backup of VM {vmId} ({type})", $"INFO: Backup started at {Moment(at)}", "INFO: status = running", $"INFO: backup mode: {mode}"];

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
