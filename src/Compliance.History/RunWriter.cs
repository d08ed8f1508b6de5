using System.Collections.Immutable;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>Writes a run within the caller's transaction.</summary>
internal static class RunWriter
{
    /// <returns>its id</returns>
    public static long Write(SqliteConnection connection, HistoryRun run)
    {
        var id = connection.Number(
            """
            INSERT INTO run (as_of, collected_at, program, policy, policy_version, policy_digest, estate, estate_digest, fail_on, gate, exit_code,
                rules, subjects, pass, fail, unknown, not_applicable, waived, collecting, judging)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) RETURNING id
            """,
            Codes.Of(run.AsOf), Codes.Of(run.CollectedAt), run.Program, run.Policy, run.PolicyVersion, run.PolicyDigest, run.Estate, run.EstateDigest,
            Codes.Of(run.FailOn), Codes.Of(run.Gate), run.ExitCode,
            run.Counts.Rules, run.Counts.Subjects, run.Counts.Pass, run.Counts.Fail, run.Counts.Unknown, run.Counts.NotApplicable, run.Counts.Waived,
            run.Collecting.Ticks, run.Judging.Ticks);
        foreach (var rule in run.Rules)
        {
            connection.Execute(
                "INSERT INTO rule_count VALUES ($1, $2, $3, $4, $5, $6)", id, rule.Id, rule.Pass, rule.Fail, rule.Unknown, rule.NotApplicable);
        }

        foreach (var (place, clause) in run.Clauses.Index())
        {
            connection.Execute(
                "INSERT INTO clause_count VALUES ($1, $2, $3, $4, $5, $6, $7)",
                id, place, clause.Id, clause.Pass, clause.Fail, clause.Unknown, clause.NotApplicable);
        }

        Findings(connection, id, run.Findings);
        HeldTable.Write(connection, id, run.Held);
        return id;
    }

    private static void Findings(SqliteConnection connection, long run, ImmutableArray<HistoryFinding> findings)
    {
        foreach (var (place, finding) in findings.Index())
        {
            connection.Execute("INSERT INTO found VALUES ($1, $2, $3)", run, place, SaidTable.IdOf(connection, finding));
        }
    }
}
