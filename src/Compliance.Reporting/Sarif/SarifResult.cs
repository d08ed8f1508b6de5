using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// One result. What could not be judged is of kind <c>fail</c> too: SARIF's word for it would be <c>open</c>, but every kind but
/// <c>fail</c> must have the level <c>none</c>, and readers hide that level: it would look like a pass. The message says what it is.
/// </summary>
internal static class SarifResult
{
    public static void Write(Utf8JsonWriter json, Annotation annotation, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", UntrustedText.Visible(annotation.Rule));
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("kind", "fail");
        json.WriteString("level", SarifRule.Level(annotation.Severity));
        SarifDocument.Text(json, "message", SarifText.Plain(string.Join('\n', annotation.Details.Prepend(annotation.Message))));
        json.WriteStartArray("locations");
        Location(json, annotation.Place, message: null, annotation);
        json.WriteEndArray();
        if (annotation.Live is { } live)
        {
            json.WriteStartArray("relatedLocations");
            Location(json, annotation.Place, $"live: {live}", annotation);
            json.WriteEndArray();
        }

        if (annotation.Edit is { } edit)
        {
            SarifFix.Write(json, edit.Place, edit.Text, edit.Description);
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", $"{annotation.Fingerprint}:1");
        json.WriteEndObject();
        Accepted(json, annotation);
        json.WriteStartObject("properties");
        json.WriteString("verdict", annotation.Kind == AnnotationKind.Fail ? "fail" : "unknown");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Where one result tells its suppressions all must; an empty list says that it has none.
    private static void Accepted(Utf8JsonWriter json, Annotation annotation)
    {
        json.WriteStartArray("suppressions");
        if (annotation.Waived is { } waived)
        {
            json.WriteStartObject();
            json.WriteString("kind", annotation.IsWaivedInSource ? "inSource" : "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", waived);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (annotation.Drift is { } drift)
        {
            json.WriteString("baselineState", Words.Of(drift));
        }
    }

    // The live text stands in no file. Code scanning refuses a location without one, so it is told at the line that asks for it.
    private static void Location(Utf8JsonWriter json, Place place, string? message, Annotation annotation)
    {
        json.WriteStartObject();
        if (message is not null)
        {
            json.WriteNumber("id", 1);
        }

        json.WriteStartObject("physicalLocation");
        SarifPlace.File(json, place);
        SarifPlace.Region(json, "region", place);
        json.WriteEndObject();
        if (annotation.Subject is { } subject)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", subject);
            json.WriteString("kind", "resource");
            json.WriteStartObject("properties");
            json.WriteString("subjectKind", Words.Of(annotation.SubjectKind!.Value));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (message is not null)
        {
            SarifDocument.Text(json, "message", SarifText.Plain(message));
        }

        json.WriteEndObject();
    }
}
