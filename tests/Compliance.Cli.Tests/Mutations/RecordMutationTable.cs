namespace Compliance.Cli.Tests.Mutations;

/// <summary>What goes wrong in policies, evidence and waivers, one thing at a time, and what changes without harm.</summary>
internal static class RecordMutationTable
{
    /// <summary>A restore test of tier 1, of which the log of <see cref="Restore"/> tells; and what somebody vouches for.</summary>
    public const string Evidence = """
        restore-tests:
          - tier: 1
            guest: qemu/110
            volid: local-backup:backup/vzdump-qemu-110-2026_11_19-02_30_01.vma.zst
            restored-to: 9110
            started: 2026-11-20T09:00:00Z
            finished: 2026-11-20T09:40:00Z
            checks: { boot: ok, service: ok }
            by: anna
            documented-in: [session-notes, build-journal]
        attestations:
          - clause: RB-82
            statement: the key is in the secrets manager
            owner: anna
            made: 2026-05-23
            expires: 2027-05-23

        """;

    public const string Waivers = """
        - rule: BKP108
          subjects: [qemu/200]
          owner: maria
          reason: rebuilt from its recipe
          ticket: OPS-231
          made: 2026-11-20
          expires: 2026-12-31

        """;

    /// <summary>The row of the task log that proves the test.</summary>
    public const string Restore = """{"upid":"UPID:pve1:00012345:00123456:6AFFF000:qmrestore:9110:root@pam:","type":"qmrestore","vmId":9110,"startedAt":"2026-11-20T09:02:00Z","endedAt":"2026-11-20T09:09:00Z","user":"root@pam","status":"OK"}""";

    public static IReadOnlyList<RecordMutation> Harmful { get; } =
    [
        // Policy: what is declared moves away from what is live.
        Policy("a tier asks for a day more", "{ keep-daily: 7, keep-weekly: 4, keep-monthly: 2 }", "{ keep-daily: 8, keep-weekly: 4, keep-monthly: 2 }"),
        Policy("a tier asks for a month less", "{ keep-daily: 7, keep-weekly: 4, keep-monthly: 3 }", "{ keep-daily: 7, keep-weekly: 4, keep-monthly: 2 }"),
        Policy("a weekly tier becomes a daily one", "schedule: weekly ", "schedule: daily "),
        Policy("a tier declares another time", "schedule: weekly ", "calendar: \"sun 22:00\"\n    schedule: weekly "),
        Policy("the lab is to be saved weekly", "schedule: on-demand", "schedule: weekly"),
        Policy("another target is declared", "target: local-backup ", "target: vault "),
        Policy("another mode is declared", "mode: snapshot ", "mode: stop "),
        Policy("another compression is declared", "compression: zstd ", "compression: gzip "),
        Policy("a job is named that is not there", "jobs: [backup-tier2]", "jobs: [backup-tier9]"),
        Policy("a service's guest is named otherwise", "guest: dns01", "guest: dns02"),
        Policy("a tier looks for another tag and pool", "{ tags: [tier1], pools: [tier1] }", "{ tags: [core], pools: [core] }"),
        Policy("an exemption names another tag", "{ tags: [template] }", "{ tags: [golden] }"),
        Policy("only xfs is allowed", "filesystems: [ext4, xfs]", "filesystems: [xfs]"),
        Policy("another storage is described", "- id: local-backup", "- id: local"),
        Policy("nobody but root may reach the backups", "access: [audit@pve] ", "access: [] "),
        Policy("a copy off the host is demanded", "off-host: preferred", "off-host: required"),
        Policy("logs are to be read every hour", "log-review-every: 7d", "log-review-every: 1h"),
        Policy("a restore is to be tested every day", "restore-test-every: 90d", "restore-test-every: 1d"),
        Policy("the migration has begun", "phase: local ", "phase: transition "),
        Policy("the migration is declared done", "phase: local ", "phase: pbs "),

        // Evidence
        Records("the test is not recorded any more", "tier: 1", "tier: 3"),
        Records("the test is of last year", "started: 2026-11-20T09:00:00Z\n    finished: 2026-11-20T09:40:00Z", "started: 2025-11-20T09:00:00Z\n    finished: 2025-11-20T09:40:00Z"),
        Records("the test was at another hour", "started: 2026-11-20T09:00:00Z\n    finished: 2026-11-20T09:40:00Z", "started: 2026-11-20T19:00:00Z\n    finished: 2026-11-20T19:40:00Z"),
        Records("the test restored to another number", "restored-to: 9110", "restored-to: 9111"),
        Records("the test restored over its source", "restored-to: 9110", "restored-to: 110"),
        Records("the restored machine did not boot", "boot: ok", "boot: failed"),
        Records("the service did not come up", "service: ok", "service: failed"),
        Records("nobody wrote it into the build journal", "[session-notes, build-journal]", "[session-notes]"),
        Records("what was vouched for has ended", "expires: 2027-05-23", "expires: 2026-11-22"),
        new("the log review is a month old", "evidence/log-reviews.yaml", "reviewed: 2026-11-22T18:00:00Z", "reviewed: 2026-10-22T18:00:00Z"),

        // Waivers
        Waiver("a waiver has expired", "expires: 2026-12-31", "expires: 2026-11-21"),
        Waiver("a waiver begins tomorrow", "made: 2026-11-20", "made: 2026-11-24"),
        Waiver("a waiver names a guest without findings", "[qemu/200]", "[qemu/900]"),
        new("a waiver covers more than it may", "waivers.yaml", "[qemu/200]", "[\"*/*\"]"),
    ];

