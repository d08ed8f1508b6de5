using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A node.</summary>
public sealed class NodeFacts(NodeState state, DateTimeOffset asOf)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public NodeState State { get; } = state;

    /// <summary>Enabled jobs that have guests here, or would; unreadable when none was seen but jobs may be hidden.</summary>
    public Observed<long> JobCount { get; internal set; } = null!;

    /// <summary>
    /// Backup runs of the last seven days that failed, newest first, each with its status. A run with warnings is a success; one
    /// without a final line (<c>unexpected status</c>) is none (pve-common <c>PVE/Tools.pm:upid_normalize_status_type</c>).
    /// </summary>
    public Observed<ImmutableArray<string>> FailedRuns => State.Tasks.Select(tasks => tasks
        .Where(t => t.Type == "vzdump" && t.EndedAt is not null && t.StartedAt <= asOf && asOf - t.StartedAt <= Window && !IsSuccess(t.Status))
        .OrderByDescending(t => t.StartedAt)
        .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm}{(t.VmId is { } id ? $" guest {id}" : string.Empty)} ({t.Status ?? "no status"})"))
        .ToImmutableArray());

    private static bool IsSuccess(string? status)
        => status == "OK" || (status is not null && status.StartsWith("WARNINGS: ", StringComparison.Ordinal));
}
