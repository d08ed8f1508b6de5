using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>A small home lab in drift: every severity, both verdicts, blind spots, idle rules, clauses of every verdict.</summary>
internal static class RichSample
{
    private static readonly ImmutableArray<string> Controls =
        ["Guests and copies", "Jobs", "Storage", "Retention and points", "Validation", "Platform", "Security"];

    private static readonly Gap Acl = new("/access/acl", "403 Permission check failed", "Sys.Audit on /access");
    private static readonly Gap Disks = new("/nodes/pve2/disks/list", "595 Connection refused");

    public static ImmutableArray<Finding> Findings { get; } =
    [
        new()
        {
            Rule = "BKP104",
            Fault = "guest-not-backed-up",
            Title = "Every guest that needs a backup is in an enabled job",
            Subject = Sample.Guest("qemu/101", "ca01", 1),
            Verdict = Verdict.Fail,
            Severity = Severity.Error,
            Message = "no enabled job covers this guest; job \"weekly-core\" would, but is disabled",
            Expected = "an enabled job that includes qemu/101",
            Actual = "job \"weekly-core\": enabled 0",
            Clauses = ["RB-40", "RB-20"],
            Why = "A guest in no enabled job is not backed up, whatever its tags say.",
            Policy = Sample.At(22),
            Live = new LivePlace("/cluster/backup/weekly-core", "enabled"),
            Fix = "pvesh set /cluster/backup/weekly-core --enabled 1",
            Fingerprint = "5f1c7a90e2b4d836",
        },
        new()
        {
            Rule = "BKP104",
            Fault = "guest-not-backed-up",
            Title = "Every guest that needs a backup is in an enabled job",
            Subject = Sample.Guest("lxc/200", "dns01", 1),
            Verdict = Verdict.Fail,
            Severity = Severity.Error,
            Message = "no job names this guest",
            Expected = "an enabled job that includes lxc/200",
            Actual = "3 jobs, none includes it",
            Clauses = ["RB-40", "RB-20"],
            Why = "A guest in no enabled job is not backed up, whatever its tags say.",
            Policy = Sample.At(22),
            Live = new LivePlace("/cluster/backup", "vmid"),
            Fix = "pvesh set /cluster/backup/daily-core --vmid 101,102,200",
            Fingerprint = "9b02d4410c77fe15",
        },
        new()
        {
            Rule = "BKP303",
            Fault = "backup-shares-disk-with-guests",
            Title = "No disk under the backup storage also carries guest volumes",
            Subject = new Subject(SubjectKind.NodeStorage, "node/pve1/storage/local-backup"),
            Verdict = Verdict.Fail,
            Severity = Severity.Error,
            Message = "disk WD-WX12D83 carries this storage and local-lvm, where qemu/101 and 2 more guests live; when it dies, the guests and their backups die together",
            Expected = "no disk in common",
            Actual = "disk WD-WX12D83 in common",
            Clauses = ["RB-34"],
            Why = "One dead disk must not take a guest and its backup at once.",
            Policy = Sample.At(61),
            Live = new LivePlace("/nodes/pve1/disks/list", "serial"),
            Fingerprint = "00aa11bb22cc33dd",
        },
        new()
        {
            Rule = "BKP401",
            Fault = "retention-below-tier",
            Title = "Retention keeps at least what the tier promises",
            Subject = Sample.Guest("qemu/110", "grafana", 2),
            Verdict = Verdict.Fail,
            Severity = Severity.Warning,
            Message = "keeps 2 daily and 1 weekly; tier 2 promises 5 daily and 2 weekly",
            Expected = "keep-daily=5,keep-weekly=2",
            Actual = "keep-daily=2,keep-weekly=1 (set by storage local-backup)",
            Because = [new Reason("guest.keepDaily", "2"), new Reason("guest.tier.keepDaily", "5")],
            Clauses = ["RB-52"],
            Why = "What is pruned cannot be restored.",
            Policy = Sample.At(48),
            Live = new LivePlace("/storage/local-backup", "prune-backups"),
            Fix = "pvesh set /cluster/backup/weekly-tools --prune-backups keep-daily=5,keep-weekly=2",
            Fingerprint = "77e0b1c2d3a4f596",
        },
        new()
        {
            Rule = "BKP404",
            Fault = "retention-above-tier",
            Title = "Retention keeps no more than the tier promises",
            Subject = Sample.Guest("qemu/900", null, 3),
            Verdict = Verdict.Fail,
            Severity = Severity.Info,
            Message = "keeps 7 daily; tier 3 promises 2",
            Expected = "keep-daily=2",
            Actual = "keep-daily=7",
            Clauses = ["RB-53", "RB-22"],
            Why = "Disposable guests should not take the room of those that matter.",
            Policy = Sample.At(55),
            Live = new LivePlace("/cluster/backup/lab", "prune-backups"),
            Fix = "pvesh set /cluster/backup/lab --prune-backups keep-daily=2",
            Fingerprint = "c4d5e6f708192a3b",
        },
        new()
        {
            Rule = "BKP801",
            Fault = "storage-open-to-users",
            Title = "Only the listed principals hold privileges on the backup storage",
            Subject = new Subject(SubjectKind.Storage, "storage/local-backup"),
            Verdict = Verdict.Unknown,
            Severity = Severity.Error,
            Message = "who may use this storage could not be read",
            Expected = "root@pam only",
            Missing = [Acl],
            Clauses = ["RB-80"],
            Why = "Whoever may write there may remove the last good backup.",
            Policy = Sample.At(66),
            Live = new LivePlace("/access/acl", "path"),
            Fingerprint = "1029384756abcdef",
        },
        new()
        {
            Rule = "BKP303",
            Fault = "backup-shares-disk-with-guests",
            Title = "No disk under the backup storage also carries guest volumes",
            Subject = new Subject(SubjectKind.NodeStorage, "node/pve2/storage/local-backup"),
            Verdict = Verdict.Unknown,
            Severity = Severity.Error,
            Message = "the disks of pve2 could not be read",
            Expected = "no disk in common",
            Missing = [Disks, Acl],
            Clauses = ["RB-34"],
            Why = "One dead disk must not take a guest and its backup at once.",
            Policy = Sample.At(61),
            Live = new LivePlace("/nodes/pve2/disks/list", "serial"),
            Fingerprint = "00aa11bb22cc33de",
        },
    ];

