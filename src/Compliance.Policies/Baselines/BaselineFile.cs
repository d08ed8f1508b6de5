using System.Globalization;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A baseline as a file, <c>schemas/baseline.schema.json</c>. It is read strictly: an entry that is skipped would make its finding new, one that is guessed could hide one.</summary>
public static class BaselineFile
{
    internal const int Version = 1;

    private const string Again = "write it again with \"pve-compliance baseline\"";

    private const int LongestQuote = 200;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Indented, LF, UTF-8; the same assessment gives the same bytes.</summary>
    public static void Write(Baseline baseline, Stream output)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, Version);
            json.WriteString("policy"u8, baseline.Policy);
            json.WriteString("estate"u8, baseline.Estate);
            json.WriteString("madeAt"u8, baseline.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartArray("findings"u8);
            foreach (var entry in baseline.Findings)
            {
                json.WriteStartObject();
                json.WriteString("rule"u8, entry.Rule);
                json.WriteString("subject"u8, entry.Subject);
                json.WriteString("verdict"u8, entry.Verdict == Verdict.Fail ? "fail"u8 : "unknown"u8);
                json.WriteBoolean("waived"u8, entry.IsWaived);
                json.WriteString("fingerprint"u8, entry.Fingerprint);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <param name="name">the file's name for messages</param>
    public static BaselineReading Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return new BaselineReading(Read(document.RootElement), null);
        }
        catch (JsonException fault)
        {
            // Of a line that is known, the text ends in LineNumber and BytePositionInLine, counted from 0: said once, as editors count.
            var place = fault.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"{name}:{line + 1}:{fault.BytePositionInLine + 1}") : name;
            // The text may quote the file, line breaks and all.
            var message = VisibleText.Escape(fault.Message.Split(" LineNumber:", 2)[0].TrimEnd('.', ' '));
            return new BaselineReading(null, $"{place} is not a readable baseline: {(message.Length > LongestQuote ? message[..LongestQuote] + "…" : message)}; {Again}.");
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json throws when a text is read that has half of a surrogate pair, written as an escape.
            return new BaselineReading(null, $"{name} is not a readable baseline: a text in it is no Unicode; {Again}.");
        }
        catch (BaselineFault fault)
        {
            return new BaselineReading(null, $"{name} is not a readable baseline: {fault.Message}; {fault.Fix ?? Again}.");
        }
    }

    private static Baseline Read(JsonElement root)
    {
        var file = new BaselineFields(root, "the file");
        var version = file.Integer("version");
        if (version != Version)
        {
            throw version > Version
                ? new BaselineFault($"it has version {version}, written by a newer pve-compliance than this one, which knows {Version}", "use the newer one")
                : new BaselineFault($"there is no version {version}");
        }

        var baseline = new Baseline
        {
            Policy = file.Text("policy", TextForms.PolicyName),
            Estate = file.Text("estate", null),
            MadeAt = file.Moment("madeAt"),
            Findings = [.. file.Rows("findings").Select((row, index) => Entry(row, index))],
        };
        file.Close();
        var twice = baseline.Findings.GroupBy(entry => entry.Fingerprint, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null ? baseline : throw new BaselineFault($"the fingerprint {twice.Key} stands there twice");
    }

    private static BaselineEntry Entry(JsonElement row, int index)
    {
        var fields = new BaselineFields(row, string.Create(CultureInfo.InvariantCulture, $"findings[{index}]"));
        var entry = new BaselineEntry(
            fields.Text("fingerprint", TextForms.Fingerprint),
            fields.Text("rule", TextForms.RuleId),
            fields.Text("subject", null),
            fields.Word("verdict", ["fail", "unknown"]) == "fail" ? Verdict.Fail : Verdict.Unknown,
            fields.Boolean("waived"));
        fields.Close();
        return entry;
    }
}
