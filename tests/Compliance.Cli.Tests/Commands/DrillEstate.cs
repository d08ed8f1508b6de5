using System.Globalization;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The compliant sample under a policy that wants a restore test every 180 days, with the records and tasks that a test adds.</summary>
internal sealed class DrillEstate : IDisposable
{
    public const string AsOf = "2026-11-23T08:00:00Z";

    private readonly TemporaryFolder folder = new();
    private readonly List<string> records = [];

    public DrillEstate()
    {
        Samples.CopyRecords(folder);
        Policy = Repository.Read("samples/homelab/policy.yaml").Replace("  to-new-vmid: true\n", "  restore-test-every: 180d\n  to-new-vmid: true\n", StringComparison.Ordinal);
    }

    public JsonNode Inventory { get; } = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;

    public string Policy { get; set; }

    public string Folder => folder.Path;

    public JsonNode Node => Inventory["nodes"]!["rows"]![0]!;

    public JsonArray Points => Inventory["backups"]![0]!["points"]!["value"]!.AsArray();

    public JsonNode Guest(int vmid) => Inventory["guests"]!["rows"]!.AsArray().Single(guest => (int)guest!["vmId"]! == vmid)!;

    public JsonNode Storage(string id) => Node["storages"]!["rows"]!.AsArray().Single(storage => (string)storage!["id"]! == id)!;

    public string PathOf(string name) => folder.PathOf(name);

    /// <summary>A recorded test of 40 minutes, and the task in the log that confirms it.</summary>
    public DrillEstate Tested(int tier, string guest, int restoredTo, string day, string result = "ok", bool hasTask = true)
    {
        var type = guest.Split('/')[0];
        var name = guest.Replace('/', '-');
        var made = DateTimeOffset.Parse(day, CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyy_MM_dd", CultureInfo.InvariantCulture);
        records.Add($"""
              - tier: {tier}
                guest: {guest}
                volid: local-backup:backup/vzdump-{name}-{made}-01_00_02.{(type == "qemu" ? "vma" : "tar")}.zst
                restored-to: {restoredTo}
                started: {day}T08:00:00Z
                finished: {day}T08:40:00Z
                checks: {"{"} boot: ok, service: {result} {"}"}
                by: anna
                documented-in: [session-notes, build-journal]
            """);
        if (hasTask)
        {
            AddTask(type == "qemu" ? "qmrestore" : "vzrestore", restoredTo, $"{day}T08:05:00Z");
        }

        return this;
    }

    /// <summary>All three tiers that need one, four days before.</summary>
    public DrillEstate AllTested() => Tested(0, "qemu/100", 9100, "2026-11-19").Tested(1, "qemu/110", 9110, "2026-11-19").Tested(2, "lxc/201", 9201, "2026-11-19");

    public void AddTask(string type, int vmid, string startedAt) => Node["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(
        $$"""{"upid":"UPID:pve1:00012345:00123456:6AFFF000:{{type}}:{{vmid}}:root@pam:","type":"{{type}}","vmId":{{vmid}},"startedAt":"{{startedAt}}","endedAt":"{{startedAt}}","user":"root@pam","status":"OK"}"""));

    public Task<CommandRun> DrillAsync(params string[] more) => RunAsync("drill", more);

    /// <summary>The plan as JSON.</summary>
    public async Task<JsonNode> PlanAsync(params string[] more) => JsonNode.Parse((await DrillAsync([.. more, "-o", "json"])).Output)!;

    /// <summary>The plan of one tier as JSON.</summary>
    public async Task<JsonNode> TierAsync(int level, params string[] more)
        => (await PlanAsync([.. more, "--tier", level.ToString(CultureInfo.InvariantCulture)]))["tiers"]!.AsArray().Single()!;

    public Task<CommandRun> RunAsync(string command, params string[] more)
    {
        folder.File("policy.yaml", Policy);
        if (records.Count > 0)
        {
            folder.File("evidence/tests.yaml", $"restore-tests:\n{string.Join('\n', records)}\n");
        }

        var file = folder.File("inventory.json", Inventory.ToJsonString());
        string[] moment = more.Contains("--as-of") ? [] : ["--as-of", AsOf];
        return CommandRun.OfAsync([command, "-p", folder.Path, "--inventory", file, .. moment, .. more], token: null);
    }

    public void Dispose() => folder.Dispose();
}
