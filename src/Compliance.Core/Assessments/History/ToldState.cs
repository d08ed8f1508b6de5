using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>What changed since a channel was last told. Not since the run before: of that one it may not have been told, or it did not take the notice.</summary>
public static class ToldState
{
    /// <summary>The last run before this one whose state a channel knows: it was told, or there was nothing to tell. Null when it knows of none.</summary>
    public static HistoryRun? Last(RunSeries series, HistoryRun now, string channel)
        => series.UpTo(now).Runs.LastOrDefault(run => run.Id != now.Id && run.Notices.Any(notice => notice.Channel == channel && notice.State != NoticeState.Failed));

    /// <summary>The ledger of a run against that one, as if no run lay between them.</summary>
    public static Ledger Since(RunSeries series, HistoryRun told, HistoryRun now) => DriftLedger.Of(series.Start, series.UpTo(told).Runs, now);

    /// <summary>Whether the two states differ: in the verdict, in the findings, or in what is accepted of them.</summary>
    public static bool Differ(HistoryRun told, HistoryRun now) => told.Gate != now.Gate || !Of(told).SetEquals(Of(now));

    private static HashSet<(FindingKey Key, bool IsWaived)> Of(HistoryRun run)
        => [.. run.Findings.Select(finding => (FindingKey.Of(finding), finding.WaivedUntil is not null))];
}
