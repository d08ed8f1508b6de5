using CsCheck;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>Generates valid documents: every setting, in every form it may take.</summary>
internal static class Corpus
{
    private static readonly Gen<Doc> Boolean = Words("true", "false", "True", "FALSE");
    private static readonly Gen<Doc> Text = Words("Some text", "\"4.2\"", "'no'", "off", "größer:nein", "\"7\"", "null-ish", "\"tab\\there\"");
    private static readonly Gen<Doc> StorageId = Words("local-backup", "pbs", "a1", "Store.One_2");
    private static readonly Gen<Doc> Duration = Words("6h", "7d", "90d", "1d12h", "30m", "\"6h\"", "0d1h");
    private static readonly Gen<Doc> Path = Words("rules", "a/b.yaml", ".hidden", "..x/y");
    private static readonly Gen<Doc> Slugs = ListOf(Words("boot", "service", "session-notes"));
    private static readonly Gen<Doc> Mode = Words("snapshot", "suspend", "stop");
    private static readonly Gen<Doc> Compression = Words("zstd", "gzip", "lzo", "none");
    private static readonly Gen<Doc> Wish = Words("required", "preferred", "not-demanded");
    private static readonly Gen<Doc> Kept = Words("0", "7", "9999");
    private static readonly Gen<Doc> Names = ListOf(Words("\"*\"", "pve1", "web-?", "a.b"));

    private static readonly Gen<Doc> Guests = Map(
        (false, "tags", ListOf(Words("tier1", "A_b", "x+1"))),
        (false, "pools", ListOf(Words("tier1", "a/b/c"))),
        (false, "names", Names),
        (true, "vmids", ListOf(Words("100", "999999999", "101"))));

    private static readonly Gen<Doc> Service = Map(
        (true, "name", Text),
        (true, "guest", Words("ca01", "101", "\"101\"", "web.example")),
        (false, "future", Boolean));

    private static readonly Gen<Doc> FutureService = Map((true, "name", Text), (true, "future", Words("true")));

    private static readonly Gen<Doc> HostDirectory = Map((true, "directory", Words("/mnt/host", "/a")), (false, "storage", StorageId));

    private static readonly Gen<Doc> HostDatastore = Map(
        (true, "pbs", Words("https://pbs.lab:8007", "https://10.0.0.7", "\"https://[fd00::7]:8007\"")),
        (true, "datastore", Words("store1", "a.b-c")),
        (false, "namespace", Words("hosts/lab", "a")),
        (false, "fingerprint", Words("\"" + string.Join(':', Enumerable.Repeat("aB", 32)) + "\"")),
        (false, "archives", ListOfAny(Map((true, "name", Words("etc.pxar", "a-b_C.pxar")), (true, "path", Words("/", "/etc", "/a/b"))))));

    private static readonly Gen<Doc> Tier = Map(
        (true, "tier", Words("0", "1", "2", "9")),
        (true, "title", Text),
        (false, "hosts", Names),
        (false, "host-paths", ListOf(Words("/etc/pve", "/a"))),
        (false, "host-archives", ListOfAny(Gen.OneOf(HostDirectory, HostDatastore))),
        (false, "backup-before", ListOf(Words("upgrade", "network-change", "storage-change"))),
        (false, "services", ListOfAny(Gen.OneOf(Service, FutureService))),
        (true, "guests", Guests),
        (false, "jobs", ListOf(Words("backup-tier1", "\"*\"", "weekly_*"))),
        (true, "schedule", Words("daily", "weekly", "monthly", "on-demand")),
        (false, "calendar", Words("daily", "\"22:00\"", "mon..fri 22:00", "no event", "\"*-2-30\"")),
        (false, "grace", Duration),
        (true, "retention", Map((true, "keep-daily", Kept), (false, "keep-weekly", Kept), (false, "keep-monthly", Kept))),
        (false, "mode", Mode),
        (false, "compression", Compression),
        (false, "target", StorageId));

    private static readonly Gen<Doc> Storage = Map(
        (true, "id", StorageId),
        (false, "filesystems", ListOf(Words("ext4", "xfs", "zfs"))),
        (false, "dedicated-disk", Boolean),
        (false, "apart-from-guests", Boolean),
        (false, "mount-point", Boolean),
        (false, "path", Words("/mnt/backup", "/a")),
        (false, "network-exposure", Words("none", "server-to-server")),
        (false, "access", Gen.OneOf(Gen.Const<Doc>(new DocList([])), ListOf(Words("backup@pve", "\"@admins\"", "a@pve!token")))));

