using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Facts.HostArchives;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A node.</summary>
public sealed class NodeFacts(NodeState state, DateTimeOffset asOf)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public NodeState State { get; } = state;

    /// <summary>Enabled jobs that have guests here, or would; unreadable when none was seen but jobs may be hidden.</summary>
    public Observed<long> JobCount { get; internal set; } = null!;

    /// <summary>When its logs were read last, as recorded; null when never.</summary>
    public DateTimeOffset? NewestLogReview { get; internal set; }

    /// <summary>Whether they should have been read again since; false when the policy asks for no reviews.</summary>
    public bool IsLogReviewOverdue { get; internal set; }

    /// <summary>Whether it has a guest that must be backed up; unreadable when none is seen but one may be.</summary>
    public Observed<bool> HasProtectedGuests { get; internal set; } = null!;

    /// <summary>The policy's Proxmox Backup Server as this node has it; see <see cref="PbsFacts.On"/>.</summary>
    public Observed<string> Pbs { get; internal set; } = null!;

    /// <summary>Restores that failed and no record speaks of, newest first; see <see cref="Estates.RestoreFailures"/>.</summary>
    public Observed<ImmutableArray<string>> UndocumentedRestoreFailures { get; internal set; } = null!;

    /// <summary>Archives of its own configuration.</summary>
    public HostArchiveFacts HostArchives { get; internal set; } = null!;

    /// <summary>Its finished backup runs.</summary>
    public BackupRuns Runs { get; } = new(state);

    /// <summary>
    /// Backup runs of the last seven days that failed, newest first, each with its status. Unreadable when none is seen but the
    /// history does not reach back so far: what was rotated away may have failed.
    /// </summary>
    public Observed<ImmutableArray<string>> FailedRuns => Runs.NewestFirst.Then(runs =>
    {
        var failed = runs.Where(r => r.Task.StartedAt <= asOf && asOf - r.Task.StartedAt <= Window && r.IsFailure).Select(InWords).ToImmutableArray();
        return Observation.Found(failed, Runs.BlindSince(asOf - Window));
    });

    /// <summary>Tasks that run on it now; see <see cref="NodeActivity.Running"/>.</summary>
    public Observed<ImmutableArray<string>> RunningTasks => NodeActivity.Running(State);

    /// <summary>Replication jobs that do not work; see <see cref="NodeActivity.FailingReplications"/>.</summary>
    public Observed<ImmutableArray<string>> FailingReplications => NodeActivity.FailingReplications(State);

    /// <summary>Storages that should be there and are not; see <see cref="NodeActivity.InactiveStorages"/>.</summary>
    public Observed<ImmutableArray<string>> InactiveStorages => NodeActivity.InactiveStorages(State);

    private static string InWords(BackupRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Task.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}{(run.Task.VmId is { } id ? $" guest {id}" : string.Empty)} ({run.Task.Status ?? "no status"})");
}
