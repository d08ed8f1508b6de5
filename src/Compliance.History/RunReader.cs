using System.Collections.Immutable;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>Reads the runs of a series, in their order, without those that were pruned.</summary>
internal static class RunReader
{
    private const string OfSeries = "run IN (SELECT id FROM run WHERE estate = $1 AND policy = $2 AND NOT is_pruned)";

    public static ImmutableArray<HistoryRun> Of(SqliteConnection connection, string estate, string policy)
    {
        var rules = connection.Rows(
            $"SELECT run, rule, pass, fail, unknown, not_applicable FROM rule_count WHERE {OfSeries} ORDER BY run, rule", Count, estate, policy)
            .ToLookup(row => row.Run, row => row.Count);
        var clauses = connection.Rows(
            $"SELECT run, clause, pass, fail, unknown, not_applicable FROM clause_count WHERE {OfSeries} ORDER BY run, place", Count, estate, policy)
            .ToLookup(row => row.Run, row => row.Count);
        var held = connection.Rows(
            $"SELECT run, {HeldTable.Columns} FROM held WHERE {OfSeries} ORDER BY run, fingerprint",
            row => (Run: row.GetInt64(0), Held: HeldTable.Read(row, 1)), estate, policy).ToLookup(row => row.Run, row => row.Held);
        var said = SaidTable.Read(connection, OfSeries, estate, policy);
        var findings = connection.Rows(
            $"SELECT run, said FROM found WHERE {OfSeries} ORDER BY run, place",
            row => (Run: row.GetInt64(0), Finding: said[row.GetInt64(1)]), estate, policy).ToLookup(row => row.Run, row => row.Finding);
        var notices = connection.Rows(
            $"SELECT run, channel, state, note FROM notice WHERE {OfSeries} ORDER BY run, channel",
            row => (Run: row.GetInt64(0), Notice: new NoticeRecord(row.GetString(1), Codes.NoticeStateOf(row.GetString(2)), row.Text(3))), estate, policy)
            .ToLookup(row => row.Run, row => row.Notice);
        return
        [
            .. connection.Rows(
                """
                SELECT id, as_of, collected_at, program, policy, policy_version, policy_digest, estate, estate_digest, fail_on, gate, exit_code,
                    rules, subjects, pass, fail, unknown, not_applicable, waived, collecting, judging
                FROM run WHERE estate = $1 AND policy = $2 AND NOT is_pruned ORDER BY as_of, id
                """,
                row => Run(row) with
                {
                    Rules = [.. rules[row.GetInt64(0)]],
                    Clauses = [.. clauses[row.GetInt64(0)]],
                    Findings = [.. findings[row.GetInt64(0)]],
                    Held = [.. held[row.GetInt64(0)]],
                    Notices = [.. notices[row.GetInt64(0)]],
                },
                estate,
                policy),
        ];
    }

    internal static (long Run, HistoryCount Count) Count(SqliteDataReader row)
        => (row.GetInt64(0), new HistoryCount(row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)));

    private static HistoryRun Run(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        AsOf = Codes.Moment(row.GetInt64(1)),
        CollectedAt = Codes.Moment(row.GetInt64(2)),
        Program = row.GetString(3),
        Policy = row.GetString(4),
        PolicyVersion = row.Text(5),
        PolicyDigest = row.GetString(6),
        Estate = row.GetString(7),
        EstateDigest = row.GetString(8),
        FailOn = Codes.SeverityOf(row.GetString(9)),
        Gate = Codes.OutcomeOf(row.GetString(10)),
        ExitCode = row.GetInt32(11),
        Counts = new AssessmentSummary(
            row.GetInt32(12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.GetInt32(16), row.GetInt32(17), row.GetInt32(18)),
        Collecting = new TimeSpan(row.GetInt64(19)),
        Judging = new TimeSpan(row.GetInt64(20)),
        Rules = [],
        Clauses = [],
        Findings = [],
    };
}
