using System.Text.Json;

namespace Compliance.Core.Tests.Disks;

/// <summary>What one token of a recording got with status 200, by path and query.</summary>
internal sealed class RecordedAnswers
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _bodies;

    public RecordedAnswers(string estate, string token)
    {
        var index = Shared.Require(Path.Combine(Shared.Recordings, estate, "index.json"));
        _folder = Path.GetDirectoryName(index)!;
        using var document = JsonDocument.Parse(File.ReadAllText(index));
        _bodies = document.RootElement.GetProperty("entries").EnumerateArray()
            .Where(e => Text(e, "auth") == token && Text(e, "method") == "GET" && e.GetProperty("status").GetInt32() == 200 && Text(e, "body") is not null)
            .GroupBy(e => Text(e, "path")!["/api2/json".Length..] + (Text(e, "query") is { Length: > 0 } query ? "?" + query : ""))
            .ToDictionary(g => g.Key, g => Text(g.First(), "body")!);
    }

    public IEnumerable<string> Paths => _bodies.Keys.Order(StringComparer.Ordinal);

    public JsonElement Data(string path)
    {
        using var body = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, _bodies[path])));
        return body.RootElement.GetProperty("data").Clone();
    }

    public static string? Text(JsonElement row, string key)
        => row.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
