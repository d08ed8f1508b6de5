using System.Text;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// The lines of a file in its bytes. Places count characters of a text without byte order mark whose lines end in <c>\n</c>; the
/// file may have the mark, and end lines by <c>\r\n</c> or <c>\r</c>, each line as it likes.
/// </summary>
internal sealed class FileLines
{
    private readonly byte[] _bytes;
    private readonly List<Range> _lines = [];

    /// <param name="bytes">UTF-8</param>
    public FileLines(byte[] bytes)
    {
        _bytes = bytes;
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var index = start; index < bytes.Length; index++)
        {
            if (bytes[index] is not ((byte)'\n' or (byte)'\r'))
            {
                continue;
            }

            _lines.Add(start..index);
            index += bytes[index] == '\r' && index + 1 < bytes.Length && bytes[index + 1] == '\n' ? 1 : 0;
            start = index + 1;
        }

        EndsInLine = start < bytes.Length;
        if (EndsInLine)
        {
            _lines.Add(start..bytes.Length);
        }
    }

    public int Count => _lines.Count;

    /// <summary>Whether the last line has no end.</summary>
    public bool EndsInLine { get; }

    /// <summary>A line without its end; lines count from 0.</summary>
    public string this[int line] => Encoding.UTF8.GetString(_bytes.AsSpan(_lines[line]));

    /// <summary>The bytes of a place; null when it is no range of characters within one line.</summary>
    public Range? BytesOf(Place place)
    {
        if (place.Line != place.EndLine || place.Line < 1 || place.Line > _lines.Count)
        {
            return null;
        }

        var line = this[place.Line - 1];
        var (from, to) = (place.Column - 1, place.EndColumn - 1);
        if (from < 0 || from >= to || to > line.Length || char.IsLowSurrogate(line[from]) || char.IsHighSurrogate(line[to - 1]))
        {
            return null;
        }

        var start = _lines[place.Line - 1].Start.Value + Encoding.UTF8.GetByteCount(line.AsSpan(0, from));
        return start..(start + Encoding.UTF8.GetByteCount(line.AsSpan(from, to - from)));
    }

    /// <summary>The file with changes made, which do not overlap; every other byte as it is.</summary>
    /// <returns>null when a change has no range in the file</returns>
    public byte[]? With(IEnumerable<TextEdit> edits)
    {
        using var result = new MemoryStream(_bytes.Length + 64);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Place.Line).ThenBy(edit => edit.Place.Column))
        {
            if (BytesOf(edit.Place) is not { } range || range.Start.Value < at)
            {
                return null;
            }

            result.Write(_bytes.AsSpan(at, range.Start.Value - at));
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            at = range.End.Value;
        }

        result.Write(_bytes.AsSpan(at));
        return result.ToArray();
    }
}
