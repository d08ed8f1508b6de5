using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>Removes old runs of a series, and keeps what they come to: since when each finding is there, and what it looked like last.</summary>
internal static class RunPruning
{
    /// <returns>how many were removed</returns>
    public static int Prune(SqliteConnection connection, RunSeries series, DateTimeOffset before)
    {
        var old = series.Runs.SkipLast(1).TakeWhile(run => run.AsOf < before).ToList();
        if (old.Count == 0)
        {
            return 0;
        }

        var last = old[^1].Id;
        var memory = old.Aggregate(series.Start, DriftLedger.Remember);
        foreach (var run in old)
        {
            connection.Execute("UPDATE run SET is_pruned = 1 WHERE id = $1", run.Id);
        }

        const string pruned = "IN (SELECT id FROM run WHERE estate = $1 AND policy = $2 AND is_pruned)";
        connection.Execute($"DELETE FROM tracked WHERE run {pruned}", series.Estate, series.Policy);
        connection.Execute($"DELETE FROM found WHERE run {pruned}", series.Estate, series.Policy);
        SaidTable.Sweep(connection);
        connection.Execute($"DELETE FROM notice WHERE run {pruned}", series.Estate, series.Policy);
        connection.Execute($"DELETE FROM clause_count WHERE run {pruned}", series.Estate, series.Policy);
        connection.Execute($"DELETE FROM rule_count WHERE run {pruned} AND run <> $3", series.Estate, series.Policy, last);
        connection.Execute($"DELETE FROM held WHERE run {pruned} AND run <> $3", series.Estate, series.Policy, last);
        foreach (var track in memory.Tracked.Values)
        {
            connection.Execute(
                "INSERT INTO tracked VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
                [last, track.FirstSeen.Id, track.Since.Id, track.LastSeen.Id, track.Cleared?.Id, .. FindingColumns.Of(track.Finding)]);
        }

        // A run that something began or ended with stays as a moment and its digests.
        connection.Execute(
            $"""
            DELETE FROM run WHERE id {pruned} AND id <> $3
                AND id NOT IN (SELECT first_run FROM tracked UNION SELECT since_run FROM tracked UNION SELECT last_run FROM tracked
                    UNION SELECT cleared_run FROM tracked WHERE cleared_run IS NOT NULL)
            """,
            series.Estate, series.Policy, last);
        return old.Count;
    }
}
