using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>Answers of the gate made by hand.</summary>
internal static class ReadinessSample
{
    public static readonly ImmutableArray<string> Names = ["go", "no-go", "unknown", "nothing", "hostile"];

    public static Readiness Go { get; } = new()
    {
        Request = new ReadinessRequest(ChangeKind.Upgrade, "pve1", TimeSpan.FromHours(4)),
        AsOf = Sample.AsOf,
        Outcome = ReadinessOutcome.Go,
        Validity = new ReadinessValidity(Sample.AsOf.AddHours(2), "job/backup-tier1 runs then"),
        Policy = Sample.Policy,
        Estate = Sample.Estate,
        Blocking = [],
        Waived = [RichSample.Findings[0] with { Waiver = AcceptedSample.Waiver("anna", "a disposable guest", null) }],
        WaiverProblems = [],
        Items =
        [
            new ReadinessItem("BKP104", "Every guest with a schedule is in a backup job that really runs", ["RB-40"], Verdict.Pass, 4, 1),
            new ReadinessItem("BKP207", "A failing run reaches somebody", ["RB-60"], null, 0, 0),
            new ReadinessItem("BKP625", "The cluster has quorum", ["RB-96"], Verdict.Pass, 1, 0),
        ],
        Disabled = [new DisabledRuleSummary("BKP624", "guest-locked", "No guest is locked", Severity.Error, ["RB-96"], "our own tool locks", Sample.At(9))],
        BlindSpots = [],
        Digests =
        [
            new DigestPart("storages", "sha256:6d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", true, [new DigestMember("storage/local", "5f1c7a90e2b4d836")]),
            new DigestPart("guests", "sha256:7d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", false, [new DigestMember("qemu/101", null)]),
        ],
    };

    public static Readiness NoGo { get; } = Go with
    {
        Request = new ReadinessRequest(ChangeKind.NetworkChange, null, TimeSpan.FromHours(4)),
        Outcome = ReadinessOutcome.NoGo,
        Validity = new ReadinessValidity(null, "only a GO is valid for anything"),
        Blocking = RichSample.Findings,
        WaiverProblems = [new WaiverProblem(WaiverFault.Expired, Severity.Error, AcceptedSample.Waiver("anna", "a disposable guest", null), "the waiver ended on 2026-11-20", "renew it or mend the fault")],
    };

    public static Readiness Named(string name) => name switch
    {
        "go" => Go,
        "no-go" => NoGo,
        "unknown" => NoGo with { Outcome = ReadinessOutcome.Unknown, WaiverProblems = [], Blocking = [.. RichSample.Findings.Where(finding => finding.Verdict == Verdict.Unknown)] },
        "nothing" => NoGo with { Outcome = ReadinessOutcome.Unknown, WaiverProblems = [], Blocking = [], Waived = [], Items = [], Disabled = [], Digests = [], Policy = Sample.Policy with { Version = null } },
        "hostile" => Hostile,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static string Render(string format, Readiness readiness)
    {
        using var stream = new MemoryStream();
        ReadinessFormats.Find(format, new ReportOptions { Width = 80 })!.Render(readiness, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Readiness Hostile => NoGo with
    {
        Request = new ReadinessRequest(ChangeKind.StorageChange, HostileSample.Names[0], TimeSpan.FromHours(4)),
        Policy = HostileSample.Assessment.Policy,
        Estate = HostileSample.Assessment.Estate,
        Validity = new ReadinessValidity(Sample.AsOf, HostileSample.Names[10]),
        Blocking = HostileSample.Assessment.Findings,
        Waived = [.. HostileSample.Assessment.Findings.Where(finding => finding.Waiver is not null)],
        WaiverProblems = HostileSample.Assessment.WaiverProblems,
        Items = [.. HostileSample.Names.Select(name => new ReadinessItem(name, name, [name], Verdict.Pass, 1, 0))],
        Disabled = HostileSample.Assessment.DisabledRules,
        Digests = [.. HostileSample.Names.Select(name => new DigestPart(name, name, true, [new DigestMember(name, name)]))],
    };
}
