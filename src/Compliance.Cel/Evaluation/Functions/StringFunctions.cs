using System.Text;
using Compliance.Cel.Matching;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>Functions of strings. Positions count code points; comparison is ordinal.</summary>
internal static class StringFunctions
{
    private static readonly CelType Text = CelType.String;
    private static readonly CelType Texts = CelType.List(CelType.String);

    public static IEnumerable<Overload> All =>
    [
        Overload.Method("contains", CelType.Bool, (a, f) => Search(a, f, (s, part) => s.Contains(part, StringComparison.Ordinal)), Text, Text),
        Overload.Method("startsWith", CelType.Bool, (a, f) => Search(a, f, (s, part) => s.StartsWith(part, StringComparison.Ordinal)), Text, Text),
        Overload.Method("endsWith", CelType.Bool, (a, f) => Search(a, f, (s, part) => s.EndsWith(part, StringComparison.Ordinal)), Text, Text),
        Overload.Method("matches", CelType.Bool, Matches, Text, Text),
        Overload.Function("matches", CelType.Bool, Matches, Text, Text),
        Overload.Method("charAt", Text, (a, _) => CharAt(a[0].AsString(), a[1].AsInt()), Text, CelType.Int),
        Overload.Method("indexOf", CelType.Int, (a, _) => IndexOf(a[0].AsString(), a[1].AsString(), 0), Text, Text),
        Overload.Method("indexOf", CelType.Int, (a, _) => IndexOf(a[0].AsString(), a[1].AsString(), a[2].AsInt()), Text, Text, CelType.Int),
        Overload.Method("lastIndexOf", CelType.Int, (a, _) => LastIndexOf(a[0].AsString(), a[1].AsString(), null), Text, Text),
        Overload.Method("lastIndexOf", CelType.Int, (a, _) => LastIndexOf(a[0].AsString(), a[1].AsString(), a[2].AsInt()), Text, Text, CelType.Int),
        Overload.Method("lowerAscii", Text, (a, _) => CelValue.Of(Map(a[0].AsString(), char.IsAsciiLetterUpper, 32)), Text),
        Overload.Method("upperAscii", Text, (a, _) => CelValue.Of(Map(a[0].AsString(), char.IsAsciiLetterLower, -32)), Text),
        Overload.Method("replace", Text, (a, f) => Replace(a[0].AsString(), a[1].AsString(), a[2].AsString(), -1, f), Text, Text, Text),
        Overload.Method("replace", Text, (a, f) => Replace(a[0].AsString(), a[1].AsString(), a[2].AsString(), a[3].AsInt(), f), Text, Text, Text, CelType.Int),
        Overload.Method("split", Texts, (a, f) => Split(a[0].AsString(), a[1].AsString(), -1, f), Text, Text),
        Overload.Method("split", Texts, (a, f) => Split(a[0].AsString(), a[1].AsString(), a[2].AsInt(), f), Text, Text, CelType.Int),
        Overload.Method("join", Text, (a, f) => Join(a[0].List.Items, "", f), Texts),
        Overload.Method("join", Text, (a, f) => Join(a[0].List.Items, a[1].AsString(), f), Texts, Text),
        Overload.Method("substring", Text, (a, _) => Substring(a[0].AsString(), a[1].AsInt(), null), Text, CelType.Int),
        Overload.Method("substring", Text, (a, _) => Substring(a[0].AsString(), a[1].AsInt(), a[2].AsInt()), Text, CelType.Int, CelType.Int),
        Overload.Method("trim", Text, (a, _) => CelValue.Of(a[0].AsString().Trim()), Text),
        Overload.Method("reverse", Text, (a, f) => f.Charge(a[0].AsString().Length) ? CelValue.Of(Values.Texts.Reverse(a[0].AsString())) : f.Exhausted, Text),
    ];

    private static CelValue Search(ReadOnlySpan<CelValue> arguments, Frame frame, Func<string, string, bool> find)
    {
        var (text, part) = (arguments[0].AsString(), arguments[1].AsString());
        return frame.Charge((text.Length + part.Length) / 16) ? CelValue.Of(find(text, part)) : frame.Exhausted;
    }

    private static CelValue Matches(ReadOnlySpan<CelValue> arguments, Frame frame)
        => Pattern.Compile(arguments[1].AsString()).IsMatch(arguments[0].AsString(), frame);

