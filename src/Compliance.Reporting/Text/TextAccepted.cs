using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What people accept: waived findings, waivers that need attention, and what became of the baseline.</summary>
internal static class TextAccepted
{
    public static void Write(TextPage page, ReportModel report)
    {
        var assessment = report.Assessment;
        if (!report.Waived.IsEmpty)
        {
            TextRenderer.Heading(page, $"Waived ({report.Findings.Waived})");
            foreach (var finding in report.Waived.SelectMany(rule => rule.Findings))
            {
                TextFinding.Write(page, finding, assessment.AsOf);
            }
        }

        if (!assessment.WaiverProblems.IsEmpty)
        {
            TextRenderer.Heading(page, $"Waivers that need attention ({assessment.WaiverProblems.Length})");
            foreach (var problem in assessment.WaiverProblems)
            {
                var ink = problem.Severity == Severity.Error ? Ink.Bad : Ink.Doubtful;
                page.Paragraph(4, new TextSpan(WaiverText.Place(problem.Waiver), Ink.Strong), " ", new TextSpan(Words.Of(problem.Severity), ink), $": {WaiverText.Of(problem)}");
            }
        }

        foreach (var (title, lapses) in BaselineText.Sections(assessment))
        {
            TextRenderer.Heading(page, $"{title} ({lapses.Length})");
            foreach (var lapse in lapses)
            {
                page.Paragraph(4, BaselineText.Of(lapse));
            }
        }
    }
}
