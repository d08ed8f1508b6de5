using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>The document of the format <c>json</c>: <c>schemas/notice.schema.json</c>. Fields may be added, never renamed or removed without another version.</summary>
internal static class NoticeJson
{
    private const int Version = 1;

    // Some hundred KiB at most; the report holds the rest.
    private const int MostFindings = 200;

    public static void Write(Notice notice, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("verdict", notice.Verdict);
        writer.WriteString("previousVerdict", notice.PreviousVerdict);
        writer.WriteBoolean("urgent", notice.IsUrgent);
        writer.WriteString("asOf", NoticeText.Moment(notice.AsOf));
        writer.WriteString("policy", notice.Policy);
        writer.WriteString("estate", notice.Estate);
        writer.WriteString("title", notice.Title);
        writer.WriteStartArray("summary");
        foreach (var sentence in notice.Summary)
        {
            writer.WriteStringValue(sentence);
        }

        writer.WriteEndArray();
        Counts(notice.Counts, writer);
        writer.WriteStartArray("findings");
        foreach (var finding in notice.Findings.Take(MostFindings))
        {
            Finding(finding, writer);
        }

        writer.WriteEndArray();
        writer.WriteNumber("leftOut", Math.Max(0, notice.Findings.Length - MostFindings));
        writer.WriteEndObject();
    }

    private static void Counts(NoticeCounts counts, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("counts");
        writer.WriteNumber("errors", counts.Errors);
        writer.WriteNumber("warnings", counts.Warnings);
        writer.WriteNumber("infos", counts.Infos);
        writer.WriteNumber("unknown", counts.Unknown);
        writer.WriteNumber("waived", counts.Waived);
        writer.WriteEndObject();
    }

    private static void Finding(NoticeFinding finding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("standing", finding.Standing);
        writer.WriteString("rule", finding.Rule);
        writer.WriteString("severity", finding.Severity);
        writer.WriteString("verdict", finding.Verdict);
        writer.WriteString("subject", finding.Subject);
        writer.WriteString("name", finding.SubjectName);
        writer.WriteString("message", NoticeText.Cut(finding.Message, 1000));
        writer.WriteEndObject();
    }
}
