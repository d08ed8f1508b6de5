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
        foreach (var span in spans)
        {
            Wrap(span, hang, ref used);
        }

        Blank();
    }

    public override string ToString() => _page.ToString();

    private void Wrap(TextSpan span, int hang, ref int used)
    {
        var words = span.Text.Split(' ');
        for (var at = 0; at < words.Length; at++)
        {
            var columns = TextWidth.Of(words[at]);
            var space = at > 0 ? 1 : 0;
            if (used > hang && space > 0 && !Fits(used + space + columns))
            {
                Blank();
                _page.Append(' ', hang);
                used = hang;
                space = 0;
            }

            _page.Append(' ', space);
            Put(words[at], span.Ink);
            used += space + columns;
        }
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
