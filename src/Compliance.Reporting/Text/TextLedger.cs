using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What became of findings of earlier runs.</summary>
internal static class TextLedger
{
    public static void Write(TextPage page, Assessment assessment)
    {
        foreach (var (title, entries) in LedgerText.Sections(assessment.Ledger))
        {
            TextRenderer.Heading(page, $"{title} ({entries.Length})");
            foreach (var entry in entries)
            {
                page.Paragraph(4, LedgerText.Line(entry));
            }
        }
    }
}
