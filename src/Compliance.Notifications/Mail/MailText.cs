using Compliance.Core.Model;
using MimeKit;
using MimeKit.Utils;

namespace Compliance.Notifications;

/// <summary>A notice as a mail of plain text.</summary>
internal static class MailText
{
    // Far below what any mail server refuses; the report holds the rest.
    private const int Room = 60_000;

    private const int LongestSubject = 200;

    public static MimeMessage Of(MailChannel channel, Notice notice, DateTimeOffset now)
    {
        var message = new MimeMessage { Subject = NoticeText.Cut(notice.Title, LongestSubject), Date = now };
        message.From.Add(new MailboxAddress("pve-compliance", channel.From));
        message.To.AddRange(channel.To.Select(address => new MailboxAddress(null, address)));
        // The same in every attempt, so that a mail that was taken twice is seen once (RFC 5322, section 3.6.4).
        message.MessageId = MimeUtils.GenerateMessageId(channel.From[(channel.From.IndexOf('@', StringComparison.Ordinal) + 1)..]);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: nobody answers that he is on leave
        message.Body = new TextPart("plain") { Text = string.Join('\n', [notice.Title, "", .. NoticeText.Lines(notice, Room, line => line.Length), ""]) };
        return message;
    }
}
