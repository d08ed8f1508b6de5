using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What people accept: never folded, because it is what keeps a report green.</summary>
internal static class MarkdownAccepted
{
    private const int WaivedRoom = 6_000;
    private const int ProblemsRoom = 3_000;
    private const int LapsesRoom = 3_000;
    private const int MessageLength = 240;

    public static void Write(MarkdownPage page, ReportModel report)
    {
        var assessment = report.Assessment;
        if (!report.Waived.IsEmpty)
        {
            page.AddList(
                WaivedRoom,
                $"\n### Waived ({report.Findings.Waived})\n\n| Subject | Rule | What is | Waived |\n|---|---|---|---|\n",
                [.. report.Waived.SelectMany(rule => rule.Findings).Select(finding => Row(finding, assessment.AsOf))],
                "waived findings",
                "");
        }

        if (!assessment.WaiverProblems.IsEmpty)
        {
            page.AddList(
                ProblemsRoom,
                "\n### Waivers that need attention\n\n",
                [.. assessment.WaiverProblems.Select(Problem)],
                "waivers",
                "");
        }

        foreach (var (title, lapses) in BaselineText.Sections(assessment))
        {
            page.AddList(LapsesRoom, $"\n### {title} ({lapses.Length})\n\n", [.. lapses.Select(lapse => $"- {MarkdownText.Prose(BaselineText.Of(lapse), Limits.Message)}\n")], "findings of the baseline", "");
        }
    }

    private static string Row(Finding finding, DateTimeOffset asOf)
        => $"| {MarkdownFindings.Subject(finding.Subject)} | {MarkdownText.CodeCell(finding.Rule, Limits.Name)}{MarkdownFindings.Drift(finding)} | "
            + $"{MarkdownText.Prose(finding.Message, MessageLength)} | {MarkdownText.Prose(WaiverText.Of(finding.Waiver!, asOf), Limits.Message)} |\n";

    private static string Problem(WaiverProblem problem)
        => $"- {(problem.Severity == Severity.Error ? "❌" : "⚠️")} {MarkdownText.Code(WaiverText.Place(problem.Waiver), Limits.Name)} {MarkdownText.Prose(WaiverText.Of(problem), Limits.Message)}\n";
}
