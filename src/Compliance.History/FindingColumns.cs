using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>The columns of a finding, which two tables have by these names.</summary>
internal static class FindingColumns
{
    public const string Names =
        "fingerprint, rule, subject_kind, subject, subject_name, tier, verdict, severity, message, expected, actual, endpoint, field, "
        + "policy_file, policy_line, policy_column, waived_until";

    public static object?[] Of(HistoryFinding finding) =>
    [
        finding.Fingerprint, finding.Rule, Codes.Of(finding.Subject.Kind), finding.Subject.Id, finding.Subject.Name, finding.Subject.Tier,
        Codes.Of(finding.Verdict), Codes.Of(finding.Severity), finding.Message, finding.Expected, finding.Actual,
        finding.Live?.Endpoint, finding.Live?.Field, finding.Policy?.File, finding.Policy?.Line, finding.Policy?.Column, Codes.Of(finding.WaivedUntil),
    ];

    /// <param name="first">the column of the fingerprint</param>
    public static HistoryFinding Read(SqliteDataReader row, int first) => new()
    {
        Fingerprint = row.GetString(first),
        Rule = row.GetString(first + 1),
        Subject = new Subject(
            Codes.KindOf(row.GetString(first + 2)), row.GetString(first + 3), row.Text(first + 4), row.IsDBNull(first + 5) ? null : row.GetInt32(first + 5)),
        Verdict = Codes.VerdictOf(row.GetString(first + 6)),
        Severity = Codes.SeverityOf(row.GetString(first + 7)),
        Message = row.GetString(first + 8),
        Expected = row.Text(first + 9),
        Actual = row.Text(first + 10),
        Live = row.Text(first + 11) is { } endpoint ? new LivePlace(endpoint, row.GetString(first + 12)) : null,
        Policy = row.Text(first + 13) is { } file ? Point(file, row.GetInt32(first + 14), row.GetInt32(first + 15)) : null,
        WaivedUntil = Codes.Day(row.Text(first + 16)),
    };

    private static Place Point(string file, int line, int column) => new(file, line, column, line, column);
}
