using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>The finished backup runs of a node, and how far back none of them is missing.</summary>
public sealed class BackupRuns
{
    /// <summary>
    /// The index of tasks is moved over its only predecessor when it grows over 50,000 bytes (pve-common
    /// <c>RESTEnvironment.pm:active_workers</c>), so lines are lost only when two files were filled. Less than one file in all
    /// proves that nothing was ever lost, and so tells a young node from one with a rotated history. The rest is a margin for lines
    /// that the API does not list.
    /// </summary>
    internal const long NeverRotated = 45_000;

    private readonly NodeState node;

    internal BackupRuns(NodeState node)
    {
        this.node = node;
        var logs = node.RunLogs.Rows.ToLookup(log => log.Upid, log => log.Lines, StringComparer.Ordinal);
        NewestFirst = node.Tasks.Select(tasks => tasks
            .Where(task => task.Type == "vzdump" && task.EndedAt is not null)
            .OrderByDescending(task => task.StartedAt)
            .Select(task => Read(task, logs[task.Upid].FirstOrDefault()))
            .ToImmutableArray());
    }

    public string Node => node.Name;

    public Observed<ImmutableArray<BackupRun>> NewestFirst { get; }

    /// <summary>
    /// Runs that began later are all there; known and null when none was ever lost. Tasks enter the index in the order they end,
    /// so whatever was lost had ended, and begun, before the oldest that is left ended.
    /// </summary>
    public Observed<DateTimeOffset?> CompleteSince
        => node.History.Select(history => history.Bytes <= NeverRotated ? null : history.OldestEnd);

    /// <summary>Why a run that began at this moment or later may be missing; null when none can be.</summary>
    public Gap? BlindSince(DateTimeOffset from) => CompleteSince.Match(
        since => since is { } start && from <= start
            ? new Gap($"/nodes/{node.Name}/tasks", string.Create(CultureInfo.InvariantCulture, $"the history reaches back to {start.UtcDateTime:yyyy-MM-dd HH:mm} UTC only; older tasks were rotated away"))
            : null,
        gap => gap);

    /// <summary>
    /// Runs that began later are all there, and the node was: of the time before its first task, a history that was never rotated
    /// proves only that this installation ran nothing, and its guests may have been elsewhere. Unreadable without any task.
    /// </summary>
    public Observed<DateTimeOffset> RecordedSince => NewestFirst.Then(_ => node.History).Then(history => history.OldestEnd is { } oldest
        ? Observation.Known(oldest)
        : Observation.Unreadable<DateTimeOffset>(new Gap($"/nodes/{node.Name}/tasks", "the history holds no task yet")));

    private BackupRun Read(TaskState task, Observed<ImmutableArray<string>>? lines) => lines is { IsKnown: true }
        ? new BackupRun(task, VzdumpLog.Parse(lines.Value), IsLogHidden: false)
        : new BackupRun(task, Log: null, IsLogHidden: lines is not null || !node.RunLogs.IsComplete);
}
