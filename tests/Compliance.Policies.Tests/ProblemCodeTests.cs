using System.Text;

namespace Compliance.Policies.Tests;

/// <summary>One faulty repository per code; what is printed for it is compared with an approved file, byte for byte.</summary>
public class ProblemCodeTests
{
    /// <summary>With a runbook of its own, a policy of snapshots is told that there is no fallback (POL307).</summary>
    private static readonly string StopPolicy = Examples.Policy.Replace("mode: snapshot", "mode: stop");

    private static readonly Dictionary<string, MemoryFiles> Cases = new(StringComparer.Ordinal)
    {
        ["POL001"] = new(),
        ["POL002"] = new MemoryFiles().WithUnreadable("policy.yaml", "access is denied"),
        ["POL003"] = new MemoryFiles().With("policy.yaml", new byte[FileContent.Largest + 1]),
        ["POL004"] = new MemoryFiles().With("policy.yaml", [.. "name: small\ntitle: Bo"u8, 0xEF, .. "te\n"u8]),
        ["POL005"] = Policy("name: small\ntitle: red \u001b[31m alert\n"),
        ["POL006"] = Policy("name: small\nbackup:\n\ttarget: local-backup\n"),
        ["POL007"] = Policy("# nothing yet\n"),
        ["POL008"] = Policy(Examples.Policy + "---\nname: second\n"),
        ["POL009"] = Policy("name: " + new string('[', 40) + new string(']', 40) + "\n"),
        ["POL010"] = Policy(Examples.Policy.Replace("title: Core", "title: &core Core").Replace("id: local-backup", "id: *core")),
        ["POL011"] = Policy("name: small\n" + Examples.Policy),
        ["POL012"] = Policy(Examples.Policy.Replace("keep-daily", "keep-dialy") + "colour: blue\n"),
        ["POL013"] = Policy(Examples.Policy + "[a, b]: c\n: d\n"),
        ["POL014"] = Policy(Examples.Policy.Replace("    schedule: daily\n", "") + "exempt:\n  - guests: { tags: [template] }\n"),
        ["POL015"] = Policy(Examples.Policy.Replace("keep-daily: 7", "keep-daily: \"7\", keep-weekly: many").Replace("[tier1]", "tier1") + "version: 4.10\n"),
        ["POL016"] = Policy(Examples.Policy.Replace("keep-daily: 7", "keep-daily: 012") + "notification: { mail-relay: no }\n"),
        ["POL017"] = Policy(Examples.Policy.Replace("[tier1]", "[]").Replace("title: Core", "title: ' '") + "pbs: {}\nrunbook:\n"),
        ["POL018"] = Policy(Examples.Policy.Replace("tier: 1\n", "tier: 10\n").Replace("{ tags: [tier1] }", "{ vmids: [99, 1000000000] }").Replace("keep-daily: 7", "keep-daily: -1")),
        ["POL019"] = Policy(Examples.Policy.Replace("snapshot", "snaphsot").Replace("schedule: daily", "schedule: hourly")),
        ["POL020"] = Policy(Examples.Policy.Replace("mode:", "grace: 6 hours\n  mode:").Replace("schedule:", "grace: 90\n    schedule:")),
        ["POL021"] = Policy(Examples.Policy.Replace("name: small", "name: Small Shop").Replace("[tier1]", "[tier 1]") + "locations: { rules: ../rules }\n"),
        ["POL022"] = Policy(Examples.Policy.Replace("[tier1]", "[tier1, core, tier1]")),
        ["POL023"] = Policy(Examples.Policy + "version: 0x1f\ntitle: 1_0\n"),
        ["POL024"] = WithCase(Examples.CaseFile + "    as-of: 2026-11-23\n  - name: other\n    as-of: 2026-02-30T00:00:00Z\n    expect: { job/nightly: fail }\n"),
        ["POL030"] = Policy(Examples.Policy.Replace("storages:", """
              - tier: 1
                title: Core again
                guests: { tags: [core] }
                schedule: daily
                retention: { keep-daily: 7 }
            storages:
            """)),
        ["POL031"] = Policy(Examples.Policy + "  - id: local-backup\n"),
        ["POL032"] = Policy(Examples.Policy.Replace("guests: { tags: [tier1] }", "services: [{ name: DNS }, { name: Directory, future: false }]")),
        ["POL033"] = Policy(Examples.Policy.Replace("    guests: { tags: [tier1] }\n", "")),
        ["POL034"] = Policy(Examples.Policy + "exempt:\n  - guests: { tags: [Tier1] }\n    reason: none\n"),
        ["POL035"] = Policy(Examples.Policy.Replace("- id: local-backup", "- id: local-bakcup")),
        ["POL036"] = Policy(Examples.Policy.Replace("guests: { tags: [tier1] }", "hosts: [pve1]\n    host-archives: [{ directory: /mnt/host }]").Replace("storages:", """
              - tier: 2
                title: Hosts
                guests: { tags: [two] }
                host-archives: [{ directory: /mnt/host }]
                schedule: daily
                retention: { keep-daily: 7 }
            storages:
            """)),
        ["POL037"] = Policy(Examples.Policy.Replace("keep-daily: 7", "keep-daily: 0")),
        ["POL038"] = Policy(Examples.Policy + "phase: transition\n"),
        ["POL039"] = Policy(Examples.Policy + "runbook: runbook.md\nlocations: { rules: own-rules }\n"),
        ["POL040"] = Policy(Examples.Policy + "rules:\n  - { rule: BKP120, severity: info, reason: none }\n"),
        ["POL041"] = Policy(Examples.Policy + "rules:\n  - { rule: BKP210, severity: warning, reason: one }\n  - { rule: BKP210, severity: error, reason: two }\n"),
        ["POL042"] = Policy(Examples.Policy + "rules:\n  - { rule: BKP210, severity: info, reason: the same }\n  - { rule: BKP104, enabled: true, reason: the same }\n  - { rule: BKP305, enabled: false, severity: info, reason: both }\n"),
        ["POL043"] = Examples.Repository(Examples.Policy + "rules:\n  - { rule: ACME101, severity: info, reason: less }\n  - { rule: ACME102, enabled: false, reason: off }\n")
            .With("rules/ACME101-a.yaml", Examples.Rule + "waivable: false\n")
            .With("rules/ACME102-b.yaml", Examples.Rule.Replace("ACME101", "ACME102").Replace("job-name-differs", "other") + "waivable: false\n"),
        ["POL044"] = Policy(Examples.Policy.Replace("guests: { tags: [tier1] }", """
            hosts: [pve1]
                host-paths: [/etc/pve]
                host-archives:
                  - { directory: /mnt/host, pbs: "https://pbs:8007", datastore: store1 }
                  - { storage: local-backup }
                  - { directory: /mnt/host, namespace: a }
                  - { pbs: "https://pbs:8007" }
                  - { pbs: "https://pbs:8007", datastore: store1, storage: local-backup }
            """)),
        ["POL101"] = Examples.WithRule(Examples.Rule.Replace("id: ACME101", "id: acme-101")),
        ["POL102"] = Examples.Repository(Examples.Policy).With("rules/BKP203-own.yaml", Examples.Rule.Replace("ACME101", "BKP203")),
        ["POL103"] = Examples.WithRule(Examples.Rule).With("rules/ACME101-second.yaml", Examples.Rule),
        ["POL104"] = Examples.WithRule(Examples.Rule.Replace("{job.id}\"", "{job.id}, closed} and {open\"")),
        ["POL105"] = Examples.WithRule(Examples.Rule.Replace("RB-06", "RB-99")),
        ["POL106"] = Examples.Repository(Examples.Policy).With("rules/names.yaml", Examples.Rule),
        ["POL107"] = Examples.WithRule(Examples.Rule).With("rules/ACME102-lost.yml", Examples.Rule).With("rules/ACME103-LOST.YAML", Examples.Rule),
        ["POL108"] = Examples.WithRule(Examples.Rule.Replace("{job.id}\"", "{job.comments}: {1 + true} {job.id == duration('1h')} {job.id.matches('[')}\"")),
        ["POL109"] = Examples.WithRule(Examples.Rule + "when: 1 < 2\n").With("rules/ACME102-b.yaml", Examples.Rule
            .Replace("ACME101", "ACME102").Replace("job-name-differs", "other")
            .Replace("assert: job.id.startsWith(\"backup-\")", "assert: >-\n  job.isEnabled &&\n  (job.guestCount > 5 && job.guestCount < 3 || job.id == job.id)")),
        ["POL110"] = Examples.WithRule(Examples.Rule.Replace("job-name-differs", "guest-not-backed-up"))
            .With("rules/ACME102-b.yaml", Examples.Rule.Replace("ACME101", "ACME102"))
            .With("rules/ACME103-c.yaml", Examples.Rule.Replace("ACME101", "ACME103")),
        ["POL111"] = Examples.WithRule(Examples.Rule + "check: false\n"),
        ["POL120"] = WithCase(Examples.CaseFile.Replace("jobs.rows[id=nightly]", "jobs..rows") + "    remove: ['jobs.rows[id=nightly', '[id=x]', 'jobs]x', 'jobs.rows[nightly]']\n"),
        ["POL121"] = WithCase(Examples.CaseFile + Examples.CaseFile[Examples.CaseFile.IndexOf("  - name", StringComparison.Ordinal)..]),
        ["POL270"] = WithChanges(Record + Record.Replace("retention", "schedule")),
        ["POL271"] = WithChanges(Record + "    until: 2026-11-22T06:00:00Z\n"),
        ["POL272"] = WithChanges(Record.Replace("job/nightly", "qemu/101") + Record.Replace("CHG-17", "CHG-18").Replace("retention", "restore-failure")),
        ["POL273"] = WithChanges(Record.Replace("job/nightly", "tier/7")),
        ["POL280"] = WithNotifications("mail:\n" + Mail + "    login: { user: backup, password: hunter2 }\nwebhooks:\n  - name: phone\n    format: ntfy\n    url: https://ntfy.example.org/backups\n    token: { env: tk_hunter2 }\n"),
        ["POL281"] = WithNotifications("webhooks:\n  - name: chat\n    format: slack\n    url: https://hooks.slack.example/services/T0/B0/hunter2\n"),
        ["POL282"] = WithNotifications("mail:\n" + Mail + "    security: none\n"),
        ["POL283"] = WithNotifications("mail:\n" + Mail + Mail),
        ["POL290"] = Examples.Repository(StopPolicy + "runbook: docs/runbook.md\n").With("docs/runbook.md", Repository.Read("samples/homelab/runbook.md")),
        ["POL291"] = WithRunbook(text => text.Replace("| Tier 2 | 5 |", "| Tier 2 | 7 |").Replace("### Compression", "### Packing")),
        ["POL292"] = WithRunbook(text => text.Replace(" <!-- RB-72 -->", "").Replace("4.3 — PBS Readiness (Future)", "5"), isAccepted: false),
        ["POL293"] = WithRunbook(text => text.Replace("- No direct user access", "- No direct user access <!-- RB-83 -->")),
        ["POL300"] = Calendar("mon..frii 22:00"),
        ["POL301"] = Policy(TiersLast(WithCalendar("*-2-30 22:00")) + Tier(2, "weekly", "{ keep-daily: 4 }", "\"2024-*-* 22:00\"")),
        ["POL302"] = Policy(TiersLast(WithCalendar("22")) + Tier(2, "weekly", "{ keep-daily: 3 }", "\"*:4\"") + Tier(3, "monthly", "{ keep-daily: 2 }", "daily")),
        ["POL303"] = Calendar("mon..fri 22:00"),
        ["POL304"] = Policy(Examples.Policy.Replace("keep-daily: 7", "keep-daily: 400, keep-weekly: 4")),
        ["POL305"] = Policy(TiersLast(Examples.Policy.Replace("keep-daily: 7", "keep-daily: 30")) + Tier(2, "weekly", "{ keep-daily: 1, keep-weekly: 1 }")),
        ["POL306"] = Policy(TiersLast(Examples.Policy) + Tier(2, "daily", "{ keep-daily: 14 }") + Tier(3, "monthly", "{ keep-monthly: 2 }")),
        ["POL307"] = WithRunbook(text => text, Examples.Policy),
        ["POL308"] = Policy(Examples.Policy.Replace("keep-daily: 7 }", "keep-daily: 7 }\n    target: pbs\n    compression: gzip") + "  - id: pbs\npbs: { storage: pbs }\n"),
        ["POL309"] = Policy(Examples.Policy + "  - id: pbs\n    filesystems: [ext4]\n    mount-point: true\n    dedicated-disk: true\n    path: /mnt/pbs\npbs: { storage: pbs }\n"),
        ["POL310"] = Policy(Examples.Policy + "pbs: { storage: local-backup }\ncopies: { local: required }\n"),
        ["POL311"] = Policy(Examples.Policy.Replace("compression: zstd", "compression: zstd\n  grace: 1d12h")),
        ["POL312"] = Policy(Examples.Policy.Replace("schedule: daily", "schedule: on-demand\n    calendar: \"22:00\"")),
        ["POL313"] = Policy(Examples.Policy.Replace("tags: [tier1]", "names: [web*, db01]") + "exempt:\n  - guests: { names: ['*-test', db??] }\n    reason: none\n"),
        ["POL320"] = Policy(Examples.Policy + "# pve-compliance: allow POL305\n# pve-compliance: ignore all\nversion: '1' # pve-compliance: allow 305 as agreed\n"),
        ["POL321"] = Policy(Examples.Policy + "lint: [{ code: POL399, reason: none }]\nversion: '1' # pve-compliance: allow POL398 as agreed\n"),
        ["POL322"] = Policy(Examples.Policy + "lint: [{ code: POL012, reason: none }]\nversion: '1' # pve-compliance: allow POL323 as agreed\n"),
        ["POL323"] = Policy(Examples.Policy + "lint: [{ code: POL305, reason: none }]\nversion: '1' # pve-compliance: allow POL306 as agreed\n"),
        ["POL340"] = WithTargets(Target + "    token: hush\n  # as before: audit@pve!policy=12345678-1234-1234-1234-123456789abc\n  - { name: south, urls: [\"https://root:hush@pve2:8006\"], password: \"hush, hush\" }\n"),
        ["POL341"] = WithTargets("""
              - { name: both, urls: ["https://pve1:8006"], token-file: t, inventory: a.json }
              - { name: neither, policy: . }
              - { name: pinned, inventory: a.json, ca: ca.pem }
              - { name: bare, urls: ["https://pve1:8006"] }
              - { name: twice, urls: ["https://pve1:8006"], token-file: t, ca: ca.pem, fingerprint: AA }
              - { name: live, urls: ["https://pve1:8006"], token-file: t, max-age: 2d }

            """.Replace(", fingerprint: AA", ", fingerprint: \"" + string.Join(':', Enumerable.Repeat("AA", 32)) + "\"")),
        ["POL342"] = WithTargets(Target + Target.Replace("pve1", "pve2")),
        ["POL343"] = WithTargets(Target + Target.Replace("north", "south").Replace(":8006", ":8006/")),
        ["POL122"] = WithCase(Examples.CaseFile + "    policy:\n      tiers[tier=2].mode: stop\n"),
        ["POL241"] = Examples.WithWaivers(Examples.Waiver.Replace("2027", "2025")),
        ["POL242"] = Examples.WithWaivers(Examples.Waiver.Replace("2027", "2028")).With("policy.yaml", Examples.Policy + "waivers: { max-days: 90 }\n"),
        ["POL243"] = Examples.WithWaivers(Examples.Waiver.Replace("BKP305", "ACME101") + Examples.Waiver.Replace("BKP305", "BKP101"))
            .With("rules/ACME101-a.yaml", Examples.Rule + "waivable: false\n"),
        ["POL244"] = Examples.WithWaivers(Examples.Waiver.Replace("[qemu/101]", "['*', '??*/*']")),
        ["POL245"] = Examples.WithWaivers(Examples.Waiver).With("policy.yaml", Examples.Policy + "rules:\n  - { rule: BKP305, enabled: false, reason: none }\n"),
        ["POL247"] = Examples.WithWaivers(Examples.Waiver + Examples.Waiver.Replace("qemu/101", "qemu/102")).With("policy.yaml", Examples.Policy + "waivers: { max-per-rule: 1 }\n"),
        ["POL246"] = Examples.WithWaivers(Examples.Waiver + Examples.Waiver.Replace("[qemu/101]", "[qemu/102, qemu/101]")),
        ["POL200"] = WithEvidence(Examples.Evidence.Replace("made: 2026-11-23", "made: 2026-02-30").Replace("expires: 2027-05-23", "expires: 23.5.2027")),
        ["POL201"] = WithEvidence(Examples.Evidence.Replace("finished: 2026-11-22T09:40:00Z", "finished: 2026-11-22T08:59:59Z").Replace("expires: 2027-05-23", "expires: 2026-11-23")),
        ["POL202"] = WithEvidence(Examples.Evidence.Replace("tier: 1", "tier: 2")),
        ["POL203"] = WithEvidence(Examples.Evidence.Replace("RB-82", "RB-98")),
    };

