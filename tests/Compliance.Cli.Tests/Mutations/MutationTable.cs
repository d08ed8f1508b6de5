namespace Compliance.Cli.Tests.Mutations;

/// <summary>What goes wrong in real estates, one thing at a time, and what changes without harm.</summary>
internal static class MutationTable
{
    private const string Tier0 = "jobs.rows[id=backup-tier0].";
    private const string Tier1 = "jobs.rows[id=backup-tier1].";
    private const string Tier2 = "jobs.rows[id=backup-tier2].";
    private const string Backup = "storages.rows[id=local-backup].";
    private const string Node = "nodes.rows[name=pve1].";
    private const string Mount = "|-/mnt/local-backup      /dev/sdb1                          ext4    rw,relatime";

    public static IReadOnlyList<Mutation> Harmful { get; } =
    [
        // Jobs
        Set("a job is disabled", (Tier1 + "isEnabled", "false")),
        Set("a job is put on another schedule, once a week", (Tier1 + "schedule", "\"sun 02:30\"")),
        Set("a job runs every second day", (Tier0 + "schedule", "\"*-*-1/2 01:00\"")),
        Set("a job's schedule is over", (Tier1 + "schedule", "\"2020-01-01 02:00\"")),
        Set("a job's schedule is not one", (Tier1 + "schedule", "\"daily-ish\"")),
        Set("a job runs at minute 22 of each hour", (Tier2 + "schedule", "\"22\"")),
        Set("a weekly job runs monthly", (Tier2 + "schedule", "\"*-*-01 04:00\"")),
        Set("a guest is dropped from a job", (Tier0 + "vmIds", "[100]")),
        Set("a job names a guest that is not there", (Tier0 + "vmIds", "[100,101,555]")),
        Set("a job saves a pool that is not there", (Tier1 + "pool", "\"tier9\"")),
        Set("a job saves the wrong pool", (Tier1 + "pool", "\"tier3\"")),
        Set("a job saves an empty pool", (Tier2 + "pool", "\"empty\"")),
        Set("a job is limited to a node that is not there", (Tier2 + "node", "\"pve9\"")),
        Set("a job writes to a storage that takes no backups", (Tier1 + "storage", "\"local\"")),
        Set("a job writes to a storage that is gone", (Tier1 + "storage", "\"deleted\"")),
        new("a job names no storage and falls back")
        {
            Set = [(Tier1 + "storage", "null")],
            Add = [(Node + "defaults", """{"storage":null,"settings":{"value":{"storage":"local","mode":"snapshot","compress":"0","remove":true,"notificationMode":"auto"}}}""")],
        },
        Set("a job writes to a directory", (Tier1 + "storage", "null"), (Tier1 + "dumpDir", "\"/root/dump\"")),
        Set("a job stops its guests", (Tier1 + "mode", "\"stop\"")),
        Set("a job suspends its guests", (Tier1 + "mode", "\"suspend\"")),
        Set("a job compresses with gzip", (Tier1 + "compress", "\"gzip\"")),
        Set("a job does not compress", (Tier1 + "compress", "\"0\"")),
        Set("a job's comment is gone", (Tier1 + "comment", "null")),
        Set("a job keeps one day less", (Tier1 + "pruneBackups", "\"keep-daily=6,keep-monthly=2,keep-weekly=4\"")),
        Set("a job keeps one week less", (Tier1 + "pruneBackups", "\"keep-daily=7,keep-monthly=2,keep-weekly=3\"")),
        Set("a job keeps one month less", (Tier1 + "pruneBackups", "\"keep-daily=7,keep-monthly=1,keep-weekly=4\"")),
        Set("a job keeps the last two only", (Tier0 + "pruneBackups", "\"keep-last=2\"")),
        Set("a job keeps everything", (Tier1 + "pruneBackups", "\"keep-all=1\"")),
        Set("a job keeps a month of days", (Tier1 + "pruneBackups", "\"keep-daily=30,keep-monthly=2,keep-weekly=4\"")),
        Set("a job does not prune", (Tier1 + "remove", "false")),
        Set("a job leaves its retention to the node, which has none", (Tier1 + "pruneBackups", "null"), (Backup + "pruneBackups", "null"), (Node + "defaults[storage=local-backup].settings.value.pruneBackups", "null")),
        Add("somebody adds a job of their own", ("jobs.rows", """{"id":"nightly","isLegacy":false,"isEnabled":true,"schedule":"23:00","all":true,"vmIds":[],"exclude":[],"storage":"local-backup","mode":"snapshot","compress":"zstd","pruneBackups":"keep-last=1","comment":"mine","excludePaths":[],"included":{"value":[]}}""")),
        Set("a lab job is switched on in another pool", ("jobs.rows[id=backup-tier3].isEnabled", "true"), ("jobs.rows[id=backup-tier3].pool", "\"tier1\"")),

        // Guests
        Set("a guest loses its tier", ("guests.rows[vmId=110].tags", "[]"), ("guests.rows[vmId=110].pool", """{"value":null}""")),
        Set("a guest is moved to the lab", ("guests.rows[vmId=110].tags", "[\"tier3\"]"), ("guests.rows[vmId=110].pool", """{"value":"tier3"}""")),
        Set("a guest is in two tiers", ("guests.rows[vmId=110].tags", "[\"tier0\",\"tier1\"]")),
        Add("a new machine is in no tier", ("guests.rows", """{"vmId":120,"type":"qemu","node":"pve1","name":"new","status":"running","isTemplate":{"value":false},"tags":[],"pool":{"value":null},"lock":null,"config":{"value":{"agent":"1","meta":"ctime=1795417000","scsi0":"local-lvm:vm-120-disk-0,size=8G"}}}""")),
        Add("a new machine of a tier is in no job", ("guests.rows", """{"vmId":120,"type":"qemu","node":"pve1","name":"new","status":"running","isTemplate":{"value":false},"tags":["tier0"],"pool":{"value":null},"lock":null,"config":{"value":{"agent":"1","meta":"ctime=1778138428","scsi0":"local-lvm:vm-120-disk-0,size=8G"}}}""")),
        new("a machine that serves is deleted") { Remove = ["guests.rows[vmId=200]"] },
        Set("a machine that serves is renamed", ("guests.rows[vmId=200].name", "\"grafana\"")),
        Set("a guest is left locked", ("guests.rows[vmId=110].lock", "\"backup\"")),
        Set("the agent is switched off", ("guests.rows[vmId=110].config.value.agent", "\"0\"")),
        Set("the agent is told not to freeze", ("guests.rows[vmId=110].config.value.agent", "\"1,freeze-fs-on-backup=0\"")),
        Set("a disk is left out of the backup", ("guests.rows[vmId=110].config.value.scsi0", "\"local-lvm:vm-110-disk-0,backup=0,size=64G\"")),
        Set("a second disk is left out of the backup", ("guests.rows[vmId=110].config.value.scsi1", "\"tank:vm-110-disk-1,backup=0,size=8G\"")),
        Set("a mount point loses its flag", ("guests.rows[vmId=201].config.value.mp0", "\"tank:subvol-201-disk-1,mp=/srv/runner,size=20G\"")),
        Set("a container gets a bind mount", ("guests.rows[vmId=101].config.value.mp0", "\"/srv/zones,mp=/zones\"")),
        new("a machine is made anew under its number, and is not saved the next night")
        {
            Set = [("guests.rows[vmId=110].config.value.meta", "\"creation-qemu=10.1.2,ctime=1795402800\"")],
            Later = TimeSpan.FromHours(27),
        },

        // Storages and disks
        Set("the backup storage is disabled", (Backup + "isDisabled", "true")),
        new("the backup storage is deleted") { Remove = ["storages.rows[id=local-backup]"] },
        Set("the backup storage takes disks of guests, too", (Backup + "content", "[\"backup\",\"images\"]")),
        Set("the backup storage takes no backups any more", (Backup + "content", "[\"iso\"]")),
        Set("the mount point is not enforced any more", (Backup + "isMountpoint", "null")),
        Set("the backup storage is limited to another node", (Backup + "nodes", "[\"pve9\"]")),
        Set("the backup storage becomes a share", (Backup + "type", "\"nfs\""), (Backup + "server", "\"192.0.2.9\""), (Backup + "export", "\"/backup\"")),
        Set("the backup storage moves below the guests' pool", (Backup + "path", "\"/tank/backup\"")),
        Set("the backup disk drops out", (Node + "storages.rows[id=local-backup].isActive", "false")),
        new("the backup disk is not mounted") { Text = (Mount + "\\n", ""), Set = [(Node + "storages.rows[id=local-backup].isActive", "false")] },
        Text("the backup disk has another file system", Mount, Mount.Replace("ext4 ", "btrfs", StringComparison.Ordinal)),
        Text("the backup directory lies on the guests' disk", Mount, Mount.Replace("/dev/sdb1           ", "/dev/mapper/pve-bak ", StringComparison.Ordinal)),
        new("guests' disks are put on the backup disk")
        {
            Set =
            [
                ("storages.rows[id=tank].type", "\"lvm\""),
                ("storages.rows[id=tank].vgName", "\"bulk\""),
                (Node + "volumeGroups.value", """[{"name":"pve","physicalVolumes":["/dev/nvme0n1p3"]},{"name":"bulk","physicalVolumes":["/dev/sdb2"]}]"""),
            ],
            Add = [(Node + "disks.value", """{"devPath":"/dev/sdb2","parent":"/dev/sdb","size":1000204886016,"used":"LVM","isMounted":false}""")],
        },

        // Nodes, runs, restore points
        Set("the scheduler is stopped", (Node + "scheduler", """{"value":"dead"}""")),
        Runs("a run fails", 1),
        Runs("a job fails three times in a row", 3),
        new("nobody looks for two days, and nothing ran") { Later = TimeSpan.FromDays(2) },
        Set("all restore points are gone", ("backups[storage=local-backup].points.value", "[]"), (Node + "timeZone", """{"value":"Etc/UTC"}""")),

        // Access
        Add("a user may do everything with the storage", ("acl.rows", """{"path":"/storage/local-backup","kind":"user","principal":"ops@pve","role":"PVEDatastoreAdmin","propagates":true}""")),
        Add("a user becomes administrator", ("acl.rows", """{"path":"/","kind":"user","principal":"nobody@pve","role":"Administrator","propagates":true}""")),
        Set("an operator gets room on all storages", ("acl.rows[path=/storage/local-backup].role", "\"BackupReader\"")),
    ];

