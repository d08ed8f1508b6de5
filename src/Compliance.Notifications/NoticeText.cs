using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>A notice as lines of plain text, as many as a channel takes. What does not fit is counted, never dropped in silence.</summary>
internal static class NoticeText
{
    // No single name or message takes the place of all others.
    private const int LongestLine = 600;

    /// <param name="room">how much of <paramref name="size"/> all lines may have, line ends included</param>
    /// <param name="size">of one line, without its end, as it will be written</param>
    public static List<string> Lines(Notice notice, int room, Func<string, int> size)
    {
        List<string> lines = [];
        foreach (var sentence in notice.Summary.Select(Cut))
        {
            room -= size(sentence) + 1;
            if (room < 0)
            {
                lines.Add("… the report holds the rest");
                return lines;
            }

            lines.Add(sentence);
        }

        var told = 0;
        foreach (var finding in notice.Findings.Select(Line))
        {
            var left = notice.Findings.Length - told;
            // The last line may take the place that the count of what is left out would need.
            if (size(finding) + 1 + (left > 1 ? size(More(left)) + 1 : 0) > room)
            {
                break;
            }

            room -= size(finding) + 1;
            lines.Add(finding);
            told++;
        }

        if (told < notice.Findings.Length)
        {
            lines.Add(More(notice.Findings.Length - told));
        }

        return lines;
    }

    /// <summary>At most so many UTF-16 units, an ellipsis included; never half a character.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Cut(string text) => Cut(text, LongestLine);

    private static string Line(NoticeFinding finding)
    {
        var standing = finding.Standing is { } word ? $"{word}: " : "";
        var what = finding.Verdict == "unknown" ? $"{finding.Severity}, could not be judged" : finding.Severity;
        var name = finding.SubjectName is { } known && known != finding.Subject ? $" ({known})" : "";
        return Cut($"- {standing}{finding.Rule} {what}: {finding.Subject}{name}: {finding.Message}");
    }

    private static string More(int count) => $"- {count} more {(count == 1 ? "finding" : "findings")}: the report holds them all";
}