    public static TheoryData<string> Codes => [.. ProblemCodes.All.Select(entry => entry.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_an_example_whose_text_is_approved(string code)
    {
        var parsed = CaseFiles.Read(Cases[code]).Policy;
        var entry = ProblemCodes.Find(code)!;
        var text = new StringBuilder().Append(entry.Code).Append(' ').Append(entry.Title).Append('\n')
            .Append(entry.Explanation).Append("\n\n").Append(ProblemText.Render(parsed.Problems, parsed.Sources));

        parsed.Problems.Should().Contain(problem => problem.Code == code && problem.Severity == entry.Severity);
        parsed.Problems.Should().OnlyContain(problem => problem.Code == code, "an example shows one fault");
        Approved.Verify(text.ToString(), $"tests/Compliance.Policies.Tests/Approved/{code}.txt");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_error_leaves_no_policy_and_a_warning_leaves_it(string code)
    {
        var parsed = CaseFiles.Read(Cases[code]).Policy;
        var isWarning = ProblemCodes.Find(code)!.Severity != Core.Model.Severity.Error;

        (parsed.Repository is not null && parsed.Rules is not null).Should().Be(isWarning);
    }

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        ProblemCodes.All.Select(entry => entry.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void A_code_is_found_whatever_its_case()
    {
        ProblemCodes.Find("pol012").Should().BeSameAs(ProblemCodes.UnknownKey);
        ProblemCodes.Find("POL999").Should().BeNull();
    }

    private const string Mail = "  - name: admins\n    server: mail.example.org\n    from: backup@example.org\n    to: [admins@example.org]\n";

    private static MemoryFiles WithNotifications(string text) => Examples.Repository(Examples.Policy).With("notifications.yaml", text);
    private const string Target = "  - name: north\n    urls: [\"https://pve1:8006\"]\n    token-file: north.token\n";

    private static MemoryFiles WithTargets(string targets) => Examples.Repository(Examples.Policy).With("targets.yaml", "targets:\n" + targets);

    private static MemoryFiles WithEvidence(string text) => Examples.Repository(Examples.Policy).With("evidence/records.yaml", text);

    private static MemoryFiles WithCase(string text) => Examples.WithRule(Examples.Rule).With("inventories/compliant.json", "{}").With("rules/cases/ACME101.yaml", text);

    private const string Record = "  - id: CHG-17\n    made: 2026-11-23T06:00:00Z\n    by: anna\n    what: retention\n    subject: job/nightly\n    reason: the disk is full\n";

    private static MemoryFiles WithChanges(string records) => Examples.Repository(Examples.Policy).With("changes/2026.yaml", "changes:\n" + records);

    /// <summary>The sample's runbook, changed under the policy.</summary>
    private static MemoryFiles WithRunbook(Func<string, string> change, bool isAccepted = true) => WithRunbook(change, StopPolicy, isAccepted);

    private static MemoryFiles WithRunbook(Func<string, string> change, string policy, bool isAccepted = true)
    {
        var text = change(Repository.Read("samples/homelab/runbook.md"));
        var accepted = isAccepted ? Repository.Read("samples/homelab/runbook.md.lock") : RunbookLock.Write(RunbookReader.Read(new SourceText("runbook.md", text)));
        return Examples.Repository(policy + "runbook: runbook.md\n").With("runbook.md", text).With("runbook.md.lock", accepted);
    }

    /// <summary>The same policy with <c>tiers</c> at its end, so that more can follow.</summary>
    private static string TiersLast(string policy)
    {
        var tiers = policy.IndexOf("tiers:", StringComparison.Ordinal);
        var storages = policy.IndexOf("storages:", StringComparison.Ordinal);
        return policy[..tiers] + policy[storages..] + policy[tiers..storages];
    }

    /// <summary>Another tier, to follow the last one.</summary>
    private static string Tier(int level, string schedule, string retention, string? calendar = null)
        => $"  - tier: {level}\n    title: Tier {level}\n    guests: {{ tags: [t{level}] }}\n    schedule: {schedule}\n"
        + (calendar is null ? "" : $"    calendar: {calendar}\n") + $"    retention: {retention}\n";

    private static MemoryFiles Calendar(string text) => Policy(WithCalendar(text));

    private static string WithCalendar(string text) => Examples.Policy.Replace("schedule: daily", $"schedule: daily\n    calendar: \"{text}\"");

    private static MemoryFiles Policy(string text) => Examples.Repository(text);
}