    public static IReadOnlyList<Mutation> Harmless { get; } =
    [
        Set("a job's comment is reworded", (Tier1 + "comment", "\"tier 1, every night\"")),
        Set("a daily job runs an hour later", (Tier1 + "schedule", "\"03:30\"")),
        Set("a job runs twice a day", (Tier1 + "schedule", "\"02:30,14:30\""), (Tier1 + "pruneBackups", "\"keep-daily=7,keep-monthly=2,keep-weekly=4\"")),
        Set("a job says daily in another way", (Tier0 + "schedule", "\"mon..sun 01:00\"")),
        Set("a job mails somebody else", (Tier1 + "mailTo", "\"night@lab.example\"")),
        Set("the storage's own retention is changed, which no job uses", (Backup + "pruneBackups", "\"keep-last=1\"")),
        Set("a lab guest is renamed", ("guests.rows[vmId=900].name", "\"sandbox\"")),
        Set("a lab guest is started", ("guests.rows[vmId=900].status", "\"running\"")),
        Set("a guest gets a tag of no tier", ("guests.rows[vmId=110].tags", "[\"infra\",\"tier1\",\"web\"]")),
        Set("a lab guest's disk is left out of backups", ("guests.rows[vmId=900].config.value.scsi0", "\"local-lvm:vm-900-disk-0,backup=0,size=20G\"")),
        Set("a guest's disk grows", ("guests.rows[vmId=110].config.value.scsi0", "\"local-lvm:vm-110-disk-0,discard=on,iothread=1,size=128G\"")),
        Set("a CD is put in", ("guests.rows[vmId=110].config.value.ide2", "\"local:iso/debian.iso,media=cdrom\"")),
        Set("a disk is moved to another pool", ("guests.rows[vmId=110].config.value.scsi0", "\"tank:vm-110-disk-0,size=64G\"")),
        Set("the storage for images is limited to the node", ("storages.rows[id=local].nodes", "[\"pve1\"]")),
        Add("a storage for images is added", ("storages.rows", """{"id":"iso-nas","type":"nfs","content":["iso"],"isDisabled":false,"isShared":true,"path":"/mnt/pve/iso-nas","server":"192.0.2.9","export":"/iso","hasEncryptionKey":false}""")),
        Set("the oldest restore point is protected", ("backups[storage=local-backup].points.value[volumeId=local-backup:backup/vzdump-qemu-110-2026_08_31-02_10_05.vma.zst].isProtected", "true")),
        new("an old restore point is gone") { Remove = ["backups[storage=local-backup].points.value[volumeId=local-backup:backup/vzdump-qemu-110-2026_08_31-02_10_05.vma.zst]"] },
        Add("a user may look", ("acl.rows", """{"path":"/","kind":"user","principal":"nobody@pve","role":"PVEAuditor","propagates":true}""")),
        Set("a disabled user is still a member of nothing", ("users.rows[id=gone@pve].expiresAt", "\"2020-01-01T00:00:00Z\"")),
        Set("a matcher is disabled where no mail is demanded", ("matchers.rows[name=backup-failures].isDisabled", "true")),
        Add("a restore was tried and failed", (Node + "tasks.value", """{"upid":"UPID:pve1:000CC03A:156D21FA:6B03B339:qmrestore:900:root@pam:","type":"qmrestore","vmId":900,"startedAt":"2026-11-22T05:00:01Z","endedAt":"2026-11-22T05:00:09Z","user":"root@pam","status":"OK"}""")),
        Set("a machine is made anew under its number this morning", ("guests.rows[vmId=110].config.value.meta", "\"creation-qemu=10.1.2,ctime=1795402800\"")),
        new("somebody looks an hour later") { Later = TimeSpan.FromHours(1) },
    ];

