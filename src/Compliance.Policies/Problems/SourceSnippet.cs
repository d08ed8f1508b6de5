namespace Compliance.Policies;

/// <summary>A source line made fit to print, and where the caret goes, in columns of a terminal.</summary>
/// <param name="Line">what to print: no control characters, tabs as four blanks, cut around the caret when it is long</param>
/// <param name="Indent">columns before the caret</param>
/// <param name="Width">columns of the marked range; at least 1</param>
internal sealed record SourceSnippet(string Line, int Indent, int Width)
{
    /// <summary>Longer lines are cut.</summary>
    public const int LongestLine = 120;

    private const int KeptBefore = 60;
    private const char Cut = '…';

    /// <param name="start">index of the first marked character</param>
    /// <param name="end">index after the last one</param>
    public static SourceSnippet Of(string line, int start, int end)
    {
        start -= SplitsPair(line, start) ? 1 : 0;
        end += SplitsPair(line, end) ? 1 : 0;
        var (from, to) = Window(line, start);
        var markedEnd = Math.Clamp(end, start, Math.Max(to, start));
        var head = (from > 0 ? Cut.ToString() : "") + VisibleText.OneLine(line[from..start]);
        var marked = VisibleText.OneLine(line[start..markedEnd]);
        var tail = VisibleText.OneLine(line[markedEnd..to]) + (to < line.Length ? Cut.ToString() : "");
        return new SourceSnippet(head + marked + tail, VisibleText.Columns(head), Math.Max(1, VisibleText.Columns(marked)));
    }

    /// <summary>The part of the line to show. It never begins or ends inside a surrogate pair.</summary>
    private static (int From, int To) Window(string line, int start)
    {
        if (line.Length <= LongestLine)
        {
            return (0, line.Length);
        }

        var from = Math.Clamp(start - KeptBefore, 0, line.Length - LongestLine);
        var to = from + LongestLine;
        return (SplitsPair(line, from) ? from - 1 : from, SplitsPair(line, to) ? to - 1 : to);
    }

    private static bool SplitsPair(string line, int index) => index > 0 && index < line.Length && char.IsLowSurrogate(line[index]) && char.IsHighSurrogate(line[index - 1]);
}
