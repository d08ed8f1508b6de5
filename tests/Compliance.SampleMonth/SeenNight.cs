using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.SampleMonth;

/// <summary>The inventory that a collection in the morning would have given.</summary>
internal static class SeenNight
{
    // As the collector asks: the newest log, and those of failures in the week before it, eight at most.
    private static readonly TimeSpan FailedSince = TimeSpan.FromDays(7);
    private const int FailedLogs = 8;

    public static Inventory Of(Inventory configured, BackupLife life, NightScript night, DateTimeOffset at, TimeSpan reach)
    {
        var tasks = life.Tasks.Where(task => task.EndedAt > at - reach).OrderByDescending(task => task.StartedAt).ThenBy(task => task.Upid, StringComparer.Ordinal).ToImmutableArray();
        var failed = tasks.Where(task => task.Status != "OK" && tasks[0].StartedAt - task.StartedAt <= FailedSince).Take(FailedLogs);
        var node = configured.Nodes.Rows[0];
        node = node with
        {
            Tasks = Observation.Known(tasks),
            // A line of the node's index: the id, the end in eight digits and the status (pve-common RESTEnvironment.pm:active_workers).
            History = Observation.Known(new TaskHistory(
                tasks.Length, tasks.Sum(task => Encoding.UTF8.GetByteCount(task.Upid) + Encoding.UTF8.GetByteCount(task.Status!) + 11L), tasks.Min(task => task.EndedAt))),
            RunLogs = new Listing<TaskLog>([.. failed.Prepend(tasks[0]).Distinct().Select(task => new TaskLog(task.Upid, Observation.Known(life.Logs[task.Upid])))], hidden: null),
        };
        var seen = configured with { CollectedAt = at, Nodes = new Listing<NodeState>([node], hidden: null), Backups = [Listed(configured, life)] };
        return night.Unmounted is { } storage ? Unmounted(seen, storage) : seen;
    }

    private static StorageBackups Listed(Inventory configured, BackupLife life) => configured.Backups.Single() with
    {
        Points = Observation.Known(life.Points.OrderBy(point => point.VmId).ThenBy(point => point.CreatedAt).ToImmutableArray()),
    };

    /// <summary>What Proxmox says of a directory storage with <c>is_mountpoint</c> while its disk is not there.</summary>
    private static Inventory Unmounted(Inventory seen, string storage)
    {
        var configured = seen.Storages.Rows.Single(row => row.Id == storage);
        var node = seen.Nodes.Rows[0];
        var endpoint = $"/nodes/{node.Name}/storage/{storage}/prunebackups";
        var error = $"500 unable to activate storage '{storage}' - directory is expected to be a mount point but is not mounted: '{configured.Path}'";
        return seen with
        {
            Backups = [seen.Backups.Single() with { Points = Observation.Unreadable<ImmutableArray<RestorePoint>>(new Gap(endpoint, error)) }],
            Nodes = new Listing<NodeState>([node with
            {
                Storages = new Listing<NodeStorage>(
                    [.. node.Storages.Rows.Select(row => row.Id == storage ? row with { IsActive = false, Total = 0, Used = 0, Available = 0 } : row)], hidden: null),
                Disks = Observation.Known(node.Disks.Value.Select(disk => disk.IsMounted == true ? disk with { IsMounted = false } : disk).ToImmutableArray()),
                DeviceReport = Observation.Known(WithoutMount(node.DeviceReport.Value!, configured.Path!)),
            }], hidden: null),
        };
    }

    // findmnt does not list it, and lsblk shows its partition with no mount point.
    private static string WithoutMount(string report, string path)
        => string.Join('\n', report.Split('\n').Where(line => !line.StartsWith($"|-{path} ", StringComparison.Ordinal)))
            .Replace($" {path} ", $" {new string(' ', path.Length)} ", StringComparison.Ordinal);
}
