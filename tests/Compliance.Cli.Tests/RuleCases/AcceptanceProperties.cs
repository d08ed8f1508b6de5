using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;
using CsCheck;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>What holds of waivers and baselines whatever the estate: over the recorded samples, and each with one thing hidden.</summary>
public sealed class AcceptanceProperties
{
    private static readonly PolicyFiles Policy = PolicyFiles.Read(Commands.Samples.Policy);

    private static readonly ImmutableArray<Judged> Estates = [.. ((string[])["compliant", "drifted"]).SelectMany(Variants)];

    private static readonly string[] Patterns = ["qemu/*", "lxc/*", "job/*", "storage/*", "node/*", "qemu/1??", "*/1*", "estate", "tier/*", "qemu/101", "*a*"];

    private static readonly Gen<Waiver> AnyWaiver =
        from rule in OneOf([.. Policy.Rules!.Rules.Select(r => r.Id), "BKP999"])
        from subjects in OneOf([.. Patterns]).Array[1, 4]
        from made in Gen.Int[-400, 30]
        from days in Gen.Int[0, 400]
        select Waiver(rule, subjects, made, days);

    [Fact]
    public void A_waiver_never_changes_a_verdict()
    {
        var covered = 0;
        Gen.Select(OneOf(Estates), AnyWaiver.Array[1, 8], Gen.Enum<Severity>()).Sample(
            (estate, waivers, failOn) =>
            {
                var plain = estate.Assess(Accepted.Nothing, failOn);
                var waived = estate.Assess(new Accepted([.. waivers], null), failOn);

                waived.Findings.Select(f => f with { Waiver = null }).Should().Equal(plain.Findings, Same);
                (waived.Summary with { Waived = 0 }).Should().Be(plain.Summary);
                waived.Coverage.Select(row => row.Verdict).Should().Equal(plain.Coverage.Select(row => row.Verdict));
                waived.Findings.Where(f => f.Waiver is { } waiver
                    && (f.Verdict != Verdict.Fail || !waiver.Matches(f.Rule, f.Subject.Id) || waiver.IsExpired(waived.AsOf) || waiver.IsYetToCome(waived.AsOf))).Should().BeEmpty();
                _ = waived.Summary.Waived > 0 ? Interlocked.Increment(ref covered) : covered;
                if (waived.Outcome == Outcome.Compliant)
                {
                    waived.Findings.Where(f => f.Severity >= failOn && f.Waiver is null).Should().BeEmpty("nothing else is accepted");
                }
            },
            iter: 600);
        covered.Should().BeGreaterThan(50, "waivers that cover nothing prove nothing");
    }

    [Fact]
    public void Against_its_own_baseline_nothing_is_new_resolved_or_unclear()
    {
        Estates.Length.Should().BeGreaterThan(40);
        Gen.Select(Gen.Int[0, Estates.Length - 1], AnyWaiver.Array[0, 4]).Sample(
            (at, waivers) =>
            {
                var baseline = Baseline.Of(Estates[at].Assess(new Accepted([.. waivers], null), Severity.Info));
                var again = Estates[at].Assess(new Accepted([.. waivers], baseline), Severity.Error);

                again.Findings.Where(f => f.Drift != Drift.Unchanged).Should().BeEmpty();
                again.Baseline!.New.Should().Be(0);
                again.Baseline.Resolved.Should().BeEmpty();
                again.Baseline.Unclear.Should().BeEmpty();
            },
            iter: 300);
    }

    [Fact]
    public void Nothing_is_resolved_by_hiding_and_what_becomes_unknown_is_new()
    {
        var unknowns = 0;
        foreach (var name in (string[])["compliant", "drifted"])
        {
            var variants = Variants(name).ToList();
            var baseline = Baseline.Of(variants[0].Assess(Accepted.Nothing, Severity.Info));
            foreach (var hidden in variants.Skip(1))
            {
                var assessment = hidden.Assess(new Accepted([], baseline), Severity.Info);

                assessment.Baseline!.Resolved.Select(lapse => $"{lapse.Entry.Rule} {lapse.Entry.Subject} {lapse.Why}").Should().BeEmpty("{0} was hidden, nothing was put right", hidden);
                var turned = assessment.Findings.Where(f => f.Verdict == Verdict.Unknown && baseline.Findings.Any(e => e.Fingerprint == f.Fingerprint && e.Verdict == Verdict.Fail)).ToList();
                turned.Where(f => f.Drift != Drift.New).Should().BeEmpty();
                unknowns += turned.Count;
            }
        }

        unknowns.Should().BeGreaterThan(10, "hiding turns fails into unknowns");
    }