    private static readonly Gen<Doc> Setting = Gen.OneOf(
        Map((true, "rule", Words("BKP210", "ACME101")), (true, "severity", Words("info", "warning", "error")), (false, "enabled", Boolean), (true, "reason", Text)),
        Map((true, "rule", Words("BKP104", "AB000")), (true, "enabled", Boolean), (true, "reason", Text)));

    public static readonly Gen<Doc> Policy = Map(
        (true, "name", Words("homelab", "a-1")),
        (false, "title", Text),
        (false, "version", Text),
        (false, "runbook", Path),
        (false, "phase", Words("local", "transition", "pbs")),
        (true, "backup", Map((true, "target", StorageId), (true, "mode", Mode), (false, "guest-agent", Boolean), (true, "compression", Compression), (false, "grace", Duration))),
        (true, "tiers", ListOfAny(Tier)),
        (false, "exempt", ListOfAny(Map((true, "guests", Guests), (true, "reason", Text)))),
        (false, "storages", ListOfAny(Storage)),
        (false, "copies", Map((true, "local", Wish), (false, "off-host", Wish), (false, "immutable", Wish))),
        (false, "notification", Map((true, "mail-relay", Boolean), (false, "recipients", ListOf(Words("a@b.example", "x@y"))), (false, "log-review-every", Duration))),
        (false, "validation", Map((true, "to-new-vmid", Boolean), (false, "restore-test-every", Duration), (false, "verify", Slugs), (false, "document-in", Slugs), (false, "document-once-per-tier-in", Slugs))),
        (false, "pbs", Map((true, "storage", StorageId), (false, "encrypted", Boolean), (false, "verified", Boolean), (false, "key-custody", Text))),
        (false, "change-control", Map((true, "documented", ListOf(Words("target", "retention", "schedule", "restore-failure"))))),
        (false, "rollback", Map((true, "disable-job-after", Words("1", "99")), (false, "preserve-last-good", Boolean), (false, "review-logs", Boolean))),
        (false, "rules", ListOfAny(Setting)),
        (false, "lint", ListOfAny(Map((true, "code", Words("POL305", "POL012", "\"POL999\"")), (true, "reason", Text)))),
        (false, "waivers", Map((true, "max-days", Words("1", "90", "3650")), (false, "max-findings", Words("1", "9999")), (false, "max-per-rule", Words("1", "9999")))),
        (false, "locations", Map((true, "rules", Path), (false, "cases", Path), (false, "inventories", Path), (false, "waivers", Path), (false, "evidence", Path), (false, "changes", Path), (false, "notifications", Path))));

    public static readonly Gen<Doc> Rule = Map(
        (true, "id", Words("ACME101", "BKP203", "AB000")),
        (true, "fault", Words("job-name-differs", "x")),
        (true, "for", Words("guest", "volume", "job", "storage", "node-storage", "node", "service", "tier", "compared", "estate")),
        (false, "when", Words("job.enabled", "'!job.enabled'", "\"true\"")),
        (true, "assert", Words("job.enabled", "job.id == policy.name", "\"1 < 2\"")),
        (true, "severity", Words("info", "warning", "error")),
        (true, "runbook", ListOf(Words("RB-06", "RB-45", "RB-99"))),
        (true, "title", Text),
        (true, "message", Words("plain", "\"{job.id}\"", "\"{{}}\"", "\"{\"")),
        (false, "expected", Words("\"{job.id}\"", "x")),
        (false, "actual", Words("\"{job.id}\"", "x")),
        (true, "why", Text),
        (false, "fix", Gen.OneOf(Text, ListOfAny(Map((false, "when", Words("job.enabled", "\"true\"")), (true, "do", Words("plain", "\"{job.id}\"")))))),
        (false, "before", ListOf(Words("upgrade", "network-change", "storage-change"))),
        (false, "check", Boolean),
        (false, "waivable", Boolean));

    private static readonly Gen<Doc> Moment = Words("2026-11-23T06:00:00Z", "2026-11-23T06:00+01:00", "\"2026-11-23T07:15Z\"");
    private static readonly Gen<Doc> Day = Words("2026-11-23", "\"2027-02-28\"", "2028-02-29");
    private static readonly Gen<Doc> CheckResult = Words("ok", "failed", "\"ok\"");

    private static readonly Gen<Doc> RestoreTest = Map(
        (true, "tier", Words("0", "1", "9")),
        (true, "guest", Words("qemu/101", "lxc/999999999", "\"qemu/110\"")),
        (true, "volid", Words("local-backup:backup/vzdump-qemu-101-2026_11_22-01_00_00.vma.zst", "pbs:backup/vm/100/2026-11-22T20:00:02Z")),
        (true, "restored-to", Words("100", "999999999", "9101")),
        (false, "host", Words("lab1", "lab-2.example.org", "\"9\"")),
        (true, "started", Moment),
        (true, "finished", Moment),
        (true, "checks", Map((true, "boot", CheckResult), (false, "service", CheckResult))),
        (true, "by", Text),
        (false, "documented-in", Slugs));

