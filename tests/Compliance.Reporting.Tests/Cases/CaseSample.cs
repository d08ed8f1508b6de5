using System.Collections.Immutable;

namespace Compliance.Reporting.Tests.Cases;

/// <summary>Runs of cases made by hand: one with everything in it, one with names that try to do harm.</summary>
internal static class CaseSample
{
    public static CaseRun Rich { get; } = new(
        [
            new(Case("ACME101", "a job with an owner", 4), [], null, TimeSpan.FromMilliseconds(1.25)),
            new(
                Case("ACME101", "a job without an owner", 8),
                [
                    new("job/nightly", "verdict", "fail", "pass", "job.comment = \"Owner: ops\", job.isEnabled = true", At(12)),
                    new("job/nigthly", "verdict", "fail", "no such subject; there are job/nightly, job/weekly and 3 more", null, At(13)),
                    new("job/weekly", "message", "the comment \"weekly\" names no owner", "the comment \"monthly\" names no owner", null, At(14)),
                ],
                null,
                TimeSpan.FromMilliseconds(2.5)),
            new(
                Case("ACME101", "a job that is not there", 18),
                [],
                new Problem("POL122", Severity.Error, At(20), "\"jobs.rows[id=x].comment\" leads nowhere in the inventory: there is no [id=x]"),
                TimeSpan.Zero),
            new(Case("BKP104", "a guest in the job of its tier", 3), [], null, TimeSpan.FromMilliseconds(1)),
        ],
        [
            new("ACME101", 3, [Verdict.Unknown], new Place("rules/ACME101-job-without-owner.yaml", 1, 1, 12, 1)),
            new("ACME102", 0, [Verdict.Pass, Verdict.Fail, Verdict.Unknown], new Place("rules/ACME102-x.yaml", 1, 1, 12, 1)),
            new("BKP104", 1, [], new Place("built-in:rules/coverage/BKP104.yaml", 1, 1, 12, 1)),
        ],
        Sample.AsOf);

    public static CaseRun Hostile { get; } = new(
        [
            .. HostileSample.Names.Select((name, at) => new CaseResult(
                Case($"ACME{100 + at}", name, 1), [new(name, "verdict", "fail", name, name, At(1)), new(name, "message", name, "x", null, At(2))], null, TimeSpan.Zero)),
        ],
        [.. HostileSample.Names.Select((_, at) => new RuleProof($"ACME{100 + at}", 1, [Verdict.Unknown], At(1)))],
        Sample.AsOf);

    private static Place At(int line) => new("rules/cases/ACME101.yaml", line, 7, line, 20);

    private static RuleCase Case(string rule, string name, int line) => new()
    {
        Rule = rule,
        Name = name,
        Given = new Placed<string>("compliant", At(line)),
        Policy = null!, // no report looks at it
        Expect = [],
        Place = At(line),
    };
}
