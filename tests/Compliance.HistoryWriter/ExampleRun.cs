using Compliance.Core.Model;

namespace Compliance.HistoryWriter;

/// <summary>Runs with something in every column; which ones a run has hangs on its number.</summary>
public static class ExampleRun
{
    /// <summary>How many findings each run has: a file that holds fewer of one holds half a run.</summary>
    public const int Findings = 40;

    public static HistoryRun Of(int number)
    {
        var asOf = new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero).AddDays(number);
        return new HistoryRun
        {
            AsOf = asOf,
            CollectedAt = asOf.AddMinutes(-3).AddTicks(number),
            Program = "0.1.0",
            Policy = "homelab",
            PolicyVersion = number % 2 == 0 ? null : $"1.{number}",
            PolicyDigest = $"sha256:policy{number / 4}",
            Estate = "homelab",
            EstateDigest = $"sha256:estate{number}",
            FailOn = Severity.Warning,
            Gate = Outcome.Drift,
            ExitCode = 1,
            Counts = new AssessmentSummary(2, 60, 50, 30, 10, 5, 1),
            Collecting = TimeSpan.FromMilliseconds(1234.5),
            Judging = TimeSpan.FromTicks(number),
            Rules = [new HistoryCount("BKP104", 50, 30, 0, 5), new HistoryCount("BKP203", 0, 0, 10, 0)],
            Clauses = [new HistoryCount("RB-40", 50, 30, 10, 5), new HistoryCount("RB-9", 0, 0, 10, 0)],
            Held = [.. Enumerable.Range(100, 5).Select(guest => new HeldCase($"{guest:x16}", guest % 2 == 0 ? "BKP203" : "BKP104", guest % 3 == 0, "covered", guest == 100 ? null : "covered by <weekly>"))],
            Findings = [.. Enumerable.Range(0, Findings).Select(guest => Finding(number, guest))],
        };
    }

    /// <summary>What stays of a run once a newer one is there: of what held, the cases of rules that could not judge everything.</summary>
    public static HistoryRun Trimmed(int number)
    {
        var run = Of(number);
        return run with { Held = [.. run.Held.Where(held => held.Rule == "BKP203").Select(held => held with { Expected = null, Actual = null })] };
    }

    private static HistoryFinding Finding(int number, int guest) => new()
    {
        Fingerprint = $"{guest:x16}",
        Rule = guest % 4 == 0 ? "BKP203" : "BKP104",
        Subject = new Subject((SubjectKind)(guest % 10), $"qemu/{guest}", guest % 3 == 0 ? null : "<b>ca\u202E01\n'; DROP TABLE run; --", guest % 5 == 0 ? null : guest % 3),
        Verdict = guest % 4 == 0 ? Verdict.Unknown : Verdict.Fail,
        Severity = (Severity)(guest % 3),
        Message = $"in run {number} no enabled job covers this guest",
        Expected = guest % 2 == 0 ? null : "covered",
        Actual = guest % 2 == 0 ? null : "not covered",
        Live = guest % 7 == 0 ? null : new LivePlace("/cluster/backup/weekly-core", "enabled"),
        Policy = guest % 6 == 0 ? null : new Place("policy.yaml", 22, 5, 22, 5),
        WaivedUntil = guest % 9 == 0 ? new DateOnly(2026, 12, 24) : null,
    };
}
