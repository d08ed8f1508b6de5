using Compliance.Core.Assessments;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What became of earlier findings, and whether it is getting better.</summary>
internal static class MarkdownLedger
{
    private const int Room = 3_000;

    public static void Write(MarkdownPage page, Assessment assessment)
    {
        if (assessment is not { Ledger: { } ledger, History: { } history })
        {
            return;
        }

        foreach (var (title, entries) in LedgerText.Sections(ledger))
        {
            page.AddList(Room, $"\n### {title} ({entries.Length})\n\n", [.. entries.Select(entry => $"- {MarkdownText.Prose(LedgerText.Line(entry), Limits.Message)}\n")], "findings of earlier runs", "");
        }

        var trend = Trends.Of(history, TrendText.ReportDays);
        page.Add($"\n### {TrendText.Title(trend)}\n\n| | | |\n|---|---|---|\n");
        foreach (var line in TrendText.Lines(trend, isAscii: false))
        {
            page.Add($"| {MarkdownText.Prose(line.Label, Limits.Name)} | `{line.Spark}` | {line.Words} |\n");
        }
    }
}
