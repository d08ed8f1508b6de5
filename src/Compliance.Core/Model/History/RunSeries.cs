using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The runs of one estate and one policy that a history holds. Series of others may lie in the same file, and say nothing of these.</summary>
/// <param name="Estate">its name; untrusted text</param>
/// <param name="Policy">its name</param>
/// <param name="Start">what stays of runs that were pruned</param>
/// <param name="Runs">in their order, all after those that were pruned</param>
public sealed record RunSeries(string Estate, string Policy, LedgerMemory Start, ImmutableArray<HistoryRun> Runs)
{
    /// <summary>Up to a run and with it.</summary>
    public RunSeries UpTo(HistoryRun run) => this with
    {
        Runs = [.. Runs.Where(one => one.AsOf < run.AsOf || (one.AsOf == run.AsOf && one.Id <= run.Id))],
    };
}
