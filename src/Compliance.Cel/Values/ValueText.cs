using System.Globalization;
using System.Text;

namespace Compliance.Cel.Values;

/// <summary>The stable text form of a value. See <see cref="CelValue.ToString"/>.</summary>
internal static class ValueText
{
    private const int Long = 100;

    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Absent => "absent",
        CelKind.Unknown => $"unknown: {value.AsUnknown()}",
        CelKind.Error => $"error: {value.ErrorMessage}",
        CelKind.Null => "null",
        CelKind.Bool => value.AsBool() ? "true" : "false",
        CelKind.Int => value.AsInt().ToString(CultureInfo.InvariantCulture),
        CelKind.Double => Double(value.AsDouble()),
        CelKind.String => Quote(value.AsString()),
        CelKind.Duration => $"duration(\"{Durations.Text(value.AsNanoseconds())}\")",
        CelKind.Timestamp => $"timestamp(\"{Timestamps.Text(value)}\")",
        CelKind.Record => $"record {value.RecordType.Name}",
        CelKind.List => $"[{string.Join(", ", value.List.Items.Select(Of))}]",
        _ => $"{{{string.Join(", ", value.MapEntries.Entries.Select(entry => $"{Of(entry.Key)}: {Of(entry.Value)}"))}}}",
    };

    /// <summary>For messages: of a long text or a long list the start.</summary>
    public static string Brief(CelValue value) => value.Kind switch
    {
        CelKind.String => Brief(value.AsString()),
        CelKind.List => $"[{BriefList(value.List.Items, Brief)}]",
        CelKind.Map => $"{{{BriefList(value.MapEntries.Entries, entry => $"{Brief(entry.Key)}: {Brief(entry.Value)}")}}}",
        _ => Of(value),
    };

    /// <summary>True of what has no notation, as it is or holds a record.</summary>
    public static bool HasRecord(CelValue value) => value.Kind switch
    {
        CelKind.Record => true,
        CelKind.List => value.List.Items is [var first, ..] && HasRecord(first),
        CelKind.Map => value.MapEntries.Entries is [var first, ..] && HasRecord(first.Value),
        _ => false,
    };

    /// <summary>Quoted; a long text is cut.</summary>
    public static string Brief(string text) => text.Length <= Long ? Quote(text) : Quote(text[..(char.IsHighSurrogate(text[Long - 1]) ? Long - 1 : Long)]) + "…";

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\u007f' and < '\u00a0') => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => quoted.Append(unit),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string BriefList<T>(T[] parts, Func<T, string> text)
    {
        List<string> shown = [];
        for (var length = 0; shown.Count < parts.Length && length < Long; length += shown[^1].Length)
        {
            shown.Add(text(parts[shown.Count]));
        }

        var rest = parts.Length - shown.Count;
        return string.Join(", ", shown) + (rest == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {rest} more"));
    }

    /// <summary>A double that reads back as a double: with a point or an exponent.</summary>
    private static string Double(double value)
    {
        var text = Doubles.Text(value);
        return double.IsFinite(value) && text.AsSpan().IndexOfAny('.', 'e') < 0 ? text + ".0" : text;
    }
}
