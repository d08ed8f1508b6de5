using System.Text.Json;

namespace Compliance.Reporting;

/// <summary>
/// SARIF 2.1.0 as code scanning takes it: https://docs.oasis-open.org/sarif/sarif/v2.1.0 and GitHub's "SARIF support for code
/// scanning". Places count columns in UTF-16 units and end before <c>endColumn</c>, as ours do.
/// </summary>
internal static class SarifDocument
{
    public const string Name = "sarif";

    /// <summary>The base that all paths are relative to: the root of the source repository.</summary>
    public const string SourceRootId = "%SRCROOT%";

    public static void Write(AnnotatedRun run, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        var shown = SarifLimits.Cut(run);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        Tool(json, shown);
        Invocation(json, run);
        // Several documents about one commit replace each other unless the part before the last slash differs.
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"pve-compliance/{run.Category}/");
        json.WriteEndObject();
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SourceRootId);
        Text(json, "description", "The root of the source repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        var indexes = shown.Rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
        foreach (var annotation in shown.Annotations)
        {
            SarifResult.Write(json, annotation, indexes[annotation.Rule]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>A message object.</summary>
    public static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void Tool(Utf8JsonWriter json, AnnotatedRun run)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "pve-compliance");
        json.WriteString("semanticVersion", typeof(SarifDocument).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in run.Rules)
        {
            SarifRule.Write(json, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Invocation(Utf8JsonWriter json, AnnotatedRun run)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", run.IsConclusive);
        json.WriteStartArray("toolExecutionNotifications");
        Notification(json, run.IsConclusive ? "note" : "error", run.Summary);
        foreach (var gap in run.Blind)
        {
            Notification(json, "warning", gap);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notification(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        Text(json, "message", SarifText.Plain(text));
        json.WriteEndObject();
    }
}
