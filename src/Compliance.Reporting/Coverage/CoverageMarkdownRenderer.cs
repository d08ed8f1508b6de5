using System.Text;

namespace Compliance.Reporting;

/// <summary>For pages beside the runbook: one table.</summary>
public sealed class CoverageMarkdownRenderer : ICoverageRenderer
{
    public void Render(CoverageListing listing, Stream output)
    {
        var page = new MarkdownPage();
        var judged = listing.Judged is { } by
            ? $"{MarkdownText.Prose(by.Estate, Limits.Name)} as of {Words.ForPeople(by.AsOf)}"
            : "nothing judged: the rules are those that would";
        page.Add($"## Runbook traceability · {MarkdownText.Prose(listing.Policy, Limits.Name)}\n\n{judged}. {listing.Sentence}.\n\n");
        page.AddList(
            MarkdownPage.Limit,
            MarkdownTraceability.Head,
            [.. CoverageSection.Of(listing.Rows).SelectMany(section => MarkdownTraceability.Rows(section, listing.Reason, hasVerdict: listing.Judged is not null))],
            "clauses",
            "");

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }
}
