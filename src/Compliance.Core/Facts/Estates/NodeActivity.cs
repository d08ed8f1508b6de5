using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What goes on at a node, and should not while somebody touches it.</summary>
internal static class NodeActivity
{
    /// <summary>Tasks that are a person at a screen, not work on guests or storages.</summary>
    private static readonly FrozenSet<string> Consoles = FrozenSet.Create(
        StringComparer.Ordinal, "spiceproxy", "spiceshell", "termproxy", "vncproxy", "vncshell", "vnczproxy");

    /// <summary>Tasks that run now, newest first, without consoles: what each is, its guest, and since when in UTC.</summary>
    public static Observed<ImmutableArray<string>> Running(NodeState node)
        => node.ActiveTasks.Select(tasks => tasks.Where(task => !Consoles.Contains(task.Type)).Select(InWords).ToImmutableArray());

    /// <summary>
    /// Replication jobs that failed since they last succeeded, or never succeeded, by id. Unreadable when none is seen but some may be
    /// hidden.
    /// </summary>
    public static Observed<ImmutableArray<string>> FailingReplications(NodeState node)
    {
        var failing = node.Replications.Rows.Where(job => job.FailCount > 0 || job.Error is not null || job.LastSync is null).Select(InWords).ToImmutableArray();
        return Observation.Found(failing, node.Replications.Hidden);
    }

    /// <summary>
    /// Storages that are enabled on it and not mounted or not reachable, by id. Unreadable when none is seen but some may be hidden.
    /// </summary>
    public static Observed<ImmutableArray<string>> InactiveStorages(NodeState node)
    {
        var inactive = node.Storages.Rows.Where(storage => storage is { IsEnabled: true, IsActive: false }).Select(storage => storage.Id).ToImmutableArray();
        return Observation.Found(inactive, node.Storages.Hidden);
    }

    private static string InWords(TaskState task) => string.Create(
        CultureInfo.InvariantCulture,
        $"{task.Type}{(task.VmId is { } id ? $" of guest {id}" : string.Empty)} since {task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}");

    private static string InWords(ReplicationState job)
    {
        var since = job.LastSync is { } sync ? string.Create(CultureInfo.InvariantCulture, $"last succeeded {sync.UtcDateTime:yyyy-MM-dd HH:mm}") : "never succeeded";
        return $"{job.Id} of guest {job.VmId}{(job.Target is { } target ? $" to {target}" : string.Empty)}, {since}{(job.Error is { } error ? $": {error}" : string.Empty)}";
    }
}
