using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For programs; <c>schemas/overview.schema.json</c> describes it.</summary>
public sealed class OverviewJsonRenderer : IOverviewRenderer
{
    private const int DocumentVersion = 1;

    public void Render(Overview overview, Stream output)
    {
        ArgumentNullException.ThrowIfNull(overview);
        JsonDocumentWriter.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", DocumentVersion);
            json.WriteString("asOf", Words.Of(overview.At));
            json.WriteString("verdict", Words.Of(overview.Outcome));
            json.WriteNumber("exitCode", overview.ExitCode);
            json.WriteStartArray("targets");
            foreach (var target in overview.Targets)
            {
                Target(json, target, overview.At);
            }

            json.WriteEndArray();
            JsonSummaries.Strings(json, "notAsked", overview.NotAsked);
            json.WriteEndObject();
        });
    }

    private static void Target(Utf8JsonWriter json, OverviewTarget target, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        json.WriteString("verdict", Words.Of(target.Outcome));
        json.WriteNumber("exitCode", target.ExitCode);
        json.WriteString("fault", target.Fault);
        json.WriteString("report", target.Report);
        if (target.Assessment is { } assessment)
        {
            json.WriteString("asOf", Words.Of(assessment.AsOf));
            json.WriteNumber("ageSeconds", (long)(at - assessment.Estate.CollectedAt).TotalSeconds);
            JsonSummaries.Policy(json, assessment.Policy);
            JsonSummaries.Estate(json, assessment.Estate);
            Findings(json, FindingTally.Of(assessment.Findings));
            Since(json, assessment.Ledger);
        }
        else
        {
            foreach (var name in (string[])["asOf", "ageSeconds", "policy", "estate", "findings", "sinceLastRun"])
            {
                json.WriteNull(name);
            }
        }

        json.WriteStartArray("worst");
        foreach (var finding in target.Assessment is null ? [] : OverviewFinding.WorstOf(target.Assessment))
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("title", finding.Title);
            json.WriteString("verdict", Words.Of(finding.Verdict));
            json.WriteString("severity", Words.Of(finding.Severity));
            json.WriteNumber("count", finding.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, FindingTally tally)
    {
        json.WriteStartObject("findings");
        json.WriteNumber("errors", tally.Errors);
        json.WriteNumber("warnings", tally.Warnings);
        json.WriteNumber("infos", tally.Infos);
        json.WriteNumber("unknown", tally.Unknown);
        json.WriteNumber("waived", tally.Waived);
        json.WriteEndObject();
    }

    private static void Since(Utf8JsonWriter json, Ledger? ledger)
    {
        // No history, and a first run, are nothing to compare with: not zero changes.
        if (ledger?.Previous is not { } previous)
        {
            json.WriteNull("sinceLastRun");
            return;
        }

        json.WriteStartObject("sinceLastRun");
        json.WriteString("asOf", Words.Of(previous.AsOf));
        json.WriteNumber("new", ledger.Count(Standing.New));
        json.WriteNumber("returned", ledger.Count(Standing.Returned));
        json.WriteNumber("resolved", ledger.Resolved.Length);
        json.WriteNumber("notSeen", ledger.NotSeen.Length);
        json.WriteEndObject();
    }
}
