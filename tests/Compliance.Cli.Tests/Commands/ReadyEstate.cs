using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Facts;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The compliant sample with all that the gate asks besides: restores that were tested, sizes that were seen, replication in step.</summary>
internal sealed class ReadyEstate : IDisposable
{
    /// <summary>When its inventory was collected.</summary>
    public const string AsOf = "2026-11-23T07:20:56Z";

    private const string Tests = """
        restore-tests:
          - tier: 0
            guest: qemu/100
            volid: local-backup:backup/vzdump-qemu-100-2026_11_19-01_00_02.vma.zst
            restored-to: 9100
            started: 2026-11-20T08:00:00Z
            finished: 2026-11-20T08:40:00Z
            checks: { boot: ok, service: ok }
            by: anna
            documented-in: [session-notes, build-journal]
          - tier: 1
            guest: qemu/110
            volid: local-backup:backup/vzdump-qemu-110-2026_11_19-02_10_05.vma.zst
            restored-to: 9110
            started: 2026-11-20T09:00:00Z
            finished: 2026-11-20T09:40:00Z
            checks: { boot: ok, service: ok }
            by: anna
            documented-in: [session-notes, build-journal]
        """;

    private readonly TemporaryFolder folder = new();

    public ReadyEstate()
    {
        Inventory = JsonNode.Parse(System.IO.File.ReadAllText(Samples.Inventory("compliant")))!;
        Samples.CopyRecords(folder);
        folder.File("policy.yaml", Policy);
        folder.File("evidence/tests.yaml", Tests);
        Node["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(SampleEvidence.Task));
        Node["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(SampleEvidence.Task
            .Replace("9110", "9100", StringComparison.Ordinal).Replace("T09:", "T08:", StringComparison.Ordinal)));
        Node["replications"]!["rows"]![0]!["lastSync"] = "2026-11-23T07:15:00Z";
        Inventory["hostArchives"] = new JsonArray(new JsonObject
        {
            ["place"] = "/mnt/backup/host",
            ["archives"] = new JsonObject { ["value"] = new JsonArray(TakenNow()) },
            ["otherFiles"] = 0,
        });
        foreach (var point in Inventory["backups"]![0]!["points"]!["value"]!.AsArray())
        {
            point!["size"] = new JsonObject { ["value"] = 734_003_200 };
        }
    }

    /// <summary>The sample's policy, which names a place of host archives besides.</summary>
    public static string Policy { get; } = Repository.Read("samples/homelab/policy.yaml").Replace(
        "    hosts: [\"*\"]\n", "    hosts: [\"*\"]\n    host-archives: [{ directory: /mnt/backup/host, storage: local-backup }]\n", StringComparison.Ordinal);

    public JsonNode Inventory { get; }

    /// <summary>The archive of the only node, taken just now.</summary>
    public JsonNode Archive => Inventory["hostArchives"]![0]!["archives"]!["value"]![0]!;

    public JsonNode Node => Inventory["nodes"]!["rows"]![0]!;

    public JsonNode Guest(int vmid) => Inventory["guests"]!["rows"]!.AsArray().Single(guest => (int)guest!["vmId"]! == vmid)!;

    /// <summary>Another file of the policy repository.</summary>
    public void Write(string name, string content) => folder.File(name, content);

    public string PathOf(string name) => folder.PathOf(name);

    /// <summary>Policy and inventory as they are now, as arguments.</summary>
    public string[] Now() => ["-p", folder.Path, "--inventory", folder.File("inventory.json", Inventory.ToJsonString())];

    public Task<CommandRun> ReadyAsync(params string[] more)
    {
        var file = folder.File("inventory.json", Inventory.ToJsonString());
        string[] moment = more.Contains("--as-of") ? [] : ["--as-of", AsOf];
        return CommandRun.OfAsync(["ready", "--for", "upgrade", "-p", folder.Path, "--inventory", file, .. moment, .. more], token: null);
    }

    // What host-backup would have saved: storage.cfg and the guests as they are.
    private JsonObject TakenNow()
    {
        var files = Inventory["guests"]!["rows"]!.AsArray()
            .Select(guest => File($"/etc/pve/nodes/pve1/{((string)guest!["type"]! == "qemu" ? "qemu-server" : "lxc")}/{guest["vmId"]}.conf", (string)guest["config"]!["value"]!["digest"]!))
            .Append(File("/etc/pve/storage.cfg", (string)Inventory["storages"]!["rows"]![0]!["digest"]!))
            .Append(File("/etc/network/interfaces", null))
            .OrderBy(file => (string)file["path"]!, StringComparer.Ordinal);
        return new JsonObject
        {
            ["name"] = "pve-host-pve1-20261123T072056Z.tar.zst",
            ["node"] = new JsonObject { ["value"] = "pve1" },
            ["takenAt"] = AsOf,
            ["takenFrom"] = "name",
            ["modifiedAt"] = AsOf,
            ["size"] = 40960,
            ["state"] = "good",
            ["reason"] = null,
            ["hasChecksum"] = true,
            ["files"] = new JsonArray([.. files]),
        };
    }

    private static JsonObject File(string path, string? sha1)
        => sha1 is null ? new JsonObject { ["path"] = path } : new JsonObject { ["path"] = path, ["sha1"] = sha1 };

    public void Dispose() => folder.Dispose();
}
