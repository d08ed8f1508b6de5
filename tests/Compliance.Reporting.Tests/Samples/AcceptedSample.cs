using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>The rich assessment on an estate that people work on: waived findings, waivers that need attention, and a baseline.</summary>
internal static class AcceptedSample
{
    private static readonly Waiver Lasting = Waiver("maria", "the second disk is ordered", "OPS-231");

    private static readonly Waiver LastDay = Waiver("jo", "moves to the new job today", null) with
    {
        Expires = new Placed<DateOnly>(new DateOnly(2026, 11, 23), Sample.At(9)),
    };

    public static Assessment Assessment { get; } = RichSample.Assessment with
    {
        Findings = [.. RichSample.Findings.Select((finding, at) => finding with
        {
            Waiver = at switch { 1 => LastDay, 2 => Lasting, _ => null },
            Drift = at == 0 ? Drift.New : Drift.Unchanged,
        })],
        Summary = RichSample.Assessment.Summary with { Waived = 2 },
        WaiverProblems =
        [
            new WaiverProblem(
                WaiverFault.Expired, Severity.Error, Lasting,
                "the waiver of BKP305 expired 3 days ago, with 2026-11-20; it covers nothing any more", "Put the fault right, or decide anew with its owner."),
            new WaiverProblem(WaiverFault.Unused, Severity.Warning, LastDay, "the waiver of BKP210 matches no finding", "Remove the waiver, or mend it."),
        ],
        Baseline = new BaselineComparison
        {
            MadeAt = Sample.AsOf.AddDays(-3),
            New = 1,
            Unchanged = RichSample.Findings.Length - 1,
            Resolved = [Lapse("BKP302", "node/pve1/storage/local-backup", "it holds now")],
            Unclear = [Lapse("BKP104", "qemu/117", "it was not seen, and BKP104 could not judge everything")],
            Gate = Outcome.Drift,
        },
    };

    /// <summary>Compliant, because somebody accepts every fault.</summary>
    public static Assessment AllWaived { get; } = RichSample.Assessment with
    {
        Outcome = Outcome.Compliant,
        Findings = [.. RichSample.Findings.Where(finding => finding.Verdict == Verdict.Fail).Select(finding => finding with { Waiver = Lasting })],
        Summary = new AssessmentSummary(9, 14, 41, 5, 0, 17, 5),
        BlindSpots = [],
    };

    /// <summary>In drift as it was on the day of the baseline.</summary>
    public static Assessment Unchanged { get; } = RichSample.Assessment with
    {
        Findings = [.. RichSample.Findings.Select(finding => finding with { Drift = Drift.Unchanged })],
        Baseline = Assessment.Baseline! with { New = 0, Unchanged = RichSample.Findings.Length, Resolved = [], Unclear = [], Gate = Outcome.Compliant },
    };

    public static Waiver Waiver(string owner, string reason, string? ticket) => new()
    {
        Rule = new Placed<string>("BKP305", Sample.At(3)),
        Subjects = [new Placed<string>("qemu/101", Sample.At(4))],
        Owner = new Placed<string>(owner, Sample.At(5)),
        Reason = new Placed<string>(reason, Sample.At(6)),
        Ticket = ticket is null ? null : new Placed<string>(ticket, Sample.At(7)),
        Made = new Placed<DateOnly>(new DateOnly(2026, 11, 1), Sample.At(8)),
        Expires = new Placed<DateOnly>(new DateOnly(2027, 1, 31), Sample.At(9)),
        Place = Sample.At(3) with { File = "waivers.yaml" },
    };

    private static BaselineLapse Lapse(string rule, string subject, string why)
        => new(new BaselineEntry("00000000000000ff", rule, subject, Verdict.Fail, IsWaived: false), why);
}
