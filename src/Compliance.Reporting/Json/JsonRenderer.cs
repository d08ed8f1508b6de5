using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The document other programs read: <c>schemas/report.schema.json</c>. Fields may be added, never renamed or removed.</summary>
public sealed class JsonRenderer : IReportRenderer
{
    internal const string Name = "json";

    private const int DocumentVersion = 1;

    public string Format => Name;

    public void Render(Assessment assessment, Stream output) => JsonDocumentWriter.Write(output, json => Document(json, assessment));

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
            JsonFinding.Write(json, finding, assessment.AsOf);
        }

        json.WriteEndArray();
        JsonAccepted.Problems(json, assessment.WaiverProblems);
        JsonAccepted.Baseline(json, assessment.Baseline);
        if (assessment.Ledger is { } ledger)
        {
            JsonLedger.Summary(json, ledger);
        }

        JsonPictures.Timelines(json, assessment.Timelines);
        JsonPictures.Retentions(json, assessment.Retentions);
        JsonTraceability.Coverage(json, assessment.Coverage, CoverageSection.Reason);
        JsonTraceability.BlindSpots(json, assessment.BlindSpots);
        JsonTraceability.Rules(json, assessment.Rules);
        JsonSummaries.Strings(json, "idleRules", assessment.IdleRules);
        JsonTraceability.Disabled(json, assessment.DisabledRules);
        json.WriteEndObject();
    }
}