    private static Mutation Set(string name, params (string, string)[] values) => new(name) { Set = values };

    private static Mutation Add(string name, params (string, string)[] rows) => new(name) { Add = rows };

    private static Mutation Text(string name, string old, string @new) => new(name) { Text = (old, @new) };

    // By hand, in the morning, each with the log that names the guests.
    private static Mutation Runs(string name, int failed)
    {
        static string Upid(int i) => $"UPID:pve1:000CC0{i}9:156D21F9:6B03B33{i}:vzdump::root@pam:";
        var runs = Enumerable.Range(0, failed).ToList();
        return new Mutation(name)
        {
            Add =
            [
                .. runs.Select(i => (Node + "tasks.value", $$"""{"upid":"{{Upid(i)}}","type":"vzdump","vmId":null,"startedAt":"2026-11-23T05:0{{i}}:00Z","endedAt":"2026-11-23T05:0{{i}}:09Z","user":"root@pam","status":"job errors"}""")),
                .. runs.Select(i => (Node + "runLogs.rows", $$$"""{"upid":"{{{Upid(i)}}}","lines":{"value":["INFO: starting new backup job: vzdump --pool tier1 --mode snapshot --storage local-backup","INFO: Starting Backup of VM 110 (qemu)","INFO: Backup started at 2026-11-23 05:0{{{i}}}:01","ERROR: Backup of VM 110 failed - no space left","INFO: Failed at 2026-11-23 05:0{{{i}}}:05","INFO: Backup job finished with errors","TASK ERROR: job errors"]}}""")),
            ],
        };
    }
}
