using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>What Gotify takes at <c>/message</c> (gotify.net/docs/pushmsg); as plain text, which its clients show as it is.</summary>
internal static class GotifyBody
{
    private const int Room = 16_000;
    private const int Urgent = 8; // with a sound; 4 to 7 is a message like others
    private const int Usual = 4;

    public static void Write(Notice notice, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("title", NoticeText.Cut(notice.Title, 200));
        writer.WriteString("message", string.Join('\n', NoticeText.Lines(notice, Room, WebhookBody.SizeInJson)));
        writer.WriteNumber("priority", notice.IsUrgent ? Urgent : Usual);
        writer.WriteStartObject("extras");
        writer.WriteStartObject("client::display");
        writer.WriteString("contentType", "text/plain");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
