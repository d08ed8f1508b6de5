using Compliance.Core.Model;
using CsCheck;

namespace Compliance.Policies.Tests;

/// <summary>The file of waivers: what is read, and that nothing in it is lost in silence.</summary>
public class WaiverReadingTests
{
    [Fact]
    public void A_waiver_is_read_with_its_places()
    {
        var waiver = Load(Examples.Waiver.Replace("made:", "ticket: OPS-231\n  made:")).Repository!.Waivers.Should().ContainSingle().Subject;

        waiver.Rule.Should().Be(new Placed<string>("BKP305", new Place("waivers.yaml", 1, 9, 1, 15)));
        waiver.Subjects.Select(subject => subject.Value).Should().Equal("qemu/101");
        waiver.Owner.Value.Should().Be("maria");
        waiver.Reason.Value.Should().Be("the second disk is ordered");
        waiver.Ticket!.Value.Value.Should().Be("OPS-231");
        waiver.Made.Value.Should().Be(new DateOnly(2026, 11, 23));
        waiver.Expires.Value.Should().Be(new DateOnly(2027, 1, 31));
        waiver.Place.Line.Should().Be(1);
    }

    [Fact]
    public void Without_a_file_there_are_no_waivers_and_nothing_is_wrong()
    {
        var files = PolicyFiles.Read(Examples.Repository(Examples.Policy));

        files.Problems.Should().BeEmpty();
        files.Repository!.Waivers.Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_the_policy_names_must_be_there()
        => PolicyFiles.Read(Examples.Repository(Examples.Policy + "locations: { waivers: accepted.yaml }\n")).Problems
            .Should().ContainSingle().Which.Message.Should().Be("there is no file \"accepted.yaml\"");

    [Fact]
    public void The_file_is_where_the_policy_says()
        => PolicyFiles.Read(Examples.Repository(Examples.Policy + "locations: { waivers: accepted.yaml }\n").With("accepted.yaml", Examples.Waiver))
            .Repository!.Waivers.Should().ContainSingle();

    [Fact]
    public void Waivers_are_in_the_digest_of_the_policy()
        => Load(Examples.Waiver).Repository!.Digest.Should().NotBe(Load(Examples.Waiver.Replace("maria", "mario")).Repository!.Digest);

    [Theory]
    [InlineData("  owner: maria\n", "", "Name who answers for it.")]
    [InlineData("  reason: the second disk is ordered\n", "", "Say why; every report prints it.")]
    [InlineData("  expires: 2027-01-31\n", "", "Write its last day, such as expires: 2027-01-31: a waiver without an end is no waiver.")]
    [InlineData("  made: 2026-11-23\n", "", "Write the day it is made, such as made: 2026-11-23.")]
    [InlineData("[qemu/101]", "[]", "Write its items, or remove the key.")]
    [InlineData("[qemu/101]", "['guest 101']", "Write it as reports do, such as qemu/101, qemu/101/scsi1, job/daily or storage/local; * stands for any text, ? for one character.")]
    [InlineData("BKP305", "BKP35", "Use two to five capital letters and three digits, such as ACME101.")]
    [InlineData("BKP305", "BKP350", "Did you mean \"BKP305\"?")]
    [InlineData("2027-01-31", "2027", "Write \"2027\" in quotes.")]
    [InlineData("2027-01-31", "'2027'", "Write a day of the calendar as YYYY-MM-DD, such as 2026-11-23.")]
    [InlineData("2027-01-31", "2027-1-31", "Write a day of the calendar as YYYY-MM-DD, such as 2026-11-23.")]
    [InlineData("2027-01-31", "2027-01-31T00:00:00Z", "Write a day of the calendar as YYYY-MM-DD, such as 2026-11-23.")]
    [InlineData("2027-01-31", "2027-02-29", "Write a day of the calendar as YYYY-MM-DD, such as 2026-11-23.")]
    [InlineData("2027-01-31", "never", "Write a day of the calendar as YYYY-MM-DD, such as 2026-11-23.")]
    [InlineData("owner:", "ower:", "Did you mean \"owner\"?")]
    public void A_slip_is_answered_with_what_to_write(string right, string wrong, string fix)
    {
        var files = Load(Examples.Waiver.Replace(right, wrong));

        files.Repository.Should().BeNull();
        files.Problems.Select(problem => problem.Fix).Should().Contain(fix);
    }

    [Theory]
    [InlineData("2026-11-23", 0)]
    [InlineData("2027-11-23", 0)]
    [InlineData("2027-11-24", 1)]
    public void Without_a_limit_of_the_policy_a_waiver_lasts_a_year_at_most(string expires, int problems)
        => Load(Examples.Waiver.Replace("2027-01-31", expires)).Problems.Should().HaveCount(problems);

    [Fact]
    public void The_last_day_of_the_calendar_is_too_late_but_does_no_harm()
        => Load(Examples.Waiver.Replace("2026-11-23", "9998-01-01").Replace("2027-01-31", "9999-12-31")).Problems.Select(problem => problem.Code).Should().Equal("POL242");

    [Fact]
    public void Limits_of_the_policy_count()
    {
        Examples.Read(Examples.Policy + "waivers: { max-days: 90, max-findings: 3, max-per-rule: 2 }\n").Waivers.Should().BeEquivalentTo(new { Days = 90, Findings = 3, PerRule = 2 });
        Examples.Read(Examples.Policy).Waivers.Should().BeEquivalentTo(new { Days = 365, Findings = 10, PerRule = 10 });
    }

    [Theory]
    [InlineData("2027-01-31", "POL247")] // the last day of the first is the first of the second
    [InlineData("2027-02-01", null)]
    [InlineData("2026-11-23", "POL247")]
    public void Only_waivers_that_hold_on_the_same_day_are_too_many(string secondMade, string? code)
    {
        var second = Examples.Waiver.Replace("qemu/101", "qemu/102").Replace("2027-01-31", "2027-03-31").Replace("2026-11-23", secondMade);
        var files = Examples.WithWaivers(Examples.Waiver + second).With("policy.yaml", Examples.Policy + "waivers: { max-per-rule: 1 }\n");

        PolicyFiles.Read(files).Problems.Select(problem => problem.Code).Should().Equal(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    public void Without_a_limit_of_the_policy_ten_waivers_of_a_rule_may_hold(int waivers, int problems)
        => Load(string.Concat(Enumerable.Range(101, waivers).Select(vmid => Examples.Waiver.Replace("qemu/101", $"qemu/{vmid}")))).Problems.Should().HaveCount(problems);

    [Fact]
    public void Waivers_of_two_rules_are_counted_apart()
        => PolicyFiles.Read(Examples.WithWaivers(Examples.Waiver + Examples.Waiver.Replace("BKP305", "BKP104")).With("policy.yaml", Examples.Policy + "waivers: { max-per-rule: 1 }\n"))
            .Problems.Should().BeEmpty();

    [Fact]
    public void The_same_subject_may_be_waived_for_two_rules()
        => Load(Examples.Waiver + Examples.Waiver.Replace("BKP305", "BKP104")).Problems.Should().BeEmpty();

    [Fact]
    public void A_faulty_rule_file_is_not_a_second_fault_of_its_waiver()
    {
        var files = Examples.WithWaivers(Examples.Waiver.Replace("BKP305", "ACME101")).With("rules/ACME101-a.yaml", "id: ACME101\n");

        PolicyFiles.Read(files).Problems.Should().OnlyContain(problem => problem.Place.File == "rules/ACME101-a.yaml");
    }

    [Fact]
    public void No_damage_makes_the_reader_throw_or_place_a_problem_outside_the_file()
        => Gen.Select(Gen.Int[0, Examples.Waiver.Length - 1], Gen.Int[0, 30], Gen.String["ab: {}[]'\"\\#>|-&*!\n\t09"]).Sample(
            (at, cut, insert) =>
            {
                var damaged = Examples.Waiver[..at] + insert + Examples.Waiver[Math.Min(Examples.Waiver.Length, at + cut)..];
                var lines = damaged.Split('\n');
                var files = Load(damaged);
                files.Problems.Any(problem => problem.Severity == Severity.Error).Should().Be(files.Repository is null);
                files.Problems.Where(problem => problem.Place.Line < 1 || problem.Place.Line > lines.Length || problem.Place.Column > lines[problem.Place.Line - 1].Length + 1)
                    .Should().BeEmpty("of\n{0}", damaged);
            },
            iter: 2000);

    private static PolicyFiles Load(string waivers) => PolicyFiles.Read(Examples.WithWaivers(waivers));
}
