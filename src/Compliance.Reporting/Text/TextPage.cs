using System.Text;

namespace Compliance.Reporting;

/// <summary>Lines of a terminal: wraps between words, colours when asked, ends lines with LF.</summary>
internal sealed class TextPage(ReportOptions options)
{
    private const int NarrowestUseful = 40;

    private readonly StringBuilder _page = new();

    /// <summary>Null: no limit.</summary>
    public int? Width { get; } = options.Width is { } width ? Math.Max(width, NarrowestUseful) : null;

    public bool Fits(int columns) => Width is not { } width || columns <= width;

    public void Blank() => _page.Append('\n');

    /// <summary>One line as it is, however long: commands stay whole, so that they can be copied.</summary>
    public void Line(params ReadOnlySpan<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            Put(span.Text, span.Ink);
        }

        Blank();
    }

    /// <summary>As <see cref="Line"/> when it fits; otherwise wrapped, and all lines but the first begin after <paramref name="hang"/> columns.</summary>
    public void Paragraph(int hang, params ReadOnlySpan<TextSpan> spans)
    {
        var columns = 0;
        foreach (var span in spans)
        {
            columns += TextWidth.Of(span.Text);
        }

        if (Fits(columns))
        {
            Line(spans);
            return;
        }

        var used = 0;
        var spaces = 0;
        foreach (var word in Words(spans))
        {
            var width = word.Sum(piece => TextWidth.Of(piece.Text));
            if (width > 0 && used > hang && !Fits(used + spaces + width))
            {
                Blank();
                used = 0;
                spaces = hang;
            }

            if (width > 0)
            {
                _page.Append(' ', spaces);
                word.ForEach(piece => Put(piece.Text, piece.Ink));
                used += spaces + width;
                spaces = 0;
            }

            // Spaces wait for the next word: a line never ends in them, and those in a row are kept within a line.
            spaces++;
        }

        Blank();
    }

    public override string ToString() => _page.ToString();

    // A word may change its ink in the middle: only a space ends it.
    private static List<List<TextSpan>> Words(ReadOnlySpan<TextSpan> spans)
    {
        List<List<TextSpan>> words = [[]];
        foreach (var span in spans)
        {
            var parts = span.IsWhole ? [span.Text] : span.Text.Split(' ');
            words[^1].Add(span with { Text = parts[0] });
            words.AddRange(parts.Skip(1).Select(part => new List<TextSpan> { span with { Text = part } }));
        }

        return words;
    }

    private void Put(string text, Ink ink)
    {
        if (!options.UseColor || ink == Ink.Plain || text.Length == 0)
        {
            _page.Append(text);
            return;
        }

        _page.Append("\e[").Append(Code(ink)).Append('m').Append(text).Append("\e[0m");
    }

    private static string Code(Ink ink) => ink switch
    {
        Ink.Bad => "1;31",
        Ink.Doubtful => "1;33",
        Ink.Good => "1;32",
        Ink.Notice => "1;36",
        Ink.Strong => "1",
        _ => "2",
    };
}
