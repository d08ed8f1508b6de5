using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For terminals and mails of cron: a line for each cluster, and below it what is worst there, or why nothing is known.</summary>
public sealed class OverviewTextRenderer(ReportOptions options) : IOverviewRenderer
{
    private const string Gap = "  ";
    private static readonly ImmutableArray<string> Heads = ["cluster", "verdict", "exit", "errors", "warnings", "unknown", "read", "since the run before"];

    public void Render(Overview overview, Stream output)
    {
        ArgumentNullException.ThrowIfNull(overview);
        var model = OverviewModel.Of(overview);
        var page = new TextPage(options);
        page.Paragraph(4, new TextSpan(model.Headline, InkOf(overview.Outcome)), $"  {model.Sentence}");
        if (model.NotAsked is { } notAsked)
        {
            page.Paragraph(4, new TextSpan(notAsked, Ink.Notice));
        }

        page.Blank();
        Table(page, model);
        page.Blank();
        page.Paragraph(0, new TextSpan($"As of {Words.ForPeople(overview.At)}; exit code {overview.ExitCode}, the highest of all", Ink.Quiet));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Table(TextPage page, OverviewModel model)
    {
        var cells = model.Rows.Select(Cells).ToImmutableArray();
        var widths = Heads.Select((head, column) => cells.Select(row => TextWidth.Of(row[column])).Append(head.Length).Max()).ToImmutableArray();
        page.Line(new TextSpan(string.Join(Gap, Heads.Select((head, column) => Padded(head, widths[column]))).TrimEnd(), Ink.Quiet));
        foreach (var (row, texts) in model.Rows.Zip(cells))
        {
            page.Line(
                new TextSpan(Padded(texts[0], widths[0]), Ink.Strong), Gap,
                new TextSpan(Padded(texts[1], widths[1]), InkOf(row.Target.Outcome)), Gap,
                string.Join(Gap, texts.Skip(2).Select((text, column) => Padded(text, widths[column + 2]))).TrimEnd());
            if (row.Fault is { } fault)
            {
                page.Paragraph(8, "    ", new TextSpan(fault, Ink.Doubtful));
            }

            foreach (var worst in row.Worst)
            {
                page.Paragraph(8, $"    {UntrustedText.Shortened(worst.Rule, Limits.Name)} {worst.Text}");
            }
        }
    }

    private static ImmutableArray<string> Cells(OverviewRow row)
        => [row.Name, row.Verdict, row.ExitCode, row.Errors, row.Warnings, row.Unknown, row.Age, row.Since];

    private static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - TextWidth.Of(text)));

    private static Ink InkOf(Outcome outcome) => outcome switch
    {
        Outcome.Compliant => Ink.Good,
        Outcome.Drift => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