    private static readonly Gen<Doc> LogReview = Map(
        (true, "of", Words("all", "node/pve1", "job/backup-tier1", "\"job/a:1\"")), (true, "reviewed", Moment), (true, "by", Text), (true, "found", Text));

    private static readonly Gen<Doc> Attestation = Map(
        (true, "clause", Words("RB-82", "RB-99")), (true, "statement", Text), (true, "owner", Text), (true, "made", Day), (true, "expires", Day));

    public static readonly Gen<Doc> Evidence = Map(
        (true, "restore-tests", ListOfAny(RestoreTest)), (false, "log-reviews", ListOfAny(LogReview)), (false, "attestations", ListOfAny(Attestation)));

    private static readonly Gen<Doc> Verdict = Words("pass", "fail", "unknown", "not-applicable");

    private static readonly Gen<Doc> Anything = Gen.OneOf(Words("x", "7", "true", "\"7\""), ListOf(Words("100", "101")), Map((true, "value", Words("x"))));

    private static readonly Gen<Doc> When = Words("2026-11-23T06:00:00Z", "2026-11-23T06:00+01:00");

    private static readonly Gen<Doc> Change = Gen.OneOf(
        ChangeOf(Words("target", "retention", "schedule"), Words("job/nightly", "job/0123abcd:1", "storage/local-backup", "tier/1")),
        ChangeOf(Words("restore-failure"), Words("qemu/101", "lxc/999999999")));

    public static readonly Gen<Doc> ChangeFile = Map((true, "changes", ListOfAny(Change)));

    private static readonly Gen<Doc> Case = Map(
        (true, "name", Text),
        (false, "given", Words("compliant", "other-1")),
        (false, "previous", Words("compliant", "other-1")),
        (false, "changes", ListOfAny(Change)),
        (false, "as-of", Words("2026-11-23T06:00:00Z", "2026-11-23T06:00+01:00")),
        (false, "evidence", Evidence),
        (false, "policy", Map((true, "title", Text), (false, "'tiers[tier=1].retention.keep-daily'", Kept))),
        (false, "remove", ListOf(Words("jobs", "'jobs.rows[id=a.b].x'", "\"a[*]\""))),
        (false, "add", Map((true, "jobs.rows", Anything))),
        (false, "set", Map((true, "'jobs.rows[id=nightly].comment'", Anything), (false, "guests", Anything))),
        (false, "hide", ListOf(Words("guests", "'nodes.rows[name=pve1].scheduler'"))),
        (true, "expect", Map(
            (true, "qemu/101", Verdict),
            (false, "\"*\"", Verdict),
            (false, "job/x", Map((true, "verdict", Verdict), (false, "message", Text), (false, "expected", Text), (false, "actual", Text), (false, "fix", Text))))));

    public static readonly Gen<Doc> CaseFile = Map(
        (true, "rule", Words("ACME101", "BKP104")),
        (false, "given", Words("compliant", "other-1")),
        (true, "cases", ListOfAny(Case)));

    public static readonly Gen<Doc> Waivers = ListOfAny(Map(
        (true, "rule", Words("ACME101", "BKP305", "AB000")),
        (true, "subjects", ListOf(Words("qemu/101", "\"qemu/101/*\"", "job/Weekly_1", "node/pve-1/storage/a.b", "estate"))),
        (true, "owner", Text),
        (true, "reason", Text),
        (false, "ticket", Text),
        (true, "made", Day),
        (true, "expires", Day)));

    private static readonly Gen<Doc> Secret = Gen.OneOf(Map((true, "file", Words("/etc/pve-compliance/smtp", "/a"))), Map((true, "env", Words("SMTP_PASSWORD", "_A1"))));

    private static readonly Gen<Doc> Mail = Map(
        (true, "name", Words("admins", "a-1")),
        (false, "when", Words("changed", "drift", "always")),
        (false, "ca-file", Words("/etc/ssl/lab.pem")),
        (true, "server", Words("localhost", "127.0.0.1")),
        (false, "port", Words("1", "587", "65535")),
        (false, "security", Words("starttls", "tls", "none")),
        (false, "login", Map((true, "user", Text), (true, "password", Secret))),
        (true, "from", Words("backup@example.org", "a.b+c@localhost")),
        (true, "to", ListOf(Words("admins@example.org", "x_y@a-b.example", "\"o'neil@example.org\""))));

