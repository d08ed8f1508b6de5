using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A run of cases for other programs. Fields may be added, never renamed or removed.</summary>
public sealed class CaseJsonRenderer : ICaseRenderer
{
    private const int DocumentVersion = 1;

    public void Render(CaseRun run, Stream output) => JsonDocumentWriter.Write(output, json => Document(json, run));

    private static void Document(Utf8JsonWriter json, CaseRun run)
    {
        json.WriteStartObject();
        json.WriteNumber("version", DocumentVersion);
        json.WriteString("startedAt", Words.Of(run.StartedAt));
        json.WriteNumber("passed", run.Passed);
        json.WriteNumber("failed", run.Failed);
        json.WriteStartArray("cases");
        foreach (var result in run.Results)
        {
            Case(json, result);
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var proof in run.Proofs)
        {
            json.WriteStartObject();
            json.WriteString("rule", proof.Rule);
            json.WriteNumber("cases", proof.Cases);
            JsonSummaries.Strings(json, "lacking", [.. proof.Lacking.Select(Words.Of)]);
            JsonSummaries.Place(json, "place", proof.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Case(Utf8JsonWriter json, CaseResult result)
    {
        json.WriteStartObject();
        json.WriteString("rule", result.Case.Rule);
        json.WriteString("name", result.Case.Name);
        json.WriteBoolean("passed", result.IsPassed);
        JsonSummaries.Place(json, "place", result.Case.Place);
        Fault(json, result.Fault);
        Mismatches(json, result.Mismatches);
        json.WriteEndObject();
    }

    private static void Fault(Utf8JsonWriter json, Problem? fault)
    {
        if (fault is null)
        {
            json.WriteNull("fault");
            return;
        }

        json.WriteStartObject("fault");
        json.WriteString("code", fault.Code);
        json.WriteString("message", fault.Message);
        json.WriteString("fix", fault.Fix);
        JsonSummaries.Place(json, "place", fault.Place);
        json.WriteEndObject();
    }

    private static void Mismatches(Utf8JsonWriter json, ImmutableArray<CaseMismatch> mismatches)
    {
        json.WriteStartArray("mismatches");
        foreach (var mismatch in mismatches)
        {
            json.WriteStartObject();
            json.WriteString("subject", mismatch.Subject);
            json.WriteString("what", mismatch.What);
            json.WriteString("expected", mismatch.Expected);
            json.WriteString("actual", mismatch.Actual);
            json.WriteString("because", mismatch.Because);
            JsonSummaries.Place(json, "place", mismatch.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
