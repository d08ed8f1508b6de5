using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Restores of a node that failed and are written down nowhere.</summary>
internal static class RestoreFailures
{
    /// <summary>So far back the task history must reach to prove that nothing failed; older failures count while they are listed.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>Newest first. Unreadable when none is seen but the history does not reach back: what was rotated away may have failed.</summary>
    public static Observed<ImmutableArray<string>> Undocumented(NodeFacts node, ImmutableArray<ChangeRecord> records, DateTimeOffset asOf)
        => node.State.Tasks.Then(tasks =>
        {
            var failed = tasks
                .Where(task => task.Type is "qmrestore" or "vzrestore" && task.EndedAt is not null && task.StartedAt <= asOf && RunStatus.IsFailure(task.Status))
                .Where(task => !records.Any(record => IsOf(record, task)))
                .OrderByDescending(task => task.StartedAt)
                .Select(InWords)
                .ToImmutableArray();
            return Observation.Found(failed, node.Runs.BlindSince(asOf - Window));
        });

    // The guest of a restore task is the one it was to make, not the one whose backup it read.
    private static bool IsOf(ChangeRecord record, TaskState task) => record.What.Value == ChangeTopic.RestoreFailure
        && record.Subject.Value == GuestOf(task)
        && record.Touches(task.StartedAt - ChangeFacts.Tolerance, task.EndedAt!.Value + ChangeFacts.Tolerance);

    private static string GuestOf(TaskState task)
        => string.Create(CultureInfo.InvariantCulture, $"{(task.Type == "qmrestore" ? "qemu" : "lxc")}/{task.VmId}");

    private static string InWords(TaskState task) => string.Create(
        CultureInfo.InvariantCulture, $"{task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} {GuestOf(task)} ({task.Status ?? "no status"})");
}
