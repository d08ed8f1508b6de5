using System.Text.Json;
using Compliance.Core.Facts.Table;

namespace Compliance.Reporting;

/// <summary>For editors and other programs: every fact with all that is known of it. Fields may be added, never renamed or removed.</summary>
internal sealed class FactJsonRenderer : IFactRenderer
{
    public void Render(FactListing listing, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("facts");
        foreach (var fact in listing.Facts)
        {
            Write(json, fact, listing);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Fact fact, FactListing listing)
    {
        json.WriteStartObject();
        json.WriteString("fact", fact.FullName);
        json.WriteString("type", FactWording.Type(fact.Type));
        if (FactWording.Values(fact) is { Count: > 0 } values)
        {
            JsonSummaries.Strings(json, "values", [.. values]);
        }

        if (fact.Unit is not null)
        {
            json.WriteString("unit", fact.Unit);
        }

        json.WriteString("meaning", fact.Meaning);
        json.WriteBoolean("mayBeAbsent", fact.IsOptional);
        json.WriteBoolean("mayBeUnknown", fact.MayBeUnknown);
        Sources(json, fact);
        if (fact.DeclaredKey is not null)
        {
            json.WriteString("declaredAs", fact.DeclaredKey);
        }

        JsonSummaries.Strings(json, "judgedBy", [.. listing.JudgedBy(fact).Select(rule => rule.Id)]);
        JsonSummaries.Strings(json, "shownBy", [.. listing.ShownBy(fact).Select(rule => rule.Id)]);
        json.WriteEndObject();
    }

    private static void Sources(Utf8JsonWriter json, Fact fact)
    {
        json.WriteStartArray("from");
        foreach (var source in fact.Sources)
        {
            json.WriteStartObject();
            json.WriteString("endpoint", source.Endpoint);
            if (source.Privilege is not null)
            {
                json.WriteString("needs", source.Privilege);
                json.WriteBoolean("isFiltered", source.IsFiltered);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
