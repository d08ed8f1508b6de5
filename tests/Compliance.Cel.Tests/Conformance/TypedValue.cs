using System.Globalization;
using System.Text.Json;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>The vectors' typed values and types as ours; null for what the subset leaves out (uint, bytes, messages).</summary>
internal static class TypedValue
{
    public static CelValue? Read(JsonElement json) => json.GetProperty("type").GetString() switch
    {
        "null" => CelValue.Null,
        "bool" => CelValue.Of(json.GetProperty("value").GetBoolean()),
        "int" => CelValue.Of(long.Parse(json.GetProperty("value").GetString()!, CultureInfo.InvariantCulture)),
        "double" => CelValue.Of(Double(json.GetProperty("value"))),
        "string" => CelValue.Of(json.GetProperty("value").GetString()!),
        "duration" => Nanoseconds(json.GetProperty("value")),
        "timestamp" => Timestamp(json.GetProperty("value")),
        "list" => List(json.GetProperty("value")),
        "map" => Map(json.GetProperty("value")),
        _ => null,
    };

    /// <summary>A type such as <c>map(string, list(int))</c>; null for what the subset leaves out.</summary>
    public static CelType? Type(string text)
    {
        if (text.StartsWith("list(", StringComparison.Ordinal))
        {
            return Type(text[5..^1]) is { } element ? CelType.List(element) : null;
        }

        if (text.StartsWith("map(", StringComparison.Ordinal))
        {
            var comma = text.IndexOf(',', StringComparison.Ordinal);
            return Type(text[4..comma].Trim()) is { } key && Type(text[(comma + 1)..^1].Trim()) is { } value ? CelType.Map(key, value) : null;
        }

        return text switch
        {
            "null" => CelType.Null,
            "bool" => CelType.Bool,
            "int" => CelType.Int,
            "double" => CelType.Double,
            "string" => CelType.String,
            "duration" => CelType.Duration,
            "timestamp" => CelType.Timestamp,
            _ => null,
        };
    }

    /// <summary>A value's text, with the entries of maps in an order of their own: theirs has no meaning.</summary>
    public static string Text(CelValue value) => value.Kind switch
    {
        CelKind.List => $"[{string.Join(", ", value.AsList().Select(Text))}]",
        CelKind.Map => $"{{{string.Join(", ", value.AsMap().Select(e => $"{Text(e.Key)}: {Text(e.Value)}").Order(StringComparer.Ordinal))}}}",
        _ => value.ToString(),
    };

    private static double Double(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : value.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var text => double.Parse(text!, CultureInfo.InvariantCulture),
    };

    private static long Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : long.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    // Through the language itself: the only public way to a nanosecond.
    private static CelValue Nanoseconds(JsonElement value)
        => Evaluate($"duration(\"{Number(value.GetProperty("seconds"))}s\") + duration(\"{Number(value.GetProperty("nanos"))}ns\")");

    private static CelValue Timestamp(JsonElement value)
        => Evaluate($"timestamp({Number(value.GetProperty("seconds"))}) + duration(\"{Number(value.GetProperty("nanos"))}ns\")");

    private static CelValue Evaluate(string expression)
    {
        var environment = new CelEnvironment([]);
        return CelCompiler.Compile(expression, environment).Program!.Evaluate(new CelBindings(environment));
    }

    private static CelValue? List(JsonElement items)
    {
        var read = items.EnumerateArray().Select(Read).ToList();
        return read.Contains(null) ? null : CelValue.Of([.. read.Select(v => v!.Value)]);
    }

    private static CelValue? Map(JsonElement entries)
    {
        var read = entries.EnumerateArray().Select(e => (Key: Read(e.GetProperty("key")), Value: Read(e.GetProperty("value")))).ToList();
        return read.Exists(e => e.Key is null || e.Value is null) ? null
            : CelValue.Map([.. read.Select(e => KeyValuePair.Create(e.Key!.Value, e.Value!.Value))]);
    }
}
