using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>What the page tells of the runs before.</summary>
internal static class HtmlLedger
{
    /// <summary>So many of the resolved are listed; what is left out is counted.</summary>
    private const int Listed = 200;

    /// <summary>Null without a history.</summary>
    public static ScriptObject? Of(Assessment assessment)
    {
        if (assessment is not { Ledger: { } ledger, History: { } history })
        {
            return null;
        }

        var trend = Trends.Of(history, TrendText.ReportDays);
        return new ScriptObject
        {
            ["headline"] = LedgerText.Headline(ledger),
            ["sections"] = Script.List(LedgerText.Sections(ledger), section => new ScriptObject
            {
                ["title"] = section.Title,
                ["count"] = section.Entries.Length,
                ["lines"] = Script.List(TrendText.Listed(section.Entries, Listed, LedgerText.Line), line => line),
            }),
            ["trend_title"] = TrendText.Title(trend),
            ["trend"] = Script.List(TrendText.Lines(trend, isAscii: false), line => new ScriptObject
            {
                ["label"] = line.Label,
                ["spark"] = Sparkline.Of(line.Days),
                ["words"] = line.Words,
            }),
        };
    }
}
