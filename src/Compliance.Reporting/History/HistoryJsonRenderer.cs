using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>For programs, version 1 of the document. Members may be added, never renamed. Durations are in seconds.</summary>
public sealed class HistoryJsonRenderer : IHistoryRenderer
{
    private const int DocumentVersion = 1;

    public void Runs(ImmutableArray<RunSeries> history, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", DocumentVersion);
        json.WriteStartArray("runs");
        foreach (var run in history.SelectMany(series => series.Runs))
        {
            json.WriteStartObject();
            Head(json, run);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public void Run(HistoryRun run, Ledger ledger, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", DocumentVersion);
        Head(json, run);
        Counts(json, "rules", run.Rules);
        Counts(json, "clauses", run.Clauses);
        json.WriteStartArray("findings");
        foreach (var entry in ledger.Findings)
        {
            Finding(json, entry);
        }

        json.WriteEndArray();
        JsonLedger.Summary(json, ledger);
        json.WriteStartArray("notices");
        foreach (var notice in run.Notices)
        {
            json.WriteStartObject();
            json.WriteString("channel", notice.Channel);
            json.WriteString("state", Words.Of(notice.State));
            json.WriteString("note", notice.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Head(Utf8JsonWriter json, HistoryRun run)
    {
        json.WriteNumber("id", run.Id);
        json.WriteString("asOf", Words.Of(run.AsOf));
        json.WriteString("collectedAt", Words.Of(run.CollectedAt));
        json.WriteString("program", run.Program);
        json.WriteStartObject("policy");
        json.WriteString("name", run.Policy);
        json.WriteString("version", run.PolicyVersion);
        json.WriteString("digest", run.PolicyDigest);
        json.WriteEndObject();
        json.WriteStartObject("estate");
        json.WriteString("name", run.Estate);
        json.WriteString("digest", run.EstateDigest);
        json.WriteEndObject();
        json.WriteString("failOn", Words.Of(run.FailOn));
        json.WriteString("gate", Words.Of(run.Gate));
        json.WriteNumber("exitCode", run.ExitCode);
        JsonSummaries.Counts(json, run.Counts);
        json.WriteStartObject("failed");
        json.WriteNumber("errors", run.Failed(Severity.Error));
        json.WriteNumber("warnings", run.Failed(Severity.Warning));
        json.WriteNumber("infos", run.Failed(Severity.Info));
        json.WriteEndObject();
        json.WriteNumber("collecting", run.Collecting.TotalSeconds);
        json.WriteNumber("judging", run.Judging.TotalSeconds);
    }

    private static void Counts(Utf8JsonWriter json, string name, ImmutableArray<HistoryCount> counts)
    {
        json.WriteStartArray(name);
        foreach (var count in counts)
        {
            json.WriteStartObject();
            json.WriteString("id", count.Id);
            json.WriteNumber("pass", count.Pass);
            json.WriteNumber("fail", count.Fail);
            json.WriteNumber("unknown", count.Unknown);
            json.WriteNumber("notApplicable", count.NotApplicable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Finding(Utf8JsonWriter json, LedgerEntry entry)
    {
        var finding = entry.Finding;
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        JsonFinding.Subject(json, finding.Subject);
        json.WriteString("verdict", Words.Of(finding.Verdict));
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("expected", finding.Expected);
        json.WriteString("actual", finding.Actual);
        JsonSummaries.Place(json, "policy", finding.Policy);
        JsonFinding.Live(json, finding.Live);
        json.WriteString("waivedUntil", finding.WaivedUntil is { } day ? $"{day:yyyy-MM-dd}" : null);
        json.WriteString("fingerprint", finding.Fingerprint);
        JsonLedger.Entry(json, entry);
        json.WriteEndObject();
    }
}
