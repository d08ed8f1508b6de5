using System.Globalization;
using System.Text.Json.Nodes;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>The value notation of the vectors, with attributes that patterns make unknown.</summary>
public static class VectorValues
{
    /// <param name="value">the typed value</param>
    /// <param name="path">where it stands: a variable, then keys and indexes</param>
    /// <param name="patterns">the attributes that are not known</param>
    public static CelValue Bind(JsonObject value, IReadOnlyList<string> path, IReadOnlyList<string[]> patterns)
    {
        if (patterns.Any(pattern => Matches(pattern, path)))
        {
            return CelValue.Unknown(string.Join('.', path));
        }

        var below = patterns.Where(pattern => pattern.Length > path.Count && Matches(pattern[..path.Count], path)).ToList();
        var whole = below.Count == 0 ? null : new CelUnknown([string.Join('.', path)]);
        var type = value["type"]!.GetValue<string>();
        var data = value["value"];
        return type switch
        {
            "null" => CelValue.Null,
            "bool" => CelValue.Of(data!.GetValue<bool>()),
            "int" => CelValue.Of(long.Parse(data!.GetValue<string>(), CultureInfo.InvariantCulture)),
            "double" => CelValue.Of(double.Parse(data!.GetValue<string>(), CultureInfo.InvariantCulture)),
            "string" => CelValue.Of(data!.GetValue<string>()),
            "duration" => Duration(data!.AsObject()),
            "timestamp" => Timestamp(data!.AsObject()),
            "list" => CelValue.Of([.. data!.AsArray().Select((item, i) => Bind(item!.AsObject(), [.. path, Text(i)], patterns))], whole),
            "map" => Map(data!.AsArray(), path, patterns, below, whole),
            _ => throw new InvalidDataException($"The subset has no {type}."),
        };
    }

    public static CelValue Read(JsonObject value) => Bind(value, [], []);

    private static CelValue Map(JsonArray data, IReadOnlyList<string> path, IReadOnlyList<string[]> patterns, List<string[]> below, CelUnknown? whole)
    {
        var entries = data.Select(entry =>
        {
            var key = Read(entry!["key"]!.AsObject());
            var step = key.Kind == CelKind.String ? key.AsString() : key.ToString();
            return KeyValuePair.Create(key, Bind(entry["value"]!.AsObject(), [.. path, step], patterns));
        }).ToList();

        // An unknown key is in the map as far as anybody can say: only reading it tells.
        foreach (var pattern in below.Where(pattern => pattern.Length == path.Count + 1 && pattern[^1] != "*"))
        {
            var key = CelValue.Of(pattern[^1]);
            if (!entries.Exists(entry => entry.Key == key))
            {
                entries.Add(KeyValuePair.Create(key, CelValue.Unknown(string.Join('.', pattern))));
            }
        }

        return CelValue.Map(entries, whole);
    }

    private static CelValue Duration(JsonObject data) => CelValue.OfNanoseconds((Seconds(data) * 1_000_000_000) + Nanos(data));

    private static CelValue Timestamp(JsonObject data) => CelValue.OfUnix(Seconds(data), Nanos(data));

    private static long Seconds(JsonObject data) => long.Parse(data["seconds"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static int Nanos(JsonObject data) => data["nanos"]!.GetValue<int>();

    private static bool Matches(string[] pattern, IReadOnlyList<string> path)
        => pattern.Length == path.Count && pattern.Zip(path).All(pair => pair.First == "*" || pair.First == pair.Second);

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
