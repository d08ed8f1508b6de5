using System.Collections.Immutable;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using CsCheck;

namespace Compliance.Core.Tests.Assessments;

/// <summary>
/// The ledger against a checker that looks back instead of folding forward. A run sees of a subject: F it fails, W it fails and is waived,
/// U it cannot be judged, H it holds, A it is not there; in a run that is '-' its rule does not judge at all.
/// </summary>
public sealed class DriftLedgerTests
{
    private static readonly Gen<string[]> Runs = Gen.OneOf(Gen.Const("---"), Gen.Char["FWUHA"].Array[3].Select(all => new string(all))).Array[1, 9];

    [Fact]
    public void Every_finding_stands_as_looking_back_over_the_runs_says()
        => Runs.Sample(runs =>
        {
            var ledger = LedgerOf(runs);
            for (var subject = 0; subject < 3; subject++)
            {
                Said(ledger, subject).Should().Be(Seen(runs, subject), string.Join(' ', runs));
            }
        }, iter: 3000);

    [Fact]
    public void What_stays_of_older_runs_tells_the_same()
        => Gen.Select(Runs, Gen.Int[0, 8]).Sample((runs, cut) =>
        {
            var all = runs.Select(Run).ToList();
            var start = all.Take(Math.Min(cut, all.Count - 1)).Aggregate(LedgerMemory.Empty, DriftLedger.Remember);

            DriftLedger.Of(start, all.Skip(cut).SkipLast(1), all[^1]).Should().BeEquivalentTo(LedgerOf(runs));
        }, iter: 200);

    [Theory]
    [InlineData("FAA", "AAA", "Resolved")]
    [InlineData("FAA", "AUA", "NotSeen")]
    [InlineData("FAA", "HUA", "Resolved")]
    [InlineData("FAA", "UAA", "NotSeen")]
    [InlineData("FAA", "---", "NotSeen")]
    [InlineData("WAA", "FAA", "Returned")]
    [InlineData("HAA", "FAA", "New")]
    public void Not_found_is_resolved_only_when_somebody_looked(string before, string now, string standing)
        => Said(LedgerOf([before, now]), 0)!.Split(' ')[0].Should().Be(standing);

    [Theory]
    [InlineData("U", "it could not be judged before, so nobody knows since when")]
    [InlineData("-", "BKP104 did not judge before, so nobody knows since when")]
    [InlineData("AUA", "BKP104 could not judge everything before, so nobody knows since when")]
    [InlineData("HUA", null)]
    public void A_fail_that_may_be_older_says_so(string before, string? why)
    {
        var entry = LedgerOf([before == "-" ? "---" : before.PadRight(3, 'A'), "FAA"]).Findings.Single();

        entry.Why.Should().Be(why);
        (entry.Moved is null).Should().Be(why is not null);
    }

    [Theory]
    [InlineData("p1", "e1", false, false)]
    [InlineData("p2", "e1", true, false)]
    [InlineData("p1", "e2", false, true)]
    [InlineData("p2", "e2", true, true)]
    public void What_moved_is_told_from_the_digests(string policy, string estate, bool policyMoved, bool liveMoved)
    {
        var before = Run("HAA", 0) with { PolicyDigest = "p1", EstateDigest = "e1" };
        var entry = DriftLedger.Of(LedgerMemory.Empty, [before], Run("FAA", 1) with { PolicyDigest = policy, EstateDigest = estate }).Findings.Single();

        entry.Moved.Should().Be(new Movement(policyMoved, liveMoved, false));
        entry.Actual.Should().Be(new ValueChange("held", "failed"));
        entry.Before!.Id.Should().Be(1);
    }

    [Fact]
    public void The_first_run_compares_with_nothing()
    {
        var ledger = LedgerOf(["FAA"]);

        ledger.Previous.Should().BeNull();
        ledger.Findings.Single().Should().Match<LedgerEntry>(entry => entry.Before == null && entry.Moved == null);
    }

    private static Ledger LedgerOf(string[] runs)
    {
        var all = runs.Select(Run).ToList();
        return DriftLedger.Of(LedgerMemory.Empty, all.SkipLast(1), all[^1]);
    }

    private static string? Said(Ledger ledger, int subject)
    {
        var entry = ledger.Findings.Concat(ledger.Resolved).Concat(ledger.NotSeen)
            .SingleOrDefault(one => one.Finding.Subject.Id == $"qemu/{subject}" && one.Finding.Verdict == Verdict.Fail);
        return entry is null ? null : $"{entry.Standing} first {entry.FirstSeen.Id} since {entry.Since.Id}";
    }

    // The fails of a subject, by looking back.
    private static string? Seen(string[] runs, int subject)
    {
        bool There(int run) => runs[run][subject] is 'F' or 'W';
        bool Gone(int run) => runs[run][subject] == 'H' || (runs[run][subject] == 'A' && !runs[run].Contains('U'));
        var now = runs.Length - 1;
        var ever = Enumerable.Range(0, runs.Length).Where(There).ToList();
        if (ever.Count == 0)
        {
            return null;
        }

        var told = Enumerable.Range(0, now).Reverse().Where(run => There(run) || Gone(run)).Select(run => (int?)run).FirstOrDefault();
        var wasThere = told is { } last && There(last);
        if (!There(now) && !wasThere)
        {
            return null;
        }

        var end = There(now) ? now : told!.Value;
        var cleared = Enumerable.Range(0, end).Where(Gone).DefaultIfEmpty(-1).Max();
        var since = ever.First(run => run > cleared);
        var standing = runs[now][subject] switch
        {
            'W' => Standing.Waived,
            'F' when wasThere => runs[told!.Value][subject] == 'W' ? Standing.Returned : Standing.Unchanged,
            'F' => ever[0] < now ? Standing.Returned : Standing.New,
            _ => Gone(now) ? Standing.Resolved : Standing.NotSeen,
        };
        return $"{standing} first {ever[0] + 1} since {since + 1}";
    }

    private static HistoryRun Run(string sights, int number) => new()
    {
        Id = number + 1,
        AsOf = new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero).AddDays(number),
        CollectedAt = new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero).AddDays(number),
        Program = "0.1.0",
        Policy = "p",
        PolicyDigest = "p1",
        Estate = "e",
        EstateDigest = $"e{number}",
        FailOn = Severity.Error,
        Gate = Outcome.Drift,
        ExitCode = 1,
        Counts = new AssessmentSummary(1, 3, 0, 0, 0, 0, 0),
        Collecting = TimeSpan.Zero,
        Judging = TimeSpan.Zero,
        Rules = sights == "---" ? [] : [new HistoryCount("BKP104", sights.Count(s => s == 'H'), sights.Count(s => s is 'F' or 'W'), sights.Count(s => s == 'U'), 0)],
        Clauses = [],
        Findings = [.. sights.Index().Where(s => s.Item is 'F' or 'W' or 'U').Select(s => Finding(s.Index, s.Item))],
        Held = [.. sights.Index().Where(s => s.Item == 'H').Select(s => new HeldCase($"f{s.Index}", "BKP104", true, "wanted", "held"))],
    };

    private static HistoryFinding Finding(int subject, char sight) => new()
    {
        Fingerprint = $"f{subject}",
        Rule = "BKP104",
        Subject = new Subject(SubjectKind.Guest, $"qemu/{subject}"),
        Verdict = sight == 'U' ? Verdict.Unknown : Verdict.Fail,
        Severity = Severity.Error,
        Message = "not covered",
        Expected = "wanted",
        Actual = "failed",
        WaivedUntil = sight == 'W' ? new DateOnly(2026, 12, 1) : null,
    };
}
