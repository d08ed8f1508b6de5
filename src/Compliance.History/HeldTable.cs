using System.Collections.Immutable;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>What runs looked at and did not find. The values of what holds are many, and only the next run compares with them.</summary>
internal static class HeldTable
{
    public const string Columns = "fingerprint, rule, holds, expected, actual";

    /// <param name="first">the column of the fingerprint</param>
    public static HeldCase Read(SqliteDataReader row, int first)
        => new(row.GetString(first), row.GetString(first + 1), row.GetInt32(first + 2) != 0, row.Text(first + 3), row.Text(first + 4));

    public static void Write(SqliteConnection connection, long run, ImmutableArray<HeldCase> held)
    {
        foreach (var one in held)
        {
            connection.Execute("INSERT INTO held VALUES ($1, $2, $3, $4, $5, $6)", run, one.Fingerprint, one.Rule, one.Holds ? 1 : 0, one.Expected, one.Actual);
        }
    }

    /// <summary>
    /// After a run was added: all but the newest keep only what decides whether an earlier finding was put right, which are the cases of
    /// rules that could not judge everything.
    /// </summary>
    public static void Trim(SqliteConnection connection, HistoryRun added)
    {
        var newest = connection.Rows(
            "SELECT id FROM run WHERE estate = $1 AND policy = $2 AND NOT is_pruned ORDER BY as_of DESC, id DESC LIMIT 2",
            row => row.GetInt64(0), added.Estate, added.Policy);
        foreach (var run in newest.Skip(1).Append(added.Id).Where(id => id != newest[0]).Distinct())
        {
            connection.Execute(
                "DELETE FROM held WHERE run = $1 AND NOT EXISTS (SELECT 1 FROM rule_count c WHERE c.run = held.run AND c.rule = held.rule AND c.unknown > 0)", run);
            connection.Execute("UPDATE held SET expected = NULL, actual = NULL WHERE run = $1", run);
        }
    }
}
