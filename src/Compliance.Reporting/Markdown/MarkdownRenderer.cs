using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For chat and job summaries: the verdict and what failed at a glance, the proof folded below.</summary>
public sealed class MarkdownRenderer : IReportRenderer
{
    internal const string Name = "md";

    public string Format => Name;

    public void Render(Assessment assessment, Stream output)
    {
        var report = ReportModel.Of(assessment);
        var page = new MarkdownPage();
        Verdict(page, report);
        MarkdownFindings.Table(page, report);
        MarkdownUnjudged.Write(page, report);
        MarkdownAccepted.Write(page, report);
        MarkdownLedger.Write(page, report.Assessment);
        MarkdownFindings.Details(page, report);
        MarkdownMatrix.Write(page, assessment.Matrix);
        MarkdownTraceability.Write(page, report);

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Verdict(MarkdownPage page, ReportModel report)
    {
        var (policy, estate) = (report.Assessment.Policy, report.Assessment.Estate);
        var icon = report.Assessment.Outcome switch
        {
            Outcome.Compliant => "✅",
            Outcome.Drift => "❌",
            _ => "❔",
        };
        var version = policy.Version is null ? "" : $" {MarkdownText.Code(policy.Version, Limits.Name)}";
        page.Add($"## {icon} {report.Headline} · {MarkdownText.Prose(estate.Name, Limits.Name)}\n\n");
        page.Add($"{report.Sentence}\n\n");
        if (report.Assessment.Ledger is { } ledger)
        {
            page.Add($"{MarkdownText.Prose(LedgerText.Headline(ledger), Limits.Message)}\n\n");
        }

        if (VerdictChange.Of(report.Assessment, report.Findings) is { } change)
        {
            page.Add($"{change}\n\n");
        }

        page.Add($"{report.Checked}. {report.Clauses}.\n\n");
        var compared = estate.Previous is { } earlier
            ? $", compared with {MarkdownText.Prose(earlier.Name, Limits.Name)} as collected {Words.ForPeople(earlier.CollectedAt)}"
            : "";
        page.Add($"As of {Words.ForPeople(report.Assessment.AsOf)} (collected {Words.ForPeople(estate.CollectedAt)}{compared}), "
            + $"policy {MarkdownText.Code(policy.Name, Limits.Name)}{version}, digest {MarkdownText.Code(policy.Digest, Limits.Name)}\n");
    }
}
