using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What failed: a table to scan, and folded below it what to do about each.</summary>
internal static class MarkdownFindings
{
    private const int TableRoom = 14_000;
    private const int DetailsRoom = 16_000;
    private const int MessageLength = 240;
    private const int FixLength = 600;

    public static void Table(MarkdownPage page, ReportModel report)
    {
        page.Add("\n### Findings\n\n");
        if (report.NothingFailed is { } nothing)
        {
            page.Add($"{nothing}\n");
            return;
        }

        const string head = "| | Subject | Rule | What is | Policy |\n|---|---|---|---|---|\n";
        page.AddList(TableRoom, head, [.. Findings(report).Select(Row)], "findings", "");
    }

    public static void Details(MarkdownPage page, ReportModel report)
    {
        if (report.Failed.IsEmpty)
        {
            return;
        }

        const string opening = "\n<details><summary>Expected, actual and how to put it right</summary>\n\n";
        page.AddList(DetailsRoom, opening, [.. Findings(report).Select(Detail)], "findings", "\n</details>\n");
    }

    /// <summary><c>`qemu/101` ca01</c>; fits into a table cell.</summary>
    public static string Subject(Subject subject)
    {
        var id = MarkdownText.CodeCell(subject.Id, Limits.Name);
        return subject.Name is null ? id : $"{id} {MarkdownText.Prose(subject.Name, Limits.Name)}";
    }

    /// <summary><c> **new**</c>, <c> since 2026-11-03 (20 days)</c>; empty without a baseline and a history.</summary>
    public static string Drift(Finding finding)
        => LedgerText.Beside(finding) is not { } text ? "" : text.StartsWith("new", StringComparison.Ordinal) ? $" **{text}**" : $" {text}";

    private static IEnumerable<Finding> Findings(ReportModel report)
        => report.Failed.SelectMany(group => group.Rules).SelectMany(rule => rule.Findings);

    private static string Row(Finding finding)
    {
        var place = finding.Policy is { } policy ? MarkdownText.CodeCell($"{policy.File}:{policy.Line}", Limits.Name) : "–";
        return $"| {Weight(finding.Severity)} | {Subject(finding.Subject)} | {MarkdownText.CodeCell(finding.Rule, Limits.Name)}{Drift(finding)} | "
            + $"{MarkdownText.Prose(finding.Message, MessageLength)} | {place} |\n";
    }

    private static string Detail(Finding finding)
    {
        var detail = $"**{MarkdownText.Prose(finding.Rule, Limits.Name)}** {Subject(finding.Subject)}\n\n";
        if (finding.Expected is not null || finding.Actual is not null)
        {
            detail += $"- expected {MarkdownText.Code(finding.Expected, MessageLength)}\n- actual {MarkdownText.Code(finding.Actual, MessageLength)}\n";
        }

        if (!finding.Because.IsEmpty)
        {
            detail += $"- because {MarkdownText.Code(ReasonText.Of(finding), Limits.Value)}\n";
        }

        if (finding.History is { } history && LedgerText.Detail(history) is { } changed)
        {
            detail += $"- changed: {MarkdownText.Prose(changed, Limits.Message)}\n";
        }

        if (finding.Live is { } live)
        {
            detail += $"- live {MarkdownText.Code(live.Endpoint, Limits.Name)} {MarkdownText.Code(live.Field, Limits.Name)}\n";
        }

        var clauses = finding.Clauses.IsEmpty ? "" : $" ({string.Join(", ", finding.Clauses.Select(clause => MarkdownText.Prose(clause, Limits.Name)))})";
        detail += $"- why: {MarkdownText.Prose(finding.Why, MessageLength)}{clauses}\n\n";
        if (finding.Fix is not { } fix)
        {
            return detail;
        }

        return detail + (fix.Length <= FixLength
            ? $"{MarkdownText.Block(fix)}\n"
            : "The command is too long to show here, and half a command is worse than none: see the html or json report.\n\n");
    }

    private static string Weight(Severity severity) => severity switch
    {
        Severity.Error => "❌ error",
        Severity.Warning => "⚠️ warning",
        _ => "ℹ️ info",
    };
}
