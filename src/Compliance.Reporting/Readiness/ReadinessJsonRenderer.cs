using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For programs; <c>schemas/readiness.schema.json</c> describes it.</summary>
public sealed class ReadinessJsonRenderer : IReadinessRenderer
{
    private const int DocumentVersion = 1;

    public void Render(Readiness readiness, Stream output)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        JsonDocumentWriter.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", DocumentVersion);
            json.WriteString("verdict", Words.Of(readiness.Outcome));
            json.WriteString("for", Words.Of(readiness.Request.Change));
            json.WriteString("node", readiness.Request.Node);
            json.WriteNumber("maxAgeSeconds", (long)readiness.Request.MaxAge.TotalSeconds);
            json.WriteString("asOf", Words.Of(readiness.AsOf));
            json.WriteString("validUntil", readiness.Validity.Until is { } until ? Words.Of(until) : null);
            json.WriteString("validBecause", readiness.Validity.Because);
            JsonSummaries.Policy(json, readiness.Policy);
            JsonSummaries.Estate(json, readiness.Estate);
            Findings(json, "blocking", readiness.Blocking, readiness.AsOf);
            Findings(json, "waived", readiness.Waived, readiness.AsOf);
            JsonAccepted.Problems(json, readiness.WaiverProblems);
            json.WriteStartArray("items");
            foreach (var item in readiness.Items)
            {
                Item(json, item);
            }

            json.WriteEndArray();
            json.WriteStartArray("disabled");
            foreach (var rule in readiness.Disabled)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Id);
                json.WriteString("reason", rule.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Findings(Utf8JsonWriter json, string name, IEnumerable<Finding> findings, DateTimeOffset asOf)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            JsonFinding.Write(json, finding, asOf);
        }

        json.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter json, ReadinessItem item)
    {
        json.WriteStartObject();
        json.WriteString("rule", item.Rule);
        json.WriteString("title", item.Title);
        JsonSummaries.Strings(json, "clauses", item.Clauses);
        json.WriteString("verdict", item.Verdict is { } verdict ? Words.Of(verdict) : Words.Of(Verdict.NotApplicable));
        json.WriteNumber("judged", item.Judged);
        json.WriteNumber("waived", item.Waived);
        json.WriteEndObject();
    }
}
