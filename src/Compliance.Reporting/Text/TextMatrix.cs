using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Tiers × controls: a table when the page is wide enough, otherwise one paragraph for each tier.</summary>
internal static class TextMatrix
{
    private const string Gap = "  ";

    public static void Write(TextPage page, Matrix matrix)
    {
        if (matrix.Rows.IsEmpty || matrix.Controls.IsEmpty)
        {
            return;
        }

        TextRenderer.Heading(page, "Tiers × controls (FAIL 1/6: one of six fails; ?: unknown; –: nothing to judge)");
        var headers = matrix.Controls.Select(control => UntrustedText.Shortened(control, Limits.Name)).ToImmutableArray();
        var widths = headers.Select((header, column) => Math.Max(
            header.Split(' ').Max(TextWidth.Of),
            matrix.Rows.Max(row => TextWidth.Of(Word(row.Cells[column]).Text)))).ToImmutableArray();
        var titles = matrix.Rows.Select(Title).ToImmutableArray();
        var titleWidth = titles.Max(TextWidth.Of);

        if (!page.Fits(titleWidth + widths.Sum(width => width + Gap.Length)))
        {
            Paragraphs(page, matrix, headers);
            return;
        }

        HeaderLines(page, headers, widths, titleWidth);
        for (var row = 0; row < titles.Length; row++)
        {
            List<TextSpan> spans = [Padded(titles[row], titleWidth)];
            for (var column = 0; column < widths.Length; column++)
            {
                var word = Word(matrix.Rows[row].Cells[column]);
                spans.Add(Gap);
                spans.Add(word);
                spans.Add(Spaces(column == widths.Length - 1 ? 0 : widths[column] - TextWidth.Of(word.Text)));
            }

            page.Line([.. spans]);
        }
    }

    private static void Paragraphs(TextPage page, Matrix matrix, ImmutableArray<string> headers)
    {
        foreach (var row in matrix.Rows)
        {
            List<TextSpan> spans = [new TextSpan(Title(row), Ink.Strong), ":"];
            for (var column = 0; column < headers.Length; column++)
            {
                if (row.Cells[column].Worst is not null)
                {
                    spans.Add($"{(spans.Count > 2 ? "," : "")} {headers[column]} ");
                    spans.Add(Word(row.Cells[column]) with { IsWhole = true });
                }
            }

            if (spans.Count == 2)
            {
                spans.Add(" –");
            }

            page.Paragraph(4, [.. spans]);
        }
    }

    // Titles are broken at their spaces, so that a column is as wide as its longest word.
    private static void HeaderLines(TextPage page, ImmutableArray<string> headers, ImmutableArray<int> widths, int titleWidth)
    {
        var words = headers.Select(header => header.Split(' ')).ToImmutableArray();
        for (var line = 0; line < words.Max(header => header.Length); line++)
        {
            var cells = words.Select((header, column) => Padded(line < header.Length ? header[line] : "", widths[column]));
            page.Line(new TextSpan($"{Spaces(titleWidth)}{Gap}{string.Join(Gap, cells)}".TrimEnd(), Ink.Quiet));
        }
    }

    private static string Title(MatrixRow row) => row.Tier is null
        ? UntrustedText.Shortened(row.Title, Limits.Name)
        : $"{UntrustedText.Shortened(row.Title, Limits.Name)} ({Words.Count(row.Guests, "guest")})";

    private static TextSpan Word(MatrixCell cell) => cell.Worst switch
    {
        Verdict.Fail when cell.Unknown > 0 => new TextSpan($"FAIL {cell.Fail}/{All(cell)} ?{cell.Unknown}", Ink.Bad),
        Verdict.Fail => new TextSpan($"FAIL {cell.Fail}/{All(cell)}", Ink.Bad),
        Verdict.Unknown => new TextSpan($"? {cell.Unknown}/{All(cell)}", Ink.Doubtful),
        Verdict.Pass => new TextSpan($"ok {cell.Pass}", Ink.Good),
        _ => new TextSpan("–", Ink.Quiet),
    };

    private static int All(MatrixCell cell) => cell.Pass + cell.Fail + cell.Unknown;

    private static string Padded(string text, int width) => text + Spaces(width - TextWidth.Of(text));

    private static string Spaces(int count) => new(' ', Math.Max(0, count));
}
