using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The document other programs read: <c>schemas/report.schema.json</c>. Fields may be added, never renamed or removed.</summary>
public sealed class JsonRenderer : IReportRenderer
{
    internal const string Name = "json";

    private const int DocumentVersion = 1;

    // The relaxed encoder leaves quotes and letters readable. It is unfit for a page, and no report puts this document into one.
    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Format => Name;

    public void Render(Assessment assessment, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            Document(json, assessment);
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteSpelled(writer, Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }

    private static void Document(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject();
        json.WriteNumber("version", DocumentVersion);
        json.WriteString("asOf", Words.Of(assessment.AsOf));
        json.WriteString("verdict", Words.Of(assessment.Outcome));
        JsonSummaries.Policy(json, assessment.Policy);
        JsonSummaries.Estate(json, assessment.Estate);
        JsonSummaries.Counts(json, assessment.Summary);

        json.WriteStartArray("findings");
        foreach (var finding in assessment.Findings)
        {
            JsonFinding.Write(json, finding);
        }

        json.WriteEndArray();
        JsonTraceability.Coverage(json, assessment.Coverage);
        JsonTraceability.BlindSpots(json, assessment.BlindSpots);
        JsonTraceability.Rules(json, assessment.Rules);
        JsonSummaries.Strings(json, "idleRules", assessment.IdleRules);
        JsonTraceability.Disabled(json, assessment.DisabledRules);
        json.WriteEndObject();
    }

    // The encoder passes bidirectional overrides and zero-width characters through. They stand inside strings only, so each
    // can be spelled as an escape: the value stays what it was, and a terminal that prints the document is not deceived.
    private static void WriteSpelled(StreamWriter writer, string document)
    {
        var written = 0;
        for (var at = 0; at < document.Length; at++)
        {
            if (document[at] < 0x7F || !Rune.TryCreate(document[at], out var rune) || !UntrustedText.IsDeceptive(rune))
            {
                continue;
            }

            writer.Write(document.AsSpan(written, at - written));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)document[at]:X4}"));
            written = at + 1;
        }

        writer.Write(document.AsSpan(written));
    }
}
