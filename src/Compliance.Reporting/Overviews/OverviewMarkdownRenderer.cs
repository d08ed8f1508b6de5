using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For chats and job summaries: a table of the clusters, then what is worst in each that is not compliant.</summary>
public sealed class OverviewMarkdownRenderer : IOverviewRenderer
{
    private const int TableRoom = 30_000;
    private const int DetailRoom = 25_000;

    public void Render(Overview overview, Stream output)
    {
        ArgumentNullException.ThrowIfNull(overview);
        var model = OverviewModel.Of(overview);
        var page = new MarkdownPage();
        page.Add($"## {IconOf(overview.Outcome)} {model.Headline}\n\n{model.Sentence}\n\n");
        if (model.NotAsked is { } notAsked)
        {
            page.Add($"{MarkdownText.Prose(notAsked, Limits.Message)}\n\n");
        }

        page.AddList(
            TableRoom,
            "| cluster | verdict | exit code | errors | warnings | unknown | read | since the run before |\n|---|---|--:|--:|--:|--:|---|---|\n",
            [.. model.Rows.Select(Row)], "clusters", "\n");
        page.AddList(DetailRoom, "", [.. model.Rows.Where(row => row.Fault is not null || row.Target.Outcome != Outcome.Compliant).Select(Detail)], "clusters", "");
        page.Add($"As of {Words.ForPeople(overview.At)}; exit code {overview.ExitCode}, the highest of all.\n");
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static string Row(OverviewRow row)
    {
        var name = MarkdownText.Prose(row.Name, Limits.Name);
        var cell = row.Target.Report is { } report ? $"[{name}]({Uri.EscapeDataString(report)})" : name;
        return $"| {cell} | {IconOf(row.Target.Outcome)} {row.Verdict} | {row.ExitCode} | {row.Errors} | {row.Warnings} | {row.Unknown} | {row.Age} | {row.Since} |\n";
    }

    private static string Detail(OverviewRow row)
    {
        var text = new StringBuilder($"**{MarkdownText.Prose(row.Name, Limits.Name)}**\n\n");
        if (row.Fault is { } fault)
        {
            text.Append($"- {MarkdownText.Prose(fault, Limits.Message)}\n");
        }

        foreach (var worst in row.Worst)
        {
            text.Append($"- {MarkdownText.Prose(worst.Rule, Limits.Name)} {MarkdownText.Prose(worst.Text, Limits.Value)}\n");
        }

        return text.Append('\n').ToString();
    }

    private static string IconOf(Outcome outcome) => outcome switch
    {
        Outcome.Compliant => "✅",
        Outcome.Drift => "❌",
        _ => "❔",
    };
}
