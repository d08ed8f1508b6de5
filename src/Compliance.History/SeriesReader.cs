using System.Collections.Immutable;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>Reads series: what stays of their pruned runs, and the runs since.</summary>
internal static class SeriesReader
{
    public static ImmutableArray<RunSeries> All(SqliteConnection connection)
        => [.. connection.Rows("SELECT DISTINCT estate, policy FROM run ORDER BY estate, policy", row => (Estate: row.GetString(0), Policy: row.GetString(1)))
            .Select(series => Read(connection, series.Estate, series.Policy))];

    public static RunSeries Read(SqliteConnection connection, string estate, string policy)
        => new(estate, policy, Start(connection, estate, policy), RunReader.Of(connection, estate, policy));

    private static LedgerMemory Start(SqliteConnection connection, string estate, string policy)
    {
        var marks = connection.Rows(
            "SELECT id, as_of, policy_digest, estate_digest, program FROM run WHERE estate = $1 AND policy = $2 AND is_pruned ORDER BY as_of, id",
            row => new RunMark(row.GetInt64(0), Codes.Moment(row.GetInt64(1)), row.GetString(2), row.GetString(3), row.GetString(4)), estate, policy);
        if (marks.Count == 0)
        {
            return LedgerMemory.Empty;
        }

        var (last, byId) = (marks[^1], marks.ToDictionary(mark => mark.Id));
        return new LedgerMemory
        {
            Last = last,
            LastRules = connection.Rows("SELECT run, rule, pass, fail, unknown, not_applicable FROM rule_count WHERE run = $1", RunReader.Count, last.Id)
                .ToImmutableDictionary(row => row.Count.Id, row => row.Count, StringComparer.Ordinal),
            LastHeld = connection.Rows($"SELECT {HeldTable.Columns} FROM held WHERE run = $1", row => HeldTable.Read(row, 0), last.Id)
                .ToImmutableDictionary(held => held.Fingerprint, StringComparer.Ordinal),
            Tracked = connection.Rows(
                $"SELECT first_run, since_run, last_run, cleared_run, {FindingColumns.Names} FROM tracked WHERE run = $1",
                row => new TrackedFinding
                {
                    Finding = FindingColumns.Read(row, 4),
                    FirstSeen = byId[row.GetInt64(0)],
                    Since = byId[row.GetInt64(1)],
                    LastSeen = byId[row.GetInt64(2)],
                    Cleared = row.IsDBNull(3) ? null : byId[row.GetInt64(3)],
                },
                last.Id).ToImmutableDictionary(track => FindingKey.Of(track.Finding)),
        };
    }
}
