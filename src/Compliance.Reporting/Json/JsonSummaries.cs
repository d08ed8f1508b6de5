using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The head of the JSON document: what was judged, against what, and the counts.</summary>
internal static class JsonSummaries
{
    public static void Policy(Utf8JsonWriter json, PolicySummary policy)
    {
        json.WriteStartObject("policy");
        json.WriteString("name", policy.Name);
        json.WriteString("title", policy.Title);
        json.WriteString("version", policy.Version);
        json.WriteString("phase", Words.Of(policy.Phase));
        json.WriteString("declaredPhase", Words.Of(policy.DeclaredPhase));
        json.WriteBoolean("isWhatIf", policy.IsWhatIf);
        json.WriteString("digest", policy.Digest);
        json.WriteEndObject();
    }

    public static void Estate(Utf8JsonWriter json, EstateSummary estate)
    {
        json.WriteStartObject("estate");
        json.WriteString("name", estate.Name);
        json.WriteString("serverVersion", estate.ServerVersion);
        json.WriteString("collectedAt", Words.Of(estate.CollectedAt));
        json.WriteString("digest", estate.Digest);
        json.WriteNumber("nodes", estate.Nodes);
        json.WriteNumber("guests", estate.Guests);
        json.WriteNumber("jobs", estate.Jobs);
        json.WriteNumber("storages", estate.Storages);
        Previous(json, estate.Previous);
        json.WriteEndObject();
    }

    private static void Previous(Utf8JsonWriter json, EarlierInventory? previous)
    {
        if (previous is null)
        {
            json.WriteNull("previous");
            return;
        }

        json.WriteStartObject("previous");
        json.WriteString("name", previous.Name);
        json.WriteString("collectedAt", Words.Of(previous.CollectedAt));
        json.WriteEndObject();
    }

    public static void Counts(Utf8JsonWriter json, AssessmentSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("rules", summary.Rules);
        json.WriteNumber("subjects", summary.Subjects);
        json.WriteNumber("pass", summary.Pass);
        json.WriteNumber("fail", summary.Fail);
        json.WriteNumber("unknown", summary.Unknown);
        json.WriteNumber("notApplicable", summary.NotApplicable);
        json.WriteNumber("waived", summary.Waived);
        json.WriteEndObject();
    }

    public static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A place in the policy repository; null when there is none.</summary>
    public static void Place(Utf8JsonWriter json, string name, Place? at)
    {
        if (at is not { } place)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteEndObject();
    }
}
