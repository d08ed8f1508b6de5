using System.Text;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>
/// What ntfy takes at the address of a topic (docs.ntfy.sh/publish): the text as body, of at most 4,096 bytes, beyond which it becomes a
/// file; title and priority as headers. Nothing asks for Markdown, so that every text is shown as it is.
/// </summary>
internal static class NtfyBody
{
    private const int Largest = 4096;
    private const int LongestTitle = 200;

    public static WebhookBody Of(Notice notice)
    {
        var text = string.Join('\n', NoticeText.Lines(notice, Largest - 100, WebhookBody.SizeInUtf8));
        return new WebhookBody("text/plain", Encoding.UTF8.GetBytes(text.Length == 0 ? notice.Title : text),
        [
            ("X-Title", Header(NoticeText.Cut(notice.Title, LongestTitle))),
            ("X-Priority", notice.IsUrgent ? "4" : "3"),
        ]);
    }

    // RFC 2047, which ntfy decodes; in Base64 nothing can end the header.
    private static string Header(string text)
        => text.All(character => character is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
