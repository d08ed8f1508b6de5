using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>
/// What a Teams workflow takes ("Post to a channel when a webhook request is received"): a message with an Adaptive Card, of at most 28 KB.
/// Its text stands in <c>TextRun</c>s: a <c>TextBlock</c> reads Markdown, a run shows every character (adaptivecards.io/explorer/TextRun.html).
/// Mentions need an entity, and the card has none.
/// </summary>
internal static class TeamsBody
{
    private const int Room = 18_000;
    private const int SizeOfRun = 160; // what stands around a line

    public static void Write(Notice notice, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        writer.WriteNull("contentUrl");
        writer.WriteStartObject("content");
        writer.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        writer.WriteString("type", "AdaptiveCard");
        writer.WriteString("version", "1.4");
        writer.WriteStartArray("body");
        Run(writer, NoticeText.Cut(notice.Title, 300), isStrong: true);
        foreach (var line in NoticeText.Lines(notice, Room, line => WebhookBody.SizeInJson(line) + SizeOfRun))
        {
            Run(writer, line, isStrong: false);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Run(Utf8JsonWriter writer, string text, bool isStrong)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "RichTextBlock");
        writer.WriteStartArray("inlines");
        writer.WriteStartObject();
        writer.WriteString("type", "TextRun");
        writer.WriteString("text", text);
        if (isStrong)
        {
            writer.WriteString("weight", "Bolder");
            writer.WriteString("size", "Medium");
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
