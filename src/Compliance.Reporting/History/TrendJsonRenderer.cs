using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Trends for programs, version 1 of the document. Members may be added, never renamed. Null is a day that nobody looked, which is not zero.</summary>
public static class TrendJsonRenderer
{
    private const int DocumentVersion = 1;

    /// <summary>Writes them all; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    public static void Render(ImmutableArray<Trend> trends, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", DocumentVersion);
        json.WriteStartArray("trends");
        foreach (var trend in trends)
        {
            json.WriteStartObject();
            json.WriteString("estate", trend.Estate);
            json.WriteString("policy", trend.Policy);
            Days(json, trend);
            Worst(json, trend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Days(Utf8JsonWriter json, Trend trend)
    {
        json.WriteStartArray("days");
        foreach (var day in trend.Days)
        {
            json.WriteStartObject();
            json.WriteString("day", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Number(json, "errors", day.Errors);
            Number(json, "warnings", day.Warnings);
            Number(json, "unknown", day.Unknown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Worst(Utf8JsonWriter json, Trend trend)
    {
        json.WriteStartArray("worst");
        foreach (var rule in trend.Worst)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteStartArray("fails");
            foreach (var (place, fails) in rule.Days.Index())
            {
                json.WriteStartObject();
                json.WriteString("day", trend.Days[place].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                Number(json, "fail", fails);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
