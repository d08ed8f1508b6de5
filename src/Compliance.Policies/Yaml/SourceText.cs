using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The text of one input file: newlines are <c>\n</c>, no byte order mark. Turns indices into places.</summary>
internal sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
        var starts = new List<int> { 0 };
        for (var index = text.IndexOf('\n'); index >= 0; index = text.IndexOf('\n', index + 1))
        {
            starts.Add(index + 1);
        }

        _lineStarts = [.. starts];
    }

    public string File { get; }

    public int LineCount => _lineStarts.Length;

    public string Text { get; }

    /// <summary>The range of indices as a place; indices outside the text are taken as its nearest end.</summary>
    public Place PlaceOf(int start, int end)
    {
        var from = Math.Clamp(start, 0, Text.Length);
        var to = Math.Clamp(end, from, Text.Length);
        var (line, column) = LineAndColumn(from);
        var (endLine, endColumn) = LineAndColumn(to);
        return new Place(File, line, column, endLine, endColumn);
    }

    /// <summary>The place of everything but trailing white space.</summary>
    public Place WholePlace() => PlaceOf(0, Text.AsSpan().TrimEnd().Length);

    /// <summary>A line without its end; lines count from 1.</summary>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;
        return Text[start..end];
    }

    private (int Line, int Column) LineAndColumn(int index)
    {
        var found = Array.BinarySearch(_lineStarts, index);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, index - _lineStarts[line] + 1);
    }
}