    public static Assessment Assessment { get; } = new()
    {
        AsOf = Sample.AsOf,
        Outcome = Outcome.Drift,
        Policy = Sample.Policy,
        Estate = Sample.Estate with { Previous = new EarlierInventory("homelab", Sample.AsOf - TimeSpan.FromDays(7)) },
        Summary = new AssessmentSummary(9, 14, 41, 5, 2, 17, 0),
        Findings = Findings,
        Timelines = PictureSample.Timelines,
        Retentions = PictureSample.Retentions,
        Coverage = Coverage,
        Matrix = new Matrix(
            Controls,
            [
                Sample.Row(0, "Tier 0 · Platform", 0, (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (4, 0, 0), (0, 0, 0)),
                Sample.Row(1, "Tier 1 · Core services", 2, (4, 2, 0), (2, 0, 0), (0, 0, 0), (4, 0, 0), (2, 0, 0), (0, 0, 0), (0, 0, 0)),
                Sample.Row(2, "Tier 2 · Supporting services", 2, (6, 0, 0), (2, 0, 0), (0, 0, 0), (3, 1, 0), (2, 0, 0), (0, 0, 0), (0, 0, 0)),
                Sample.Row(3, "Tier 3 · Lab", 1, (1, 0, 0), (0, 0, 0), (0, 0, 0), (1, 1, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)),
                Sample.Row(null, "Outside the tiers", 0, (0, 0, 0), (6, 0, 0), (3, 1, 1), (0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 0, 1)),
            ]),
        BlindSpots = [new BlindSpot(Acl, ["BKP303", "BKP801"], 2), new BlindSpot(Disks, ["BKP303"], 1)],
        Rules = Rules,
        IdleRules = ["BKP701", "BKP904"],
        DisabledRules =
        [
            new DisabledRuleSummary("BKP305", "backup-disk-not-dedicated", "The disk under the backup storage carries nothing else", Severity.Error, ["RB-30"], "ISO images share the disk until the new one is in", new Place("policy.yaml", 120, 5, 120, 60)),
        ],
        Lineage = LineageSample.Map,
        Appendix =
        [
            new AppendixTable(
                "Guests",
                ["Guest", "Name", "Tier", "Node", "Jobs", "Newest restore point"],
                [
                    ["qemu/101", "ca01", "1", "pve1", "–", "2026-11-15 01:00:02 UTC"],
                    ["lxc/200", "dns01", "1", "pve2", "–", "–"],
                    ["qemu/110", "grafana", "2", "pve1", "weekly-tools", "2026-11-22 02:00:01 UTC"],
                    ["qemu/111", "ansible", "2", "pve1", "weekly-tools", "2026-11-22 02:04:40 UTC"],
                    ["qemu/900", "–", "3", "pve2", "lab", "?"],
                ]),
            new AppendixTable("Storages", ["Storage", "Type", "Content", "Path"], [["local-backup", "dir", "backup", "/mnt/local-backup"], ["local-lvm", "lvmthin", "images,rootdir", "–"]]),
        ],
    };

    private static ImmutableArray<RuleSummary> Rules =>
    [
        new("BKP104", "guest-not-backed-up", "Every guest that needs a backup is in an enabled job", "A guest in no enabled job is not backed up, whatever its tags say.", Severity.Error, ["RB-40", "RB-20"], Controls[0], 11, 2, 0, 1),
        new("BKP203", "job-compression-differs", "Backups are compressed as the policy says", "zstd is the balance of speed and size that the runbook chose.", Severity.Warning, ["RB-45"], Controls[1], 10, 0, 0, 0)
        {
            Override = new RuleOverride(Severity.Error, "the backup disk is large enough", new Place("policy.yaml", 119, 5, 119, 60)),
        },
        new("BKP303", "backup-shares-disk-with-guests", "No disk under the backup storage also carries guest volumes", "One dead disk must not take a guest and its backup at once.", Severity.Error, ["RB-34"], Controls[2], 3, 1, 1, 0),
        new("BKP401", "retention-below-tier", "Retention keeps at least what the tier promises", "What is pruned cannot be restored.", Severity.Warning, ["RB-50", "RB-51", "RB-52", "RB-53"], Controls[3], 4, 1, 0, 8),
        new("BKP404", "retention-above-tier", "Retention keeps no more than the tier promises", "Disposable guests should not take the room of those that matter.", Severity.Info, ["RB-53", "RB-22"], Controls[3], 4, 1, 0, 8),
        new("BKP501", "tier-restore-test-missing", "Every tier has a successful restore test", "A backup is not working until it has been restored.", Severity.Error, ["RB-01", "RB-63"], Controls[4], 4, 0, 0, 0),
        new("BKP601", "host-config-missing", "Every host's configuration is archived", "Without it a dead host is rebuilt from memory.", Severity.Error, ["RB-10"], Controls[5], 4, 0, 0, 0),
        new("BKP701", "pbs-missing", "A Proxmox Backup Server storage exists once the phase asks for it", "The phase has been declared, so the server must be there.", Severity.Error, ["RB-70"], null, 0, 0, 0, 0),
        new("BKP801", "storage-open-to-users", "Only the listed principals hold privileges on the backup storage", "Whoever may write there may remove the last good backup.", Severity.Error, ["RB-80"], Controls[6], 1, 0, 1, 0),
    ];

    private static ImmutableArray<ClauseCoverage> Coverage =>
    [
        Clause("RB-01", "Backup philosophy", "backups are useless unless tested", ClauseProof.Both, Verdict.Pass, "BKP501"),
        Clause("RB-10", "Backup targets", "tier 0: host configuration is backed up: /etc/pve", ClauseProof.Evidence, Verdict.Pass, "BKP601"),
        Clause("RB-20", "Backup targets", "tier 1: internal CA, DNS, Odoo control plane, future AD and identity", ClauseProof.Live, Verdict.Fail, "BKP104"),
        Clause("RB-22", "Backup targets", "tier 3: lab, disposable; may have reduced retention", ClauseProof.Live, Verdict.Fail, "BKP404"),
        new(new Clause("RB-30", "Storage design", "primary target: a dedicated backup disk on the host", ClauseProof.Live, null), [], null) { Disabled = ["BKP305"] },
        Clause("RB-34", "Storage design", "backups must NOT share the same disk as VM storage", ClauseProof.Live, Verdict.Fail, "BKP303"),
        Clause("RB-40", "Backup schedule", "daily: core services (tier 0 and 1)", ClauseProof.Live, Verdict.Fail, "BKP104", "BKP105"),
        new(new Clause("RB-42", "Backup schedule", "optional: tier 3 on demand", ClauseProof.None, "no schedule is demanded, so there is nothing to judge"), [], null),
        Clause("RB-45", "Compression", "zstd (balanced speed and compression)", ClauseProof.Live, Verdict.Pass, "BKP203"),
        Clause("RB-52", "Retention policy", "tier 2 keeps 5 daily, 2 weekly, 0 monthly", ClauseProof.Live, Verdict.Fail, "BKP401"),
        Clause("RB-70", "PBS readiness", "PBS when deployed: deduplication, encryption at rest, immutable, verified", ClauseProof.Live, Verdict.NotApplicable, "BKP701"),
        Clause("RB-80", "Security considerations", "backup storage is sensitive: no direct user access", ClauseProof.Live, Verdict.Unknown, "BKP801"),
    ];

    private static ClauseCoverage Clause(string id, string section, string says, ClauseProof how, Verdict verdict, params string[] rules)
        => new(new Clause(id, section, says, how, null), [.. rules], verdict);
}
