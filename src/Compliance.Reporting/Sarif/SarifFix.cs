using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A change that puts a result right (SARIF 2.1.0, 3.55 to 3.57): one file, one replacement. A reader may offer it; code scanning does not show it.</summary>
internal static class SarifFix
{
    /// <param name="text">as it is to be written, not escaped for a reader</param>
    public static void Write(Utf8JsonWriter json, Place place, string text, string description)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        SarifDocument.Text(json, "description", SarifText.Plain(description));
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        SarifPlace.File(json, place);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        SarifPlace.Region(json, "deletedRegion", place);
        SarifDocument.Text(json, "insertedContent", text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
