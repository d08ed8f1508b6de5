namespace Compliance.Policies;

/// <summary>Decodes literal and folded scalars (YAML 1.2.2, chapter 8.1), remembering where each character stood.</summary>
internal static class BlockScalarTrace
{
    private const int WidestIndent = 64;

    /// <summary>
    /// Every way the block may be meant: the indentation of its first line or a narrower one (an indentation sign counts from
    /// the parent, which is not known here), each kept, clipped or stripped at the end. The caller takes the one that fits.
    /// </summary>
    public static IEnumerable<TracedText> Decodings(string text, int start, int end, bool isFolded)
    {
        var header = text.IndexOf('\n', start);
        if (header < 0)
        {
            yield break;
        }

        var lines = Lines(text, header + 1, WithLineEnds(text, Math.Max(end, header + 1)));
        for (var indent = Math.Min(FirstIndent(text, lines), WidestIndent); indent > 0; indent--)
        {
            var whole = Decode(text, lines, indent, isFolded);
            yield return whole;
            var stripped = whole.Length;
            while (stripped > 0 && whole[stripped - 1] == '\n')
            {
                stripped--;
            }

            if (stripped + 1 < whole.Length)
            {
                whole.Truncate(stripped + 1);
                yield return whole;
            }

            if (stripped < whole.Length)
            {
                whole.Truncate(stripped);
                yield return whole;
            }
        }
    }

    /// <summary>Blank lines after the text belong to a block that keeps them.</summary>
    private static int WithLineEnds(string text, int end)
    {
        var last = end;
        for (var index = end; index < text.Length && text[index] is ' ' or '\n'; index++)
        {
            if (text[index] == '\n')
            {
                last = index + 1;
            }
        }

        return last;
    }

    /// <summary>From, to (line end excluded) of each line.</summary>
    private static List<(int From, int To)> Lines(string text, int from, int end)
    {
        var lines = new List<(int From, int To)>();
        while (from < end)
        {
            var to = text.IndexOf('\n', from, end - from);
            lines.Add((from, to < 0 ? end : to));
            from = to < 0 ? end : to + 1;
        }

        return lines;
    }

    private static int FirstIndent(string text, List<(int From, int To)> lines)
    {
        foreach (var (from, to) in lines)
        {
            var indent = text.AsSpan(from, to - from).IndexOfAnyExcept(' ');
            if (indent >= 0)
            {
                return indent;
            }
        }

        return 0;
    }

    /// <summary>A line end between two lines that both begin with text folds to a space; lines that are indented further keep theirs.</summary>
    private static TracedText Decode(string text, List<(int From, int To)> lines, int indent, bool isFolded)
    {
        var result = new TracedText();
        var previousIsText = false;
        var pending = -1;              // line end of the last line with content, not yet written
        var blanks = new List<int>();  // line ends of blank lines since
        foreach (var (from, to) in lines)
        {
            var begin = from + Math.Min(indent, to - from);
            if (text.AsSpan(from, begin - from).IndexOfAnyExcept(' ') >= 0)
            {
                begin = from; // less indented than the block: not a decoding that fits
            }

            if (begin == to)
            {
                blanks.Add(to);
                continue;
            }

            var isText = text[begin] is not (' ' or '\t');
            var folds = isFolded && previousIsText && isText;
            if (pending >= 0 && (!folds || blanks.Count == 0))
            {
                result.Add(folds ? ' ' : '\n', pending, pending + 1);
            }

            blanks.ForEach(blank => result.Add('\n', blank, blank + 1));
            blanks.Clear();
            for (var index = begin; index < to; index++)
            {
                result.Add(text[index], index, index + 1);
            }

            previousIsText = isText;
            pending = to;
        }

        if (pending >= 0)
        {
            result.Add('\n', pending, pending + 1);
        }

        blanks.ForEach(blank => result.Add('\n', blank, blank + 1));
        return result;
    }
}