    [Fact]
    public void Each_finding_taken_from_the_baseline_is_new_and_each_one_added_is_resolved()
    {
        var drifted = Estates.First(estate => estate.Name == "drifted");
        var compliant = Estates.First(estate => estate.Name == "compliant");
        var baseline = Baseline.Of(drifted.Assess(Accepted.Nothing, Severity.Info));
        foreach (var entry in baseline.Findings)
        {
            var without = drifted.Assess(new Accepted([], baseline with { Findings = baseline.Findings.Remove(entry) }), Severity.Info);
            without.Findings.Where(f => f.Drift == Drift.New).Select(f => f.Fingerprint).Should().Equal(entry.Fingerprint);

            var only = compliant.Assess(new Accepted([], baseline with { Findings = [entry] }), Severity.Info);
            var isThereStill = only.Findings.Any(f => f.Fingerprint == entry.Fingerprint);
            only.Baseline!.Resolved.Select(lapse => lapse.Entry).Should().Equal(isThereStill ? [] : [entry]);
        }
    }

    private static Gen<T> OneOf<T>(ImmutableArray<T> items) => Gen.Int[0, items.Length - 1].Select(at => items[at]);

    // Records that hold arrays are not equal by value; the texts are.
    private static bool Same(Finding one, Finding other)
        => (one.Fingerprint, one.Verdict, one.Severity, one.Message, one.Fix, one.Expected, one.Actual) == (other.Fingerprint, other.Verdict, other.Severity, other.Message, other.Fix, other.Expected, other.Actual);

    private static Waiver Waiver(string rule, string[] subjects, int made, int days)
    {
        var place = new Place("waivers.yaml", 1, 1, 1, 2);
        var first = DateOnly.FromDateTime(Estates[0].AsOf.UtcDateTime).AddDays(made);
        return new Waiver
        {
            Rule = new Placed<string>(rule, place),
            Subjects = [.. subjects.Select(subject => new Placed<string>(subject, place))],
            Owner = new Placed<string>("maria", place),
            Reason = new Placed<string>("none", place),
            Made = new Placed<DateOnly>(first, place),
            Expires = new Placed<DateOnly>(first.AddDays(days), place),
            Place = place,
        };
    }

    /// <summary>The sample first, then with one place hidden, for every third place.</summary>
    private static IEnumerable<Judged> Variants(string name)
    {
        var text = Repository.Read($"samples/homelab/inventories/{name}.json");
        yield return new Judged(name, text);
        foreach (var place in InventoryPlaces.Of(JsonNode.Parse(text)!).Where((_, index) => index % 3 == 0))
        {
            var hidden = JsonNode.Parse(text)!;
            InventoryPlaces.Hide(InventoryPlaces.Find(hidden, place), isEmptied: true, "/hidden");
            yield return new Judged($"{name} without {place}", hidden.ToJsonString());
        }
    }

    private sealed class Judged
    {
        private readonly Estate estate;
        private readonly ImmutableArray<RuleResult> results;

        public Judged(string name, string inventory)
        {
            Name = name;
            var seen = InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory), "inventory.json");
            estate = Estate.Build(Policy.Repository!.Policy, Policy.Repository.Evidence, seen, seen.CollectedAt);
            results = RuleEngine.Evaluate(Policy.Rules!, estate);
        }

        public string Name { get; }

        public DateTimeOffset AsOf => estate.AsOf;

        public Assessment Assess(Accepted accepted, Severity failOn) => Assessor.Assess(Policy.Rules!, estate, results, failOn, "sha256:policy", "sha256:estate", accepted);

        public override string ToString() => Name;
    }
}
