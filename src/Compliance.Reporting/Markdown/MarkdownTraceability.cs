using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Every clause of the runbook and what it came to, and the rules that proved nothing.</summary>
internal static class MarkdownTraceability
{
    private const int Room = 11_000;
    private const int SettingsRoom = 4_000;
    private const int IdleRoom = 1_500;
    private const int ClauseLength = 160;

    public static void Write(MarkdownPage page, ReportModel report)
    {
        if (report.Clauses.All > 0)
        {
            var opening = $"\n<details><summary>Runbook traceability: {report.Clauses}</summary>\n\n"
                + "| Clause | The runbook says | Rules | Judged by | Verdict |\n|---|---|---|---|---|\n";
            page.AddList(Room, opening, [.. report.Traceability.SelectMany(section => section.Clauses).Select(Row)], "clauses", "\n</details>\n");
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

    private static string Row(ClauseCoverage row)
    {
        var rules = row.Rules.IsEmpty ? "none" : string.Join(", ", row.Rules.Select(rule => MarkdownText.CodeCell(rule, Limits.Name)));
        var why = CoverageSection.Reason(row) is { } reason ? $" ({MarkdownText.Prose(reason, ClauseLength)})" : "";
        return $"| {MarkdownText.CodeCell(row.Clause.Id, Limits.Name)} | {MarkdownText.Prose(row.Clause.Says, ClauseLength)}{why} | {rules} | "
            + $"{Words.Of(row.Clause.How)} | {Verdict(row.Verdict)} |\n";
    }

    private static string Verdict(Verdict? verdict) => verdict switch
    {
        Core.Model.Verdict.Pass => "✅ pass",
        Core.Model.Verdict.Fail => "❌ fail",
        Core.Model.Verdict.Unknown => "❔ unknown",
        _ => "– not checked",
    };
}
