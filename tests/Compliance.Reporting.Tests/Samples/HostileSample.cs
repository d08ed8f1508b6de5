using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>The rich assessment, with names that whoever may edit a guest could give it, in every place text comes from outside.</summary>
internal static class HostileSample
{
    /// <summary>What the names try: markup, table cells, new lines, terminal sequences, reversed text, links, code, mentions, sheer length.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        "<script>alert(1)</script>",
        "a|b",
        "new\nline\r\n# heading",
        "red\e[31m\e]0;owned\a",
        "c1\u009B2J",
        "rtl\u202Etxt.exe",
        "zero\u200Bwidth\uFEFF",
        "](javascript:alert(1))",
        "[click](https://evil.example/)",
        "`rm -rf /`",
        "```\n<img src=x onerror=alert(1)>",
        "@everyone #1 www.evil.example",
        "\" onmouseover=\"alert(1)",
        "' style='background:url(//evil.example)",
        "{{ policy.name }}${IFS}</style></title>",
        "💾 😀",
        "שלום עולם",
        "lone\uD800surrogate",
        new string('x', 5000),
    ];

    public static Assessment Assessment { get; } = RichSample.Assessment with
    {
        Policy = Sample.Policy with { Name = Names[0], Title = Names[11], Version = Names[3] },
        Estate = Sample.Estate with { Name = Names[12], ServerVersion = Names[5], Digest = Names[2], Previous = new EarlierInventory(Names[3], Sample.AsOf) },
        Timelines = [.. Names.Select((name, at) => PictureSample.Timelines[0] with { Guest = $"qemu/{at}", Name = name, Promise = new GuestPromise(1, name, name, name, TimeSpan.Zero), Zone = name })],
        Retentions =
        [
            .. Names.Select(name => PictureSample.Retentions[0] with
            {
                Title = name, Guests = [name], Promised = PictureSample.Retentions[0].Promised! with { Runs = name, Keep = name }, Live = null, WhyNotLive = name,
            }),
        ],
        Findings = [.. Names.Select(Finding)],
        Summary = new AssessmentSummary(9, 25, 41, Names.Length - 1, 1, 17, 0),
        Coverage =
        [
            .. Names.Select((name, at) => new ClauseCoverage(
                new Clause($"RB-{at}{name[..Math.Min(name.Length, 5)]}", name, name, ClauseProof.Live, name) { Stated = new StatedAt($"{name}.", new Place(name, 7, 1, 7, 9)) }, [name], Verdict.Fail)),
        ],
        Matrix = new Matrix([.. Names.Take(3)], [.. Names.Select((name, at) => Sample.Row(at < 10 ? at : null, name, 1, (1, 0, 0), (0, 1, 0), (0, 0, 1)))]),
        BlindSpots = [.. Names.Select(name => new BlindSpot(new Gap(name, name, name), [name], 1))],
        Rules = [.. Names.Select(name => new RuleSummary(name, name, name, name, Severity.Error, [name], Names[1], 1, 1, 0, 0)
        {
            Override = new RuleOverride(Severity.Info, name, new Place(name, 1, 1, 1, 1)),
        })],
        IdleRules = Names,
        DisabledRules = [.. Names.Select(name => new DisabledRuleSummary(name, name, name, Severity.Error, [name], name, new Place(name, 1, 1, 1, 1)))],
        WaiverProblems = [.. Names.Select(name => new WaiverProblem(WaiverFault.Expired, Severity.Error, AcceptedSample.Waiver(name, name, name), name, name))],
        Baseline = new BaselineComparison
        {
            MadeAt = Sample.AsOf.AddDays(-3),
            New = Names.Length,
            Unchanged = 0,
            Resolved = [.. Names.Select(name => new BaselineLapse(new BaselineEntry(name, name, name, Verdict.Fail, false), name))],
            Unclear = [.. Names.Select(name => new BaselineLapse(new BaselineEntry(name, name, name, Verdict.Fail, false), name))],
            Gate = Outcome.Drift,
        },
        Lineage = LineageSample.Of(Names),
        Appendix = [new AppendixTable(Names[0], Names, [Names])],
    };

    private static Finding Finding(string name, int at) => new()
    {
        Rule = at == 0 ? name : "BKP104",
        Fault = name,
        Title = name,
        Subject = Sample.Guest($"qemu/{100 + at}", name, 1),
        Verdict = at == Names.Length - 1 ? Verdict.Unknown : Verdict.Fail,
        Severity = Severity.Error,
        Message = $"guest \"{name}\" is in no job",
        Expected = name,
        Actual = name,
        Waiver = at % 3 == 1 ? AcceptedSample.Waiver(name, name, name) : null,
        Drift = Drift.New,
        Because = [new Reason(name, name)],
        Missing = [new Gap(name, name, name)],
        Clauses = [name],
        Why = name,
        Policy = new Place(name, 22, 5, 22, 20),
        Live = new LivePlace(name, name),
        Fix = $"pvesh set /x --comment '{name}'",
        Fingerprint = $"{at:x16}",
    };
}