    private static CelValue CharAt(string text, long index)
    {
        var offset = Values.Texts.Offset(text, index);
        return offset < 0 ? Outside(index)
            : offset == text.Length ? CelValue.Of(string.Empty)
            : CelValue.Of(text.Substring(offset, Values.Texts.Width(text, offset)));
    }

    private static CelValue IndexOf(string text, string part, long from)
    {
        var start = Values.Texts.Offset(text, from);
        if (start < 0)
        {
            return Outside(from);
        }

        var found = text.IndexOf(part, start, StringComparison.Ordinal);
        return CelValue.Of(found < 0 ? -1L : Values.Texts.Size(text[..found]));
    }

    private static CelValue LastIndexOf(string text, string part, long? from)
    {
        var last = from is { } index ? Values.Texts.Offset(text, index) : text.Length;
        if (last < 0)
        {
            return Outside(from!.Value);
        }

        for (var at = Math.Min(last, text.Length - part.Length); at >= 0; at--)
        {
            if (string.CompareOrdinal(text, at, part, 0, part.Length) == 0)
            {
                return CelValue.Of((long)Values.Texts.Size(text[..at]));
            }
        }

        return CelValue.Of(-1L);
    }

    private static string Map(string text, Func<char, bool> applies, int shift)
        => string.Create(text.Length, (text, applies, shift), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var unit = state.text[i];
                span[i] = state.applies(unit) ? (char)(unit + state.shift) : unit;
            }
        });

    private static CelValue Replace(string text, string old, string replacement, long limit, Frame frame)
    {
        var made = new StringBuilder();
        var rest = text.AsSpan();
        for (var count = 0L; count != limit; count++)
        {
            // An empty text stands before every code point and at the end.
            var at = old.Length == 0 ? (count == 0 ? 0 : rest.Length == 0 ? -1 : Values.Texts.Width(rest.ToString(), 0)) : rest.IndexOf(old, StringComparison.Ordinal);
            if (at < 0 || made.Length > frame.Limits.StringLength)
            {
                break;
            }

            made.Append(rest[..at]).Append(replacement);
            rest = rest[(at + old.Length)..];
            if (!frame.Charge(1))
            {
                return frame.Exhausted;
            }
        }

        return frame.Bounded(made.Append(rest).ToString());
    }

    private static CelValue Split(string text, string separator, long limit, Frame frame)
    {
        if (limit == 0)
        {
            return CelValue.FromArray([]);
        }

        var parts = separator.Length == 0 ? CodePoints(text, limit) : text.Split(separator, limit < 0 ? int.MaxValue : (int)Math.Min(limit, int.MaxValue));
        return parts.Length > frame.Limits.ListSize ? frame.TooManyElements
            : frame.Charge(parts.Length) ? CelValue.FromArray(Array.ConvertAll(parts, CelValue.Of))
            : frame.Exhausted;
    }

    private static string[] CodePoints(string text, long limit)
    {
        var parts = new List<string>();
        var at = 0;
        while (at < text.Length && (limit < 0 || parts.Count < limit - 1))
        {
            var width = Values.Texts.Width(text, at);
            parts.Add(text.Substring(at, width));
            at += width;
        }

        if (at < text.Length)
        {
            parts.Add(text[at..]);
        }

        return [.. parts];
    }

    private static CelValue Join(CelValue[] parts, string separator, Frame frame)
    {
        var length = parts.Sum(p => (long)p.AsString().Length + separator.Length);
        return length > frame.Limits.StringLength ? frame.Bounded(new string(' ', frame.Limits.StringLength + 1))
            : frame.Charge(length / 16) ? CelValue.Of(string.Join(separator, parts.Select(p => p.AsString())))
            : frame.Exhausted;
    }

    private static CelValue Substring(string text, long start, long? end)
    {
        var from = Values.Texts.Offset(text, start);
        var to = end is { } last ? Values.Texts.Offset(text, last) : text.Length;
        return from < 0 ? Outside(start)
            : to < 0 ? Outside(end!.Value)
            : from > to ? CelValue.Error($"the end {end} lies before the start {start}")
            : CelValue.Of(text[from..to]);
    }

    private static CelValue Outside(long index) => CelValue.Error($"the index {index} lies outside the string");
}
