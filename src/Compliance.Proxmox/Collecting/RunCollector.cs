using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Collects a node's finished tasks: all of them, because only the oldest of any type tells how far the history reaches; and the
/// few logs that tell what the list does not, which are those of failed runs (whom it hit) and of the newest run (how much it saved).
/// </summary>
/// <param name="asksNewestLog">whether the log of the newest run is wanted if it did not fail</param>
internal sealed class RunCollector(ProxmoxApi api, Visibility visibility, CollectionScope scope, NodeSeen node, bool asksNewestLog)
{
    /// <summary>Rows a page of the task list holds; Proxmox's own default is 50.</summary>
    private const int PageSize = 500;

    /// <summary>The history rotates at about a thousand tasks: far more than this is no history.</summary>
    private const int Limit = 10_000;

    /// <summary>How many logs of failed runs are worth a request.</summary>
    private const int FailedLogs = 8;

    /// <summary>Runs that failed longer before the newest one are history.</summary>
    private static readonly TimeSpan FailedSince = TimeSpan.FromDays(7);

    private readonly string _endpoint = Endpoint.Node(node.Name) + "/tasks";

    public async Task<NodeRuns> CollectAsync(CancellationToken cancellationToken)
    {
        // Without Sys.Audit the list holds the token's own tasks only, and scheduled jobs run as root@pam.
        var all = visibility.Hide(await ListAsync(cancellationToken).ConfigureAwait(false), _endpoint);
        var tasks = all.Select(rows => rows.Where(IsKept).ToImmutableArray());
        return new NodeRuns(tasks, all.Select(HistoryOf), await LogsAsync(tasks, cancellationToken).ConfigureAwait(false));
    }

    private static bool IsKept(TaskState task) => task.Type is "vzdump" or "qmrestore" or "vzrestore";

    private static TaskHistory HistoryOf(ImmutableArray<TaskState> all)
        => new(all.Length, all.Sum(RunRows.IndexBytes), all.IsEmpty ? null : all.Min(task => task.EndedAt ?? task.StartedAt));

    private async Task<Observed<ImmutableArray<TaskState>>> ListAsync(CancellationToken cancellationToken)
    {
        if (!scope.Asks(_endpoint))
        {
            return NotCollected.Value<ImmutableArray<TaskState>>(_endpoint);
        }

        if (!node.IsOnline)
        {
            return Observation.Unreadable<ImmutableArray<TaskState>>(new Gap(_endpoint, $"node {node.Name} is offline"));
        }

        var all = new List<TaskState>();
        while (true)
        {
            var total = 0;
            var query = $"{_endpoint}?limit={PageSize}" + (all.Count > 0 ? $"&start={all.Count}" : "");
            var page = await api.AskAsync(query, envelope =>
            {
                total = envelope.Total ?? 0;
                return WireRow.Read(envelope.Data, RunRows.Task);
            }, cancellationToken).ConfigureAwait(false);
            if (page.Value is not { } rows)
            {
                return Observation.Unreadable<ImmutableArray<TaskState>>(page.Unreadable!);
            }

            all.AddRange(rows);
            if (rows.Count == 0 || all.Count >= total)
            {
                return Observation.Known(NewestFirst(all));
            }

            if (all.Count >= Limit)
            {
                return Observation.Unreadable<ImmutableArray<TaskState>>(new Gap(_endpoint, $"more than {Limit} tasks"));
            }
        }
    }

    /// <summary>In one order, each once: a task that ends while pages are asked moves the others on by one.</summary>
    public static ImmutableArray<TaskState> NewestFirst(IEnumerable<TaskState> tasks) =>
    [
        .. tasks.DistinctBy(task => task.Upid, StringComparer.Ordinal)
            .OrderByDescending(task => task.StartedAt)
            .ThenBy(task => task.Upid, StringComparer.Ordinal),
    ];

    private async Task<Listing<TaskLog>> LogsAsync(Observed<ImmutableArray<TaskState>> tasks, CancellationToken cancellationToken)
    {
        if (!scope.Asks(_endpoint + "/UPID/log"))
        {
            return NotCollected.List<TaskLog>(_endpoint + "/UPID/log");
        }

        if (tasks.Unreadable is { } gap)
        {
            return new Listing<TaskLog>([], gap);
        }

        if (tasks.Value.Where(task => task.Type == "vzdump").ToList() is not { Count: > 0 } runs)
        {
            return new Listing<TaskLog>([], hidden: null);
        }

        var newest = runs[0];
        var failed = runs.Where(run => newest.StartedAt - run.StartedAt <= FailedSince && Redundancy.IsOfFailure(run)).Take(FailedLogs);
        var wanted = asksNewestLog ? failed.Prepend(newest).Distinct() : failed;
        var logs = await Task.WhenAll(wanted.Select(async run => new TaskLog(
            run.Upid,
            await api.AskAsync(Endpoint.TaskLog(node.Name, run.Upid) + "?limit=0", RunRows.Lines, cancellationToken).ConfigureAwait(false))))
            .ConfigureAwait(false);
        return new Listing<TaskLog>([.. logs], hidden: null);
    }
}
