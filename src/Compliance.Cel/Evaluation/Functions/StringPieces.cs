using System.Text;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>The string functions that cut and paste; an empty separator stands between any two code points.</summary>
internal static class StringPieces
{
    /// <summary>The first <paramref name="limit"/> occurrences, all when negative. An empty pattern is found around every code point.</summary>
    public static CelValue Replace(string text, string pattern, string replacement, long limit, Frame frame)
    {
        var made = new StringBuilder();
        var at = 0;
        var done = 0L;
        while (limit < 0 || done < limit)
        {
            var next = Next(text, pattern, at, done);
            if (next < 0)
            {
                break;
            }

            made.Append(text, at, next - at).Append(replacement);
            at = next + pattern.Length;
            done++;
            if (made.Length > frame.Limits.StringLength || !frame.Charge(1 + (replacement.Length / 16)))
            {
                return frame.IsExhausted ? frame.Exhausted : frame.Bounded(made.ToString());
            }
        }

        return frame.Bounded(made.Append(text, at, text.Length - at).ToString());
    }

    /// <summary>At most <paramref name="limit"/> pieces, all when negative, none when 0.</summary>
    public static CelValue Split(string text, string separator, long limit, Frame frame)
    {
        if (limit == 0 || (separator.Length == 0 && text.Length == 0))
        {
            return CelValue.FromArray([]);
        }

        List<CelValue> pieces = [];
        var at = 0;
        while (limit < 0 || pieces.Count < limit - 1)
        {
            var next = separator.Length > 0 ? TextSearch.IndexOf(text, separator, at) : at + Texts.Width(text, at);
            if (next < 0 || (separator.Length == 0 && next >= text.Length))
            {
                break;
            }

            pieces.Add(CelValue.Of(text[at..next]));
            at = next + separator.Length;
            if (pieces.Count >= frame.Limits.ListSize || !frame.Charge(1))
            {
                return frame.IsExhausted ? frame.Exhausted : frame.TooManyElements;
            }
        }

        pieces.Add(CelValue.Of(text[at..]));
        return frame.Bounded(CelValue.FromArray([.. pieces]));
    }

    public static CelValue Join(IReadOnlyList<CelValue> items, string separator, Frame frame)
    {
        var made = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            made.Append(i == 0 ? "" : separator).Append(items[i].AsString());
            if (made.Length > frame.Limits.StringLength || !frame.Charge(separator.Length / 16))
            {
                break;
            }
        }

        return frame.IsExhausted ? frame.Exhausted : frame.Bounded(made.ToString());
    }

    private static int Next(string text, string pattern, int at, long done)
    {
        if (pattern.Length > 0)
        {
            return TextSearch.IndexOf(text, pattern, at);
        }

        if (done == 0)
        {
            return 0;
        }

        return at < text.Length ? at + Texts.Width(text, at) : -1;
    }
}
