using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>The string functions that speak of positions in code points.</summary>
internal static class StringPositions
{
    public static CelValue CharAt(string text, long index)
    {
        var offset = Texts.Offset(text, index);
        return offset < 0
            ? OutOfRange(index)
            : CelValue.Of(offset == text.Length ? "" : text.Substring(offset, Texts.Width(text, offset)));
    }

    public static CelValue Substring(string text, long start, long? end)
    {
        var from = Texts.Offset(text, start);
        var to = end is { } given ? Texts.Offset(text, given) : text.Length;
        if (from < 0 || to < 0)
        {
            return OutOfRange(from < 0 ? start : end ?? start);
        }

        return from > to ? CelValue.Error($"the substring from {start} ends before it, at {end}") : CelValue.Of(text[from..to]);
    }

    public static CelValue IndexOf(string text, string part, long from)
    {
        var offset = Texts.Offset(text, from);
        return offset < 0 ? OutOfRange(from) : Position(text, TextSearch.IndexOf(text, part, offset));
    }

    /// <summary>The last place at or before a position; null: anywhere.</summary>
    public static CelValue LastIndexOf(string text, string part, long? from)
    {
        var offset = from is { } given ? Texts.Offset(text, given) : text.Length;
        if (offset < 0)
        {
            return OutOfRange(from ?? 0);
        }

        var end = Math.Min((long)offset + part.Length, text.Length);
        return Position(text, TextSearch.LastIndexOf(text.AsSpan(0, (int)end), part));
    }

    private static CelValue Position(string text, int offset) => CelValue.Of(offset < 0 ? -1 : Texts.Size(text[..offset]));

    private static CelValue OutOfRange(long index) => CelValue.Error($"index {index} is outside the string");
}