    public static IReadOnlyList<RecordMutation> Harmless { get; } =
    [
        Policy("the policy has another version", "version: \"4.2\"", "version: \"4.3\""),
        Policy("a tier has another title", "title: Supporting services", "title: Everything else"),
        Policy("a run may be later", "grace: 6h", "grace: 8h"),
        Policy("immutable copies are demanded, and nobody can remove any", "immutable: preferred", "immutable: required"),
        Policy("there is a mail relay now, and each job mails somebody", "mail-relay: false", "mail-relay: true"),
        Policy("a third file system is allowed", "filesystems: [ext4, xfs]", "filesystems: [ext4, xfs, zfs]"),
        Policy("one more service is yet to come", "- { name: Internal tools, guest: tools01 }", "- { name: Internal tools, guest: tools01 }\n      - { name: Wiki, future: true }"),
        Policy("somebody may reach the backups who cannot", "access: [audit@pve] ", "access: [audit@pve, ops@pve] "),
        Policy("waivers may last half a year", "rollback:", "waivers: { max-days: 180 }\nrollback:"),
        Records("another person tested", "by: anna", "by: maria"),
        Records("it is also written down elsewhere", "[session-notes, build-journal]", "[session-notes, build-journal, wiki]"),
        Records("what is vouched for holds longer", "expires: 2027-05-23", "expires: 2027-06-23"),
        new("the log review was an hour later", "evidence/log-reviews.yaml", "reviewed: 2026-11-22T18:00:00Z", "reviewed: 2026-11-22T19:00:00Z"),
        Waiver("a waiver names another owner", "owner: maria", "owner: anna"),
        Waiver("a waiver lasts a week less", "expires: 2026-12-31", "expires: 2026-12-24"),
        Waiver("a waiver covers another finding of its rule", "[qemu/200]", "[qemu/100]"),
    ];

    private static RecordMutation Policy(string name, string old, string @new) => new(name, "policy.yaml", old, @new);

    private static RecordMutation Records(string name, string old, string @new) => new(name, "evidence/restore-tests.yaml", old, @new);

    private static RecordMutation Waiver(string name, string old, string @new) => new(name, "waivers.yaml", old, @new);
}
