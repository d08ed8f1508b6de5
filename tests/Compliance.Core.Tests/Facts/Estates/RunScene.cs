using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Estates;

/// <summary>A node that nothing is known of but its tasks.</summary>
internal static class RunScene
{
    private static readonly Gap Unseen = new("/nodes/pve1", "not in the scene");

    public static NodeState Node(TaskState[] tasks, TaskHistory? history, TaskLog[]? logs = null)
    {
        var node = new NodeState
        {
            Name = "pve1",
            IsOnline = true,
            TimeZone = Observation.Known("UTC"),
            Scheduler = Observation.Known("running"),
            Storages = new Listing<NodeStorage>([], Unseen),
            Defaults = [],
            Disks = Observation.Unreadable<ImmutableArray<DiskRow>>(Unseen),
            MountUnits = Observation.Unreadable<ImmutableArray<MountUnit>>(Unseen),
            VolumeGroups = Observation.Unreadable<ImmutableArray<VolumeGroup>>(Unseen),
            ZfsPools = Observation.Unreadable<ImmutableArray<ZfsPool>>(Unseen),
            DeviceReport = Observation.Unreadable<string>(Unseen),
            Tasks = Observation.Known<ImmutableArray<TaskState>>([.. tasks]),
            RunLogs = new Listing<TaskLog>([.. logs ?? []], hidden: null),
        };
        return history is null ? node : node with { History = Observation.Known(history) };
    }

    public static TaskState Run(DateTimeOffset start, string status, int? vmId = null)
        => new($"UPID:pve1:00000001:00000001:{start.ToUnixTimeSeconds():X8}:vzdump:{vmId}:root@pam:", "vzdump", vmId, start, start.AddMinutes(5), "root@pam", status);

    public static TaskLog Log(TaskState run, params string[] lines)
        => new(run.Upid, Observation.Known<ImmutableArray<string>>([.. lines]));
}
