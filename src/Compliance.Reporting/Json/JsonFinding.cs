using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One finding of the JSON document. What is not known is null, never left out: a reader need not ask twice.</summary>
internal static class JsonFinding
{
    public static void Write(Utf8JsonWriter json, Finding finding, DateTimeOffset asOf)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("fault", finding.Fault);
        json.WriteString("title", finding.Title);
        Subject(json, finding.Subject);
        json.WriteString("verdict", Words.Of(finding.Verdict));
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("expected", finding.Expected);
        json.WriteString("actual", finding.Actual);
        json.WriteStartArray("because");
        foreach (var reason in finding.Because)
        {
            json.WriteStartObject();
            json.WriteString("expression", reason.Expression);
            json.WriteString("value", reason.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonSummaries.Strings(json, "missing", [.. finding.Missing.Select(gap => gap.ToString())]);
        JsonSummaries.Strings(json, "clauses", finding.Clauses);
        json.WriteString("why", finding.Why);
        JsonSummaries.Place(json, "policy", finding.Policy);
        Live(json, finding.Live);
        Origins(json, finding.Origins);
        json.WriteString("fix", finding.Fix);
        JsonAccepted.Waiver(json, finding.Waiver, asOf);
        json.WriteString("drift", Words.Of(finding.Drift));
        json.WriteString("fingerprint", finding.Fingerprint);
        // Left out without a history: a check without --history gives the bytes it always gave.
        if (finding.History is { } history)
        {
            JsonLedger.Entry(json, history);
        }

        json.WriteEndObject();
    }

    public static void Subject(Utf8JsonWriter json, Subject subject)
    {
        json.WriteStartObject("subject");
        json.WriteString("kind", Words.Of(subject.Kind));
        json.WriteString("id", subject.Id);
        json.WriteString("name", subject.Name);
        if (subject.Tier is { } tier)
        {
            json.WriteNumber("tier", tier);
        }
        else
        {
            json.WriteNull("tier");
        }

        json.WriteEndObject();
    }

    private static void Origins(Utf8JsonWriter json, ImmutableArray<OriginLevel> origins)
    {
        json.WriteStartArray("origins");
        foreach (var level in origins)
        {
            json.WriteStartObject();
            json.WriteString("level", level.Level);
            json.WriteString("value", level.Value);
            json.WriteBoolean("isEffective", level.IsEffective);
            json.WriteString("unread", level.Unread?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Live(Utf8JsonWriter json, LivePlace? live)
    {
        if (live is null)
        {
            json.WriteNull("live");
            return;
        }

        json.WriteStartObject("live");
        json.WriteString("endpoint", live.Endpoint);
        json.WriteString("field", live.Field);
        json.WriteEndObject();
    }
}
