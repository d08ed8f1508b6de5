using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What people accept, in the JSON document.</summary>
internal static class JsonAccepted
{
    /// <summary>The waiver of a finding; null when it has none.</summary>
    public static void Waiver(Utf8JsonWriter json, Waiver? waiver, DateTimeOffset asOf)
    {
        if (waiver is null)
        {
            json.WriteNull("waiver");
            return;
        }

        json.WriteStartObject("waiver");
        Fields(json, waiver);
        json.WriteNumber("daysLeft", waiver.DaysLeft(asOf));
        json.WriteEndObject();
    }

    public static void Problems(Utf8JsonWriter json, ImmutableArray<WaiverProblem> problems)
    {
        json.WriteStartArray("waiverProblems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("fault", Words.Of(problem.Fault));
            json.WriteString("severity", Words.Of(problem.Severity));
            json.WriteString("rule", problem.Waiver.Rule.Value);
            json.WriteString("message", problem.Message);
            json.WriteString("fix", problem.Fix);
            json.WriteStartObject("waiver");
            Fields(json, problem.Waiver);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Baseline(Utf8JsonWriter json, BaselineComparison? since)
    {
        if (since is null)
        {
            json.WriteNull("baseline");
            return;
        }

        json.WriteStartObject("baseline");
        json.WriteString("madeAt", Words.Of(since.MadeAt));
        json.WriteString("gate", Words.Of(since.Gate));
        json.WriteNumber("new", since.New);
        json.WriteNumber("unchanged", since.Unchanged);
        Lapses(json, "resolved", since.Resolved);
        Lapses(json, "unclear", since.Unclear);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteString("owner", waiver.Owner.Value);
        json.WriteString("reason", waiver.Reason.Value);
        json.WriteString("ticket", waiver.Ticket?.Value);
        json.WriteString("made", $"{waiver.Made.Value:yyyy-MM-dd}");
        json.WriteString("expires", $"{waiver.Expires.Value:yyyy-MM-dd}");
        JsonSummaries.Strings(json, "subjects", [.. waiver.Subjects.Select(subject => subject.Value)]);
        JsonSummaries.Place(json, "policy", waiver.Place);
    }

    private static void Lapses(Utf8JsonWriter json, string name, ImmutableArray<BaselineLapse> lapses)
    {
        json.WriteStartArray(name);
        foreach (var lapse in lapses)
        {
            json.WriteStartObject();
            json.WriteString("rule", lapse.Entry.Rule);
            json.WriteString("subject", lapse.Entry.Subject);
            json.WriteString("verdict", Words.Of(lapse.Entry.Verdict));
            json.WriteString("why", lapse.Why);
            json.WriteString("fingerprint", lapse.Entry.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
