namespace Compliance.Reporting.Tests;

/// <summary>Outcomes between green and red.</summary>
internal static class EdgeSamples
{
    /// <summary>Nothing failed, but much could not be read.</summary>
    public static Assessment Unjudged { get; } = RichSample.Assessment with
    {
        Outcome = Outcome.Unknown,
        Findings =
        [
            .. RichSample.Findings.Where(finding => finding.Verdict == Verdict.Unknown),
            .. Enumerable.Range(1, 40).Select(number => RichSample.Findings[^1] with
            {
                Subject = new Subject(SubjectKind.Volume, $"qemu/{number}/scsi0", $"disk {number}", number % 4),
                Fingerprint = $"{number:x16}",
            }),
        ],
        Summary = new AssessmentSummary(9, 54, 41, 0, 42, 17, 0),
        Matrix = new Matrix(
            RichSample.Assessment.Matrix.Controls,
            [
                .. Enumerable.Range(0, 4).Select(tier => Sample.Row(tier, $"Tier {tier}", 10, (6, 0, 0), (0, 0, 0), (0, 0, 10), (4, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0))),
                Sample.Row(null, "Outside the tiers", 0, (0, 0, 0), (0, 0, 0), (0, 0, 1), (0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 0, 1)),
            ]),
        Coverage = [.. RichSample.Assessment.Coverage.Where(row => row.Verdict is not Verdict.Fail)],
        Rules = [.. RichSample.Assessment.Rules.Select(rule => rule with { Fail = 0, Unknown = rule.Id == "BKP303" ? 41 : rule.Unknown })],
    };

    /// <summary>Compliant, with findings that weigh less than the gate.</summary>
    public static Assessment BelowTheGate { get; } = RichSample.Assessment with
    {
        Outcome = Outcome.Compliant,
        Findings = [.. RichSample.Findings.Where(finding => finding.Severity == Severity.Info)],
        Summary = new AssessmentSummary(9, 14, 41, 1, 0, 17, 0),
        BlindSpots = [],
    };

    /// <summary>No rule found anything: no outcome of this may look like a pass.</summary>
    public static Assessment Nothing { get; } = CompliantSample.Assessment with
    {
        Outcome = Outcome.Unknown,
        Policy = Sample.Policy with { Title = null, Version = null },
        Summary = new AssessmentSummary(0, 0, 0, 0, 0, 0, 0),
        Coverage = [],
        Matrix = new Matrix([], []),
        Rules = [],
        Appendix = [],
    };
}