    private static readonly Gen<Doc> Webhook = Map(
        (true, "name", Words("phone", "b-2")),
        (false, "when", Words("changed", "drift", "always")),
        (false, "ca-file", Words("/etc/ssl/lab.pem")),
        (true, "format", Words("json", "ntfy", "gotify")),
        (true, "url", Gen.OneOf(Words("https://ntfy.example.org/backups", "http://localhost:8080", "\"https://[fd00::7]:8443/a%20b\"", "http://127.0.0.1/x"), Secret)),
        (false, "token", Secret));

    private static readonly Gen<Doc> SecretWebhook = Map(
        (true, "name", Words("chat", "c-3")), (true, "format", Words("slack", "teams")), (true, "url", Secret));

    public static readonly Gen<Doc> Notifications = Gen.OneOf(
        Map((true, "mail", Single(Mail)), (false, "webhooks", Single(Gen.OneOf(Webhook, SecretWebhook)))),
        Map((true, "webhooks", Single(Gen.OneOf(Webhook, SecretWebhook)))));

    /// <summary>A list of one: names must differ.</summary>
    private static Gen<Doc> Single(Gen<Doc> item) => item.Select(one => (Doc)new DocList([one]));
    private static readonly Gen<Doc> File = Words("a/b.token", "/etc/pve compliance/x", "../up", ".", "\"7\"");
    private static readonly Gen<Doc> Pin = Words("\"" + string.Join(':', Enumerable.Repeat("aB", 32)) + "\"", string.Join(':', Enumerable.Repeat("0c", 32)));

    private static readonly Gen<Doc> LiveTarget = Map(
        (true, "name", Words("north", "a.b-c_9", "\"7\"")),
        (true, "urls", ListOf(Words("https://pve1:8006", "https://10.0.0.7/", "\"https://[fd00::7]:65535\"", "https://pve.example"))),
        (true, "token-file", File),
        (false, "fingerprint", Gen.OneOf(Pin, ListOf(Pin))),
        (false, "timeout", Words("1", "3600")),
        (false, "pbs-token-file", File),
        (false, "policy", File));

    private static readonly Gen<Doc> SignedTarget = Map(
        (true, "name", Words("south")), (true, "urls", ListOf(Words("https://pve2:8006"))), (true, "token-file", File), (true, "ca", File));

    private static readonly Gen<Doc> InventoryTarget = Map(
        (true, "name", Words("island", "\"0\"")), (true, "inventory", File), (false, "max-age", Duration), (false, "policy", File));

    public static readonly Gen<Doc> Targets = Map((true, "targets", ListOfAny(Gen.OneOf(LiveTarget, SignedTarget, InventoryTarget))));

    private static Gen<Doc> ChangeOf(Gen<Doc> what, Gen<Doc> subject) => Map(
        (true, "id", Words("CHG-17", "a.1", "\"7\"")),
        (true, "made", When),
        (false, "until", Words("2026-11-24T06:00:00Z")),
        (true, "by", Text),
        (true, "what", what),
        (true, "subject", subject),
        (false, "from", Text),
        (false, "to", Text),
        (true, "reason", Text));

    private static Gen<Doc> Words(params string[] written) => Gen.Int[0, written.Length - 1].Select(index => written[index]).Select(word => (Doc)new DocText(word));

    /// <summary>One to three different items.</summary>
    private static Gen<Doc> ListOf(Gen<Doc> item) => item.List[1, 3].Select(items => (Doc)new DocList([.. items.Distinct()]));

    private static Gen<Doc> ListOfAny(Gen<Doc> item) => item.List[1, 3].Select(items => (Doc)new DocList(items));

    /// <summary>A mapping: required settings always, others every second time.</summary>
    private static Gen<Doc> Map(params (bool IsRequired, string Key, Gen<Doc> Value)[] settings) =>
        from values in new ArrayGen(settings.Select(setting => setting.Value).ToArray())
        from chosen in Gen.Bool.Array[settings.Length]
        select (Doc)new DocMap([.. settings.Select((setting, index) => (setting, index))
            .Where(at => at.setting.IsRequired || chosen[at.index])
            .Select(at => KeyValuePair.Create(at.setting.Key, values[at.index]))]);

    private sealed class ArrayGen(Gen<Doc>[] items) : Gen<Doc[]>
    {
        public override Doc[] Generate(PCG pcg, Size? min, out Size size)
        {
            size = new Size(0);
            return [.. items.Select(item => item.Generate(pcg, null, out _))];
        }
    }
}
