using System.Text.Json;

namespace Compliance.LoopbackProxmox;

/// <summary>A folder of recorded answers: <c>index.json</c> and body files beside it.</summary>
public sealed class Recording
{
    private readonly Dictionary<(string Target, string Token), RecordedAnswer> _answers = [];
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    private Recording()
    {
    }

    public required string Estate { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Server { get; init; }

    /// <summary>Full tokens by name: <c>audit</c> to <c>audit@pve!policy=…</c>. They only ever opened the rig.</summary>
    public IReadOnlyDictionary<string, string> Tokens => _tokens;

    public IEnumerable<RecordedAnswer> Answers => _answers.Values;

    public static Recording Load(string folder)
    {
        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "index.json")));
        var root = index.RootElement;
        var recording = new Recording
        {
            Estate = root.GetProperty("estate").GetString()!,
            RecordedAt = root.GetProperty("recordedAt").GetDateTimeOffset(),
            Server = root.GetProperty("server").GetString()!,
        };
        foreach (var token in root.GetProperty("tokens").EnumerateObject())
        {
            recording._tokens.Add(token.Name, token.Value.GetString()!);
        }

        var bodies = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in root.GetProperty("entries").EnumerateArray())
        {
            var answer = Read(entry, folder, bodies);
            recording._answers[(answer.Target, answer.Token)] = answer;
        }

        return recording;
    }

    public RecordedAnswer? Find(string target, string token) => _answers.GetValueOrDefault((target, token));

    private static RecordedAnswer Read(JsonElement entry, string folder, Dictionary<string, byte[]> bodies)
    {
        string? Text(string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;

        // Equal bodies are shared between entries, and between recordings.
        var body = Array.Empty<byte>();
        if (Text("body") is { } file && !bodies.TryGetValue(file, out body))
        {
            bodies[file] = body = File.ReadAllBytes(Path.Combine(folder, file));
        }

        var query = Text("query");
        return new RecordedAnswer(
            Text("method")!, Text("path") + (string.IsNullOrEmpty(query) ? "" : "?" + query), Text("auth")!,
            entry.GetProperty("status").GetInt32(), Text("reason") ?? "", body!, Text("contentType"));
    }
}
