using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The drift ledger, in JSON documents.</summary>
internal static class JsonLedger
{
    /// <summary>What a ledger says of its run as a whole.</summary>
    public static void Summary(Utf8JsonWriter json, Ledger ledger)
    {
        json.WriteStartObject("history");
        Mark(json, "run", ledger.Now);
        Mark(json, "previous", ledger.Previous);
        Moved(json, ledger.Previous is { } previous ? Movement.Between(previous, ledger.Now) : null);
        json.WriteNumber("new", ledger.Count(Standing.New));
        json.WriteNumber("unchanged", ledger.Count(Standing.Unchanged));
        json.WriteNumber("returned", ledger.Count(Standing.Returned));
        json.WriteNumber("waived", ledger.Count(Standing.Waived));
        Gone(json, "resolved", ledger.Resolved);
        Gone(json, "notSeen", ledger.NotSeen);
        json.WriteEndObject();
    }

    /// <summary>How a finding stands.</summary>
    public static void Entry(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteStartObject("history");
        Fields(json, entry);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteString("standing", LedgerText.Of(entry.Standing));
        Mark(json, "firstSeen", entry.FirstSeen);
        Mark(json, "since", entry.Since);
        Mark(json, "before", entry.Before);
        Moved(json, entry.Moved);
        Change(json, "expected", entry.Expected);
        Change(json, "actual", entry.Actual);
        json.WriteString("why", entry.Why);
    }

    private static void Gone(Utf8JsonWriter json, string name, ImmutableArray<LedgerEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("rule", entry.Finding.Rule);
            json.WriteString("subject", entry.Finding.Subject.Id);
            json.WriteString("verdict", Words.Of(entry.Finding.Verdict));
            json.WriteString("fingerprint", entry.Finding.Fingerprint);
            Fields(json, entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Mark(Utf8JsonWriter json, string name, RunMark? run)
    {
        if (run is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("id", run.Id);
        json.WriteString("asOf", Words.Of(run.AsOf));
        json.WriteEndObject();
    }

    private static void Moved(Utf8JsonWriter json, Movement? moved)
    {
        if (moved is not { } what)
        {
            json.WriteNull("moved");
            return;
        }

        json.WriteStartObject("moved");
        json.WriteBoolean("policy", what.Policy);
        json.WriteBoolean("live", what.Live);
        json.WriteBoolean("program", what.Program);
        json.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter json, string name, ValueChange? change)
    {
        if (change is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("from", change.From);
        json.WriteString("to", change.To);
        json.WriteEndObject();
    }
}
