using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The two halves of a place.</summary>
internal static class SarifPlace
{
    public static void File(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifText.Uri(place.File));
        json.WriteString("uriBaseId", SarifDocument.SourceRootId);
        json.WriteEndObject();
    }

    public static void Region(Utf8JsonWriter json, string name, Place place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
    }
}
