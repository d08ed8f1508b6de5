using System.Text;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>
/// What an incoming webhook of Slack takes (docs.slack.dev, "Formatting message text", "Section block"): blocks of <c>plain_text</c>, in
/// which neither <c>*</c> nor <c>&lt;!channel&gt;</c> means anything, of at most 3,000 characters each. The three characters that Slack
/// gives a meaning are written as it wants them, so that the fallback text of a notification is as inert.
/// </summary>
internal static class SlackBody
{
    private const int LongestHeader = 150;
    private const int LongestSection = 2_900;
    private const int Room = 24_000; // nine sections or so of the fifty there may be

    public static void Write(Notice notice, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("text", Escaped(NoticeText.Cut(notice.Title, 300)));
        writer.WriteBoolean("mrkdwn", false);
        writer.WriteBoolean("link_names", false);
        writer.WriteBoolean("unfurl_links", false);
        writer.WriteBoolean("unfurl_media", false);
        writer.WriteStartArray("blocks");
        Block(writer, "header", Fitting(notice.Title, LongestHeader));
        foreach (var section in Sections(NoticeText.Lines(notice, Room, line => Escaped(line).Length)))
        {
            Block(writer, "section", section);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Block(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteStartObject("text");
        writer.WriteString("type", "plain_text");
        writer.WriteBoolean("emoji", false);
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // An escape counts with all its characters, and half of one would show.
    private static string Fitting(string text, int room)
    {
        var longest = room;
        while (Escaped(NoticeText.Cut(text, longest)).Length > room)
        {
            longest--;
        }

        return Escaped(NoticeText.Cut(text, longest));
    }

    private static IEnumerable<string> Sections(IEnumerable<string> lines)
    {
        var section = new StringBuilder();
        foreach (var fitting in lines.Select(line => Fitting(line, LongestSection)))
        {
            if (section.Length > 0 && section.Length + fitting.Length + 1 > LongestSection)
            {
                yield return section.ToString();
                section.Clear();
            }

            section.Append(section.Length == 0 ? "" : "\n").Append(fitting);
        }

        if (section.Length > 0)
        {
            yield return section.ToString();
        }
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
