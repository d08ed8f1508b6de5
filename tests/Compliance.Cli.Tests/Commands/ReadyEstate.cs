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
        Inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;
        Samples.CopyRecords(folder);
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        folder.File("evidence/tests.yaml", Tests);
        Node["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(SampleEvidence.Task));
        Node["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(SampleEvidence.Task
            .Replace("9110", "9100", StringComparison.Ordinal).Replace("T09:", "T08:", StringComparison.Ordinal)));
        Node["replications"]!["rows"]![0]!["lastSync"] = "2026-11-23T07:15:00Z";
        foreach (var point in Inventory["backups"]![0]!["points"]!["value"]!.AsArray())
        {
            point!["size"] = new JsonObject { ["value"] = 734_003_200 };
        }
    }

    public JsonNode Inventory { get; }

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

    public void Dispose() => folder.Dispose();
}
