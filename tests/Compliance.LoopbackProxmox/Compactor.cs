using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Compliance.LoopbackProxmox;

/// <summary>
/// Makes a small copy of a recording: what the collector asks for with one token, found by letting it collect. The copy has the
/// format of the recordings, so the same server serves both.
/// </summary>
internal static class Compactor
{
    public static async Task<int> CompactAsync(string from, string to, string token)
    {
        await using var server = await ReplayServer.StartAsync(from);
        await RecordedInventory.CollectAsync(server, token);
        var answers = server.Hits.OrderBy(answer => answer.Target, StringComparer.Ordinal).ToArray();
        Write(server.Recording, token, answers, to);
        return answers.Length;
    }

    private static void Write(Recording recording, string token, RecordedAnswer[] answers, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(to, "bodies"));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("estate", recording.Estate);
            json.WriteString("recordedAt", recording.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
            json.WriteString("server", recording.Server);
            json.WriteStartObject("tokens");
            json.WriteString(token, recording.Tokens[token]);
            json.WriteEndObject();
            json.WriteStartArray("entries");
            foreach (var answer in answers)
            {
                json.WriteRawValue(Entry(answer, SaveBody(answer.Body, to)));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.WriteAllBytes(Path.Combine(to, "index.json"), [.. stream.ToArray(), (byte)'\n']);
    }

    private static string Entry(RecordedAnswer answer, string body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            var query = answer.Target.IndexOf('?', StringComparison.Ordinal);
            json.WriteStartObject();
            json.WriteString("method", answer.Method);
            json.WriteString("path", query < 0 ? answer.Target : answer.Target[..query]);
            json.WriteString("query", query < 0 ? "" : answer.Target[(query + 1)..]);
            json.WriteString("auth", answer.Token);
            json.WriteNumber("status", answer.Status);
            json.WriteString("reason", answer.Reason);
            json.WriteString("body", body);
            if (answer.ContentType is { } type)
            {
                json.WriteString("contentType", type);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Named for its content, so that equal bodies are one file.</summary>
    private static string SaveBody(byte[] body, string to)
    {
        var name = $"bodies/{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}.json";
        File.WriteAllBytes(Path.Combine(to, name), body);
        return name;
    }
}
