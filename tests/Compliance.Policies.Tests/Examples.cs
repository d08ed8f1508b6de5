using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary>The smallest policy and rule, and ways to load variants of them.</summary>
internal static class Examples
{
    public const string Policy = """
        name: small
        backup:
          target: local-backup
          mode: snapshot
          compression: zstd
        tiers:
          - tier: 1
            title: Core
            guests: { tags: [tier1] }
            schedule: daily
            retention: { keep-daily: 7 }
        storages:
          - id: local-backup

        """;

    public const string Rule = """
        id: ACME101
        fault: job-name-differs
        for: job
        assert: job.id.startsWith("backup-")
        severity: warning
        runbook: [RB-06]
        title: Jobs are named for what they do
        message: "the job is called {job.id}"
        why: A name that says what it does is found at night.

        """;

    public const string CaseFile = """
        rule: ACME101
        cases:
          - name: a job that is called otherwise
            set:
              jobs.rows[id=nightly].comment: none
            expect:
              job/nightly: fail

        """;

    public const string Waiver = """
        - rule: BKP305
          subjects: [qemu/101]
          owner: maria
          reason: the second disk is ordered
          made: 2026-11-23
          expires: 2027-01-31

        """;

    public static MemoryFiles WithWaivers(string waivers) => Repository(Policy).With("waivers.yaml", waivers);


    public const string Evidence = """
        restore-tests:
          - tier: 1
            guest: qemu/101
            volid: local-backup:backup/vzdump-qemu-101-2026_11_22-01_00_00.vma.zst
            restored-to: 9101
            started: 2026-11-22T09:00:00Z
            finished: 2026-11-22T09:40:00Z
            checks: { boot: ok, service: failed }
            by: anna
            documented-in: [session-notes]
        log-reviews:
          - of: job/nightly
            reviewed: 2026-11-22T19:00:00+01:00
            by: anna
            found: nothing
        attestations:
          - clause: RB-82
            statement: the encryption key is kept in the secrets manager
            owner: anna
            made: 2026-11-23
            expires: 2027-05-23

        """;

    public static MemoryFiles Repository(string policy) => new MemoryFiles().With("policy.yaml", policy);

    public static MemoryFiles WithRule(string rule) => Repository(Policy).With("rules/ACME101-job-name-differs.yaml", rule);

    public static Parsed<PolicyRepository> Load(string policy) => PolicyRepositoryLoader.Load(Repository(policy));

    /// <summary>The policy of a text that must be free of problems.</summary>
    public static Policy Read(string policy)
    {
        var parsed = Load(policy);
        Rendered(parsed).Should().BeEmpty();
        return parsed.Value!.Policy;
    }

    public static string Rendered<T>(Parsed<T> parsed) => ProblemText.Render(parsed.Problems, parsed.Sources);
}
