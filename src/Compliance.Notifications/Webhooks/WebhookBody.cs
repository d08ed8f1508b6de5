using System.Buffers;
using System.Text;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>A notice as a webhook takes it.</summary>
/// <param name="MediaType">of the content, which is UTF-8</param>
/// <param name="Headers">besides; values are ASCII</param>
internal sealed record WebhookBody(string MediaType, byte[] Content, IReadOnlyList<(string Name, string Value)> Headers)
{
    public static WebhookBody Of(WebhookFormat format, Notice notice) => format switch
    {
        WebhookFormat.Json => Json(writer => NoticeJson.Write(notice, writer)),
        WebhookFormat.Ntfy => NtfyBody.Of(notice),
        WebhookFormat.Gotify => Json(writer => GotifyBody.Write(notice, writer)),
        WebhookFormat.Slack => Json(writer => SlackBody.Write(notice, writer)),
        WebhookFormat.Teams => Json(writer => TeamsBody.Write(notice, writer)),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The bytes that a text takes in a JSON document.</summary>
    public static int SizeInJson(string text) => JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length;

    public static int SizeInUtf8(string text) => Encoding.UTF8.GetByteCount(text);

    // The writer's own escapes: no <, > or & stands in it, whoever shows it.
    private static WebhookBody Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return new WebhookBody("application/json", buffer.WrittenSpan.ToArray(), []);
    }
}
