using System.Text.Json;
using Compliance.Core.Facts.Retentions;

namespace Compliance.Cli;

/// <summary>What a tier's declaration yields, as the document of <c>explain tier N -o json</c>, version 1.</summary>
internal static class TierYieldJson
{
    public static void Write(TierYield yield, Stream output)
    {
        var tier = yield.Tier;
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, 1);
            json.WriteNumber("tier"u8, tier.Level.Value);
            json.WriteString("title"u8, tier.Title.Value);
            json.WriteString("schedule"u8, TierPlan.WordOf(tier.Schedule.Value));
            json.WriteString("retention"u8, TierPlan.KeepOf(tier).ToString());
            json.WriteString("zone"u8, "UTC");
            if (yield.Calendar is { } calendar)
            {
                Simulated(calendar, isDeclared: tier.Calendar is not null, json);
            }
            else
            {
                json.WriteNull("calendar"u8);
            }

            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Simulated(RetentionCalendar calendar, bool isDeclared, Utf8JsonWriter json)
    {
        json.WriteString("calendar"u8, calendar.Schedule.ToString());
        json.WriteBoolean("calendarIsDeclared"u8, isDeclared);
        json.WriteNumber("runsInYear"u8, calendar.Gaps.FiringsInYear);
        json.WriteString("from"u8, Moment(calendar.From));
        json.WriteString("day"u8, Moment(calendar.Day));
        json.WriteBoolean("isSimulated"u8, !calendar.IsTooDense);
        if (calendar.IsTooDense)
        {
            return; // figures of nothing would read like an empty storage
        }

        json.WriteNumber("count"u8, calendar.Points.Length);
        json.WriteNumber("spanSeconds"u8, (long)calendar.Span.TotalSeconds);
        json.WriteStartArray("points"u8);
        foreach (var point in calendar.Points)
        {
            json.WriteStartObject();
            json.WriteString("time"u8, Moment(point.Time));
            json.WriteNumber("ageSeconds"u8, (long)(calendar.Day - point.Time).TotalSeconds);
            json.WriteString("keptBy"u8, point.KeptBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Settled(calendar.Settled!, json);
    }

    private static void Settled(RetentionForecast settled, Utf8JsonWriter json)
    {
        json.WriteStartObject("settled"u8);
        json.WriteNumber("fewest"u8, settled.FewestKept);
        json.WriteNumber("most"u8, settled.MostKept);
        json.WriteNumber("shortestReachSeconds"u8, (long)settled.ShortestReach.TotalSeconds);
        json.WriteNumber("longestReachSeconds"u8, (long)settled.LongestReach.TotalSeconds);
        if (settled.NewestAtWorst is { } worst)
        {
            json.WriteNumber("newestAtWorstSeconds"u8, (long)worst.TotalSeconds);
        }
        else
        {
            json.WriteNull("newestAtWorstSeconds"u8);
        }

        json.WriteEndObject();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
