using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Every clause of the runbook and what it came to, and the rules that proved nothing.</summary>
internal static class MarkdownTraceability
{
    private const int Room = 14_000;
    private const int SettingsRoom = 4_000;
    private const int IdleRoom = 1_500;
    private const int ClauseLength = 160;

    public const string Head = "| Clause | The runbook says | Rules | Judged by | Verdict |\n|---|---|---|---|---|\n";

    public static void Write(MarkdownPage page, ReportModel report)
    {
        if (report.Clauses.All > 0)
        {
            var opening = $"\n<details><summary>Runbook traceability: {report.Clauses}</summary>\n\n{Head}";
            page.AddList(Room, opening, [.. report.Traceability.SelectMany(section => Rows(section, CoverageSection.Reason, hasVerdict: true))], "clauses", "\n</details>\n");
        }

        if (!report.Assessment.DisabledRules.IsEmpty || !report.Reweighed.IsEmpty)
        {
            page.AddList(
                SettingsRoom,
                "\n### What the policy says about rules\n\n",
                [
                    .. report.Assessment.DisabledRules.Select(rule => $"- **off**: {MarkdownText.Prose(RuleSettingText.Off(rule), Limits.Message)}\n"),
                    .. report.Reweighed.Select(rule => $"- **severity**: {MarkdownText.Prose(RuleSettingText.Severity(rule), Limits.Message)}\n"),
                ],
                "settings of rules",
                "");
        }

        var idle = report.Assessment.IdleRules;
        if (!idle.IsEmpty)
        {
            var opening = $"\n<details><summary>{Words.Count(idle.Length, "rule that", "rules that")} found nothing to judge: no proof either way</summary>\n\n";
            page.AddList(IdleRoom, opening, [.. idle.Select(id => $"- {MarkdownText.Code(id, Limits.Name)}\n")], "rules", "\n</details>\n");
        }
    }

    /// <summary>The table's rows of one section, the first of them with its title.</summary>
    /// <param name="reason">why a clause has no verdict</param>
    /// <param name="hasVerdict">false when nothing was judged yet</param>
    public static IEnumerable<string> Rows(CoverageSection section, Func<ClauseCoverage, string?> reason, bool hasVerdict)
        => section.Clauses.Select((row, at) => (at == 0 ? $"| | **{MarkdownText.Prose(section.Title, ClauseLength)}** | | | |\n" : "") + Row(row, reason(row), hasVerdict));

    private static string Row(ClauseCoverage row, string? reason, bool hasVerdict)
    {
        var where = CoverageSection.Where(row) is { } line ? $" · {MarkdownText.CodeCell(line, ClauseLength)}" : "";
        var rules = row.Rules.IsEmpty ? "none" : string.Join(", ", row.Rules.Select(rule => MarkdownText.CodeCell(rule, Limits.Name)));
        var why = reason is not null ? $" ({MarkdownText.Prose(reason, ClauseLength)})" : "";
        return $"| {MarkdownText.CodeCell(row.Clause.Id, Limits.Name)} | {MarkdownText.Prose(row.Clause.Says, ClauseLength)}{where}{why} | {rules} | "
            + $"{Words.Of(row.How)} | {(hasVerdict ? Verdict(row.Verdict) : "")} |\n";
    }

    private static string Verdict(Verdict? verdict) => verdict switch
    {
        Core.Model.Verdict.Pass => "✅ pass",
        Core.Model.Verdict.Fail => "❌ fail",
        Core.Model.Verdict.Unknown => "❔ unknown",
        _ => "– not checked",
    };
}
