using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>What changed since a channel was last told. Not since the run before: that one may not have been told, or nobody took it.</summary>
public static class ToldState
{
    /// <summary>The last run before this one that a channel knows the state of: it was told, or there was nothing to tell. Null when it knows of none.</summary>
    public static HistoryRun? Last(RunSeries series, HistoryRun now, string channel, IEnumerable<NoticeRecord> records)
    {
        var known = records.Where(record => record.Channel == channel && record.State != NoticeState.Failed).Select(record => record.Run).ToHashSet();
        return series.UpTo(now).Runs.LastOrDefault(run => run.Id != now.Id && known.Contains(run.Id));
    }

    /// <summary>The ledger of a run against that one, as if no run lay between them.</summary>
    public static Ledger Since(RunSeries series, HistoryRun told, HistoryRun now)
        => DriftLedger.Of(series.Start, series.UpTo(told).Runs.Where(run => run.Id != now.Id), now);

    /// <summary>Whether the two states differ: in the verdict, in the findings, or in who accepts them.</summary>
    public static bool Differ(HistoryRun told, HistoryRun now) => told.Gate != now.Gate || !Of(told).SetEquals(Of(now));

    private static HashSet<(FindingKey, bool)> Of(HistoryRun run) => [.. run.Findings.Select(finding => (FindingKey.Of(finding), finding.WaivedUntil is not null))];
}
