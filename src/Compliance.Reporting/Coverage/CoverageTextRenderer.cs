using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For terminals: a section of the runbook after the other, each clause with what judges it, and what stands in the way below it.</summary>
public sealed class CoverageTextRenderer(ReportOptions options) : ICoverageRenderer
{
    private const int Below = 7;

    public void Render(CoverageListing listing, Stream output)
    {
        var page = new TextPage(options);
        foreach (var section in CoverageSection.Of(listing.Rows))
        {
            page.Paragraph(0, new TextSpan(UntrustedText.Shortened(section.Title, Limits.Value), Ink.Strong));
            foreach (var row in section.Clauses)
            {
                Clause(page, listing, row);
            }

            page.Blank();
        }

        var judged = listing.Judged is { } by ? $", {UntrustedText.Shortened(by.Estate, Limits.Name)} as of {Words.ForPeople(by.AsOf)}" : ", nothing judged: give --inventory or --url for verdicts";
        var runbook = listing.Runbook is null ? ", no runbook file" : $", runbook {UntrustedText.Shortened(listing.Runbook, Limits.Name)}";
        page.Paragraph(0, new TextSpan($"Policy {UntrustedText.Shortened(listing.Policy, Limits.Name)}{runbook}{judged}", Ink.Quiet));
        page.Paragraph(0, listing.Sentence);

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Clause(TextPage page, CoverageListing listing, ClauseCoverage row)
    {
        var verdict = listing.Verdict(row);
        var says = $"  {UntrustedText.Shortened(row.Clause.Says, Limits.Value)}";
        var id = $"{UntrustedText.Shortened(row.Clause.Id, Limits.Name)}  ";
        page.Paragraph(Below, new TextSpan(id, Ink.Strong), new TextSpan(verdict.PadRight(listing.Judged is null ? 0 : 11), InkOf(row)), listing.Judged is null ? says.TrimStart() : says);
        var rules = row.Rules.IsEmpty ? "" : $": {string.Join(", ", row.Rules.Select(UntrustedText.Visible))}";
        var where = CoverageSection.Where(row) is { } line ? $"  ({UntrustedText.Shortened(line, Limits.Value)})" : "";
        page.Paragraph(Below, new TextSpan($"       {How(row, listing)}{rules}{where}", Ink.Quiet));
        if (listing.Reason(row) is { } reason)
        {
            page.Paragraph(Below, $"       {UntrustedText.Shortened(reason, Limits.Message)}");
        }
    }

    private static string How(ClauseCoverage row, CoverageListing listing) => row.How switch
    {
        ClauseProof.None when row.Clause.How != ClauseProof.None => $"{(listing.Judged is null ? "judged" : "was judged")} by nothing, provable by {Words.Of(row.Clause.How)}",
        ClauseProof.None => "judged by nothing",
        ClauseProof.Both => "live and evidence",
        var how => Words.Of(how),
    };

    private static Ink InkOf(ClauseCoverage row) => row.Verdict switch
    {
        Core.Model.Verdict.Pass => Ink.Good,
        Core.Model.Verdict.Fail => Ink.Bad,
        Core.Model.Verdict.Unknown => Ink.Doubtful,
        _ => Ink.Quiet,
    };
}
