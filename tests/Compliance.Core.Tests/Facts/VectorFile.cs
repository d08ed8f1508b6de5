using System.Collections.Concurrent;
using System.Text.Json;

namespace Compliance.Core.Tests.Facts;

/// <summary>
/// A file of conformance vectors, each of which is one test row. A row carries its index and a readable label; the test looks
/// the vector up again, so that the test explorer does not have to show kilobytes of JSON.
/// </summary>
internal static class VectorFile
{
    private static readonly ConcurrentDictionary<string, JsonElement[]> Cache = new(StringComparer.Ordinal);

    /// <summary>Rows (index, label) for the vectors of the given kinds; all kinds when none is given.</summary>
    public static IEnumerable<object[]> Rows(string file, params string[] kinds)
        => Shared.Rows(Path.Combine(Shared.Vectors, file), path => Select(path, kinds), -1, file);

    /// <summary>The vector of a row; skips, or fails in CI, when the file is missing.</summary>
    public static JsonElement Get(string file, int index)
    {
        var path = Shared.Require(Path.Combine(Shared.Vectors, file));
        Skip.If(index < 0, $"{file} holds no vector of this kind.");
        return Load(path)[index];
    }

    /// <summary>How many vectors of each kind the file holds, and how many of them are rows here: <c>x.json: 5 of 7 run (a 5, b 2)</c>.</summary>
    public static string Summary(string file, params string[] kinds)
    {
        var all = Load(Shared.Require(Path.Combine(Shared.Vectors, file)));
        var run = kinds.Length == 0 ? all.Length : all.Count(v => kinds.Contains(KindOf(v)));
        var parts = all.GroupBy(KindOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}");
        return $"{file}: {run} of {all.Length} run ({string.Join(", ", parts)})";
    }

    public static string KindOf(JsonElement vector) => vector.TryGetProperty("kind", out var kind) ? kind.GetString()! : "";

    public static TimeZoneInfo Zone(JsonElement vector)
        => vector.TryGetProperty("timezone", out var zone) ? TimeZoneInfo.FindSystemTimeZoneById(zone.GetString()!) : TimeZoneInfo.Utc;

    private static JsonElement[] Load(string path) => Cache.GetOrAdd(path, static p =>
    {
        using var document = JsonDocument.Parse(File.ReadAllText(p));
        return [.. document.RootElement.GetProperty("vectors").EnumerateArray().Select(v => v.Clone())];
    });

    private static IEnumerable<object[]> Select(string path, string[] kinds)
    {
        var vectors = Load(path);
        var indexes = Enumerable.Range(0, vectors.Length).Where(i => kinds.Length == 0 || kinds.Contains(KindOf(vectors[i]))).ToList();

        // Other vectors of the same form may lack a kind; xUnit takes a theory without rows for a failure.
        return indexes.Count == 0 ? [[-1, "no vector of this kind"]] : indexes.Select(i => new object[] { i, Label(vectors[i]) });
    }

    private static string Label(JsonElement vector)
    {
        var words = new[] { "kind", "name", "schedule", "timezone", "agent", "layout" }
            .Where(key => vector.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String)
            .Select(key => vector.GetProperty(key).GetString());
        return string.Join(" ", words);
    }
}
