using System.Collections.Immutable;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>Reads runs, in their order.</summary>
internal static class RunReader
{
    public static ImmutableArray<HistoryRun> All(SqliteConnection connection)
    {
        var rules = connection.Rows(
            "SELECT run, rule, pass, fail, unknown, not_applicable FROM rule_count ORDER BY run, rule", Count).ToLookup(row => row.Run, row => row.Count);
        var clauses = connection.Rows(
            "SELECT run, clause, pass, fail, unknown, not_applicable FROM clause_count ORDER BY run, place", Count).ToLookup(row => row.Run, row => row.Count);
        var findings = connection.Rows(
            $"SELECT run, {FindingColumns.Names} FROM finding ORDER BY run, place",
            row => (Run: row.GetInt64(0), Finding: FindingColumns.Read(row, 1))).ToLookup(row => row.Run, row => row.Finding);
        return
        [
            .. connection.Rows(
                """
                SELECT id, as_of, collected_at, program, policy, policy_version, policy_digest, estate, estate_digest, fail_on, gate, exit_code,
                    rules, subjects, pass, fail, unknown, not_applicable, waived, collecting, judging
                FROM run ORDER BY as_of, id
                """,
                row => Run(row) with { Rules = [.. rules[row.GetInt64(0)]], Clauses = [.. clauses[row.GetInt64(0)]], Findings = [.. findings[row.GetInt64(0)]] }),
        ];
    }

    private static (long Run, HistoryCount Count) Count(SqliteDataReader row)
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
