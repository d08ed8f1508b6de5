using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary>Files below <c>evidence/</c>: what is read, where it stands, and what is wrong with it.</summary>
public class EvidenceReadingTests
{
    private const string File = "evidence/records.yaml";

    [Fact]
    public void A_restore_test_is_read_with_everything_it_says()
    {
        var test = Read(Examples.Evidence).RestoreTests.Should().ContainSingle().Subject;

        (test.Tier.Value, test.Guest.Value, test.GuestType, test.VmId, test.RestoredTo.Value).Should().Be((1, "qemu/101", "qemu", 101, 9101));
        test.VolumeId.Value.Should().Be("local-backup:backup/vzdump-qemu-101-2026_11_22-01_00_00.vma.zst");
        (test.Finished.Value - test.Started.Value).Should().Be(TimeSpan.FromMinutes(40));
        test.Checks.Select(check => (check.Name, check.IsOk)).Should().Equal(("boot", true), ("service", false));
        (test.By.Value, test.DocumentedIn.Single().Value).Should().Be(("anna", "session-notes"));
        test.Place.ToString().Should().Be("evidence/records.yaml:2:5");
    }

    [Fact]
    public void A_log_review_is_read_in_UTC()
    {
        var review = Read(Examples.Evidence).LogReviews.Should().ContainSingle().Subject;

        (review.Of.Value, review.By.Value, review.Found.Value).Should().Be(("job/nightly", "anna", "nothing"));
        review.Reviewed.Value.Should().BeExactly(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void An_attestation_has_an_owner_and_ends()
    {
        var attestation = Read(Examples.Evidence).Attestations.Should().ContainSingle().Subject;

        (attestation.Clause.Value, attestation.Owner.Value).Should().Be(("RB-82", "anna"));
        (attestation.Made.Value, attestation.Expires.Value).Should().Be((new DateOnly(2026, 11, 23), new DateOnly(2027, 5, 23)));
    }

    [Theory]
    [InlineData("tier: 1", "restore test has no \"tier\"")]
    [InlineData("guest: qemu/101", "restore test has no \"guest\"")]
    [InlineData("volid: local-backup:backup/vzdump-qemu-101-2026_11_22-01_00_00.vma.zst", "restore test has no \"volid\"")]
    [InlineData("restored-to: 9101", "restore test has no \"restored-to\"")]
    [InlineData("started: 2026-11-22T09:00:00Z", "restore test has no \"started\"")]
    [InlineData("finished: 2026-11-22T09:40:00Z", "restore test has no \"finished\"")]
    [InlineData("checks: { boot: ok, service: failed }", "restore test has no \"checks\"")]
    [InlineData("of: job/nightly", "log review has no \"of\"")]
    [InlineData("reviewed: 2026-11-22T19:00:00+01:00", "log review has no \"reviewed\"")]
    [InlineData("found: nothing", "log review has no \"found\"")]
    [InlineData("clause: RB-82", "attestation has no \"clause\"")]
    [InlineData("statement: the encryption key is kept in the secrets manager", "attestation has no \"statement\"")]
    [InlineData("owner: anna", "attestation has no \"owner\"")]
    [InlineData("made: 2026-11-23", "attestation has no \"made\"")]
    [InlineData("expires: 2027-05-23", "attestation has no \"expires\"")]
    public void What_a_record_cannot_do_without_is_missed(string setting, string message)
    {
        // A comment in its place keeps the mapping what it is, also when it was the first of its list item.
        var text = Examples.Evidence.Contains("- " + setting, StringComparison.Ordinal)
            ? Examples.Evidence.Replace("- " + setting + "\n    ", "- ")
            : Examples.Evidence.Replace(setting, "#");

        Problems(text).Should().ContainSingle().Which.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("guest: qemu/101", "guest: 101", "POL015")]
    [InlineData("guest: qemu/101", "guest: vm/101", "POL021")]
    [InlineData("guest: qemu/101", "guest: qemu/99", "POL021")]
    [InlineData("volid: local-backup:backup", "volid: /mnt/backup", "POL021")]
    [InlineData("restored-to: 9101", "restored-to: 99", "POL018")]
    [InlineData("restored-to: 9101", "restored-to: 9101\n    host: lab 1", "POL021")]
    [InlineData("restored-to: 9101", "restored-to: 9101\n    host: ../lab1", "POL021")]
    [InlineData("service: failed", "service: yes", "POL019")]
    [InlineData("{ boot: ok, service: failed }", "{}", "POL017")]
    [InlineData("{ boot: ok, service: failed }", "[boot]", "POL015")]
    [InlineData("started: 2026-11-22T09:00:00Z", "started: 2026-11-22", "POL024")]
    [InlineData("finished: 2026-11-22T09:40:00Z", "finished: 2026-11-31T09:40:00Z", "POL024")]
    [InlineData("of: job/nightly", "of: nightly", "POL021")]
    [InlineData("made: 2026-11-23", "made: 2027-02-29", "POL200")]
    [InlineData("owner: anna", "owner: anna\n    expiry: never", "POL012")]
    public void What_is_wrong_is_said(string before, string after, string code)
        => Problems(Examples.Evidence.Replace(before, after)).Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public void A_test_may_be_over_at_once_and_an_attestation_holds_a_day_at_least()
    {
        Problems(Examples.Evidence.Replace("finished: 2026-11-22T09:40:00Z", "finished: 2026-11-22T09:00:00Z").Replace("expires: 2027-05-23", "expires: 2026-11-24")).Should().BeEmpty();
        Problems(Examples.Evidence.Replace("finished: 2026-11-22T09:40:00Z", "finished: 2026-11-22T09:59:59+01:00")).Should().ContainSingle().Which.Code.Should().Be("POL201");
    }

    [Fact]
    public void Records_of_several_files_are_joined_in_order()
    {
        var files = Repository(Examples.Evidence).With("evidence/2026/more.yaml", Examples.Evidence.Replace("9101", "9102"));

        PolicyRepositoryLoader.Load(files).Value!.Evidence.RestoreTests.Select(test => test.RestoredTo.Value).Should().Equal(9102, 9101);
    }

    [Fact]
    public void A_file_that_would_be_skipped_is_reported()
        => PolicyRepositoryLoader.Load(Repository(Examples.Evidence).With("evidence/lost.yml", Examples.Evidence)).Problems
            .Should().ContainSingle().Which.Code.Should().Be("POL107");

    [Fact]
    public void A_folder_that_the_policy_names_must_be_there()
        => Examples.Load(Examples.Policy + "locations: { evidence: proof }\n").Problems.Should().ContainSingle().Which.Code.Should().Be("POL039");

    [Fact]
    public void Evidence_is_part_of_the_digest()
    {
        var one = PolicyRepositoryLoader.Load(Repository(Examples.Evidence)).Value!.Digest;

        PolicyRepositoryLoader.Load(Repository(Examples.Evidence.Replace("boot: ok", "boot: failed"))).Value!.Digest.Should().NotBe(one);
    }

    [Fact]
    public void A_case_begins_with_the_evidence_of_the_repository_or_has_its_own()
    {
        var cases = CaseFiles.Read(Examples.WithRule(Examples.Rule).With(File, Examples.Evidence).With("inventories/compliant.json", "{}").With("rules/cases/ACME101.yaml", """
            rule: ACME101
            cases:
              - name: as recorded
                expect: { job/nightly: fail }
              - name: otherwise
                evidence:
                  log-reviews:
                    - { of: all, reviewed: 2026-11-22T18:00:00Z, by: anna, found: nothing }
                expect: { job/nightly: fail }

            """));

        cases.Policy.Problems.Should().BeEmpty();
        cases.Cases.Select(one => (one.Evidence.RestoreTests.Length, one.Evidence.LogReviews.Single().Of.Value)).Should().Equal((1, "job/nightly"), (0, "all"));
    }

    private static MemoryFiles Repository(string evidence) => Examples.Repository(Examples.Policy).With(File, evidence);

    private static EvidenceRecords Read(string evidence)
    {
        var parsed = PolicyRepositoryLoader.Load(Repository(evidence));
        Examples.Rendered(parsed).Should().BeEmpty();
        return parsed.Value!.Evidence;
    }

    private static IEnumerable<Problem> Problems(string evidence) => PolicyRepositoryLoader.Load(Repository(evidence)).Problems;
}
