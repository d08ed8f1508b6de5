using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The proving half of the JSON document: clauses, what could not be read, and what every rule came to.</summary>
internal static class JsonTraceability
{
    public static void Coverage(Utf8JsonWriter json, ImmutableArray<ClauseCoverage> coverage, Func<ClauseCoverage, string?> reason)
    {
        json.WriteStartArray("coverage");
        foreach (var row in coverage)
        {
            json.WriteStartObject();
            json.WriteString("clause", row.Clause.Id);
            json.WriteString("section", row.Clause.Section);
            json.WriteString("says", row.Clause.Says);
            JsonSummaries.Strings(json, "rules", row.Rules);
            JsonSummaries.Strings(json, "disabledRules", row.Disabled);
            json.WriteString("verdict", Words.OfClause(row.Verdict));
            json.WriteString("how", Words.Of(row.How));
            json.WriteString("provableBy", Words.Of(row.Clause.How));
            json.WriteString("why", reason(row));
            json.WriteString("heading", row.Clause.Stated?.Heading);
            JsonSummaries.Place(json, "runbook", row.Clause.Stated?.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void BlindSpots(Utf8JsonWriter json, ImmutableArray<BlindSpot> blindSpots)
    {
        json.WriteStartArray("blindSpots");
        foreach (var spot in blindSpots)
        {
            json.WriteStartObject();
            json.WriteString("endpoint", spot.Gap.Endpoint);
            json.WriteString("reason", spot.Gap.Reason);
            json.WriteString("needs", spot.Gap.Needs);
            JsonSummaries.Strings(json, "rules", spot.Rules);
            json.WriteNumber("verdicts", spot.Subjects);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Rules(Utf8JsonWriter json, ImmutableArray<RuleSummary> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("fault", rule.Fault);
            json.WriteString("title", rule.Title);
            json.WriteString("severity", Words.Of(rule.Severity));
            Override(json, rule.Override);
            JsonSummaries.Strings(json, "clauses", rule.Clauses);
            json.WriteNumber("pass", rule.Pass);
            json.WriteNumber("fail", rule.Fail);
            json.WriteNumber("unknown", rule.Unknown);
            json.WriteNumber("notApplicable", rule.NotApplicable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Disabled(Utf8JsonWriter json, ImmutableArray<DisabledRuleSummary> rules)
    {
        json.WriteStartArray("disabledRules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("fault", rule.Fault);
            json.WriteString("title", rule.Title);
            json.WriteString("severity", Words.Of(rule.Severity));
            JsonSummaries.Strings(json, "clauses", rule.Clauses);
            json.WriteString("reason", rule.Reason);
            JsonSummaries.Place(json, "policy", rule.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Override(Utf8JsonWriter json, RuleOverride? change)
    {
        if (change is null)
        {
            json.WriteNull("override");
            return;
        }

        json.WriteStartObject("override");
        json.WriteString("own", Words.Of(change.Own));
        json.WriteString("reason", change.Reason);
        JsonSummaries.Place(json, "policy", change.Place);
        json.WriteEndObject();
    }
}
