using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>What was said of findings, each wording once: a finding that nothing moves costs a run a few bytes.</summary>
internal static class SaidTable
{
    private static readonly string Same = string.Join(" AND ", FindingColumns.Names.Split(", ").Select((column, place) => $"{column} IS ${place + 1}"));

    private static readonly string Values = string.Join(", ", FindingColumns.Names.Split(", ").Select((_, place) => $"${place + 1}"));

    /// <summary>The row that says this; made when there is none.</summary>
    public static long IdOf(SqliteConnection connection, HistoryFinding finding)
    {
        var values = FindingColumns.Of(finding);
        return connection.Rows($"SELECT id FROM said WHERE {Same}", row => row.GetInt64(0), values) is [var id, ..]
            ? id
            : connection.Number($"INSERT INTO said ({FindingColumns.Names}) VALUES ({Values}) RETURNING id", values);
    }

    /// <summary>What the runs of a series point at, by its row.</summary>
    /// <param name="runs">a condition on <c>run</c>, with the estate for <c>$1</c> and the policy for <c>$2</c></param>
    public static IReadOnlyDictionary<long, HistoryFinding> Read(SqliteConnection connection, string runs, string estate, string policy)
        => connection.Rows(
            $"SELECT id, {FindingColumns.Names} FROM said WHERE id IN (SELECT said FROM found WHERE {runs})",
            row => (Id: row.GetInt64(0), Finding: FindingColumns.Read(row, 1)), estate, policy).ToDictionary(row => row.Id, row => row.Finding);

    /// <summary>After runs went: what nothing points at goes with them.</summary>
    public static void Sweep(SqliteConnection connection) => connection.Execute("DELETE FROM said WHERE id NOT IN (SELECT said FROM found)");
}
