using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>From <c>host-backup</c> on a node to the verdict: nothing but this tool writes, reads and judges the archive.</summary>
public sealed class HostBackupJudgedTests : IDisposable
{
    private static readonly string[] Rules = ["BKP601", "BKP602", "BKP603", "BKP604", "BKP605", "BKP606"];

    private readonly TemporaryFolder folder = new();
    private readonly JsonNode inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;

    /// <summary>The sample's node, whose files below a fake root are those of which its inventory has the digests.</summary>
    public HostBackupJudgedTests()
    {
        Samples.CopyRecords(folder);
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace(
            "    backup-before:", $"    host-archives: [{{ directory: {folder.PathOf("archives")}, storage: local-backup }}]\n    backup-before:", StringComparison.Ordinal));
        folder.File("root/etc/hostname", "pve1\n");
        folder.File("root/etc/network/interfaces", "auto lo\n");
        foreach (var guest in Guests)
        {
            guest["config"]!["value"]!["digest"] = Put(PathOf(guest), $"name: {guest["name"]}\n");
        }

        SetStorages(Put("etc/pve/storage.cfg", "dir: local\n\tpath /var/lib/vz\n"));
        File.CreateSymbolicLink(folder.PathOf("root/etc/pve/local"), "nodes/pve1");
    }

    private IEnumerable<JsonNode> Guests => inventory["guests"]!["rows"]!.AsArray().Select(guest => guest!);

    [Fact]
    public async Task What_it_writes_passes_as_long_as_nothing_changes_and_nothing_breaks()
    {
        var run = await CommandRun.OfAsync(["host-backup", "--root", folder.PathOf("root"), "--to", folder.PathOf("archives"), "--policy", folder.Path], token: null);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        var archive = Directory.GetFiles(folder.PathOf("archives"), "pve-host-pve1-*.tar.zst").Single();
        var whole = await File.ReadAllBytesAsync(archive);

        (await VerdictsAsync()).Should().Be("pass, pass, pass, pass, pass, pass");

        SetStorages(Put("etc/pve/storage.cfg", "dir: local\n\tpath /srv/vz\n"));
        (await VerdictsAsync()).Should().Be("pass, pass, pass, pass, fail, pass", "storage.cfg is another one than the archive holds");

        SetStorages(Put("etc/pve/storage.cfg", "dir: local\n\tpath /var/lib/vz\n"));
        (await VerdictsAsync()).Should().Be("pass, pass, pass, pass, pass, pass", "what was put back is what the archive holds");

        var guest = Guests.First();
        var before = (string)guest["config"]!["value"]!["digest"]!;
        guest["config"]!["value"]!["digest"] = Put(PathOf(guest), "name: other\n");
        (await VerdictsAsync()).Should().Be("pass, pass, pass, pass, fail, pass");

        guest["config"]!["value"]!["digest"] = before;
        await File.WriteAllBytesAsync(archive, whole[..(whole.Length / 2)]);
        (await VerdictsAsync()).Should().Be("fail, pass, pass, fail, pass, pass", "one that is cut off is none, and its damage is said");

        await File.WriteAllBytesAsync(archive, whole);
        (await VerdictsAsync()).Should().Be("pass, pass, pass, pass, pass, pass");
    }

    [Fact]
    public async Task Ready_counts_it_until_a_configuration_changes()
    {
        await CommandRun.OfAsync(["host-backup", "--root", folder.PathOf("root"), "--to", folder.PathOf("archives"), "--policy", folder.Path], token: null);

        (await BlockersAsync()).Should().BeEmpty();

        SetStorages(Put("etc/pve/storage.cfg", "dir: local\n\tpath /srv/vz\n"));
        (await BlockersAsync()).Should().Equal("BKP605 fail");

        Directory.Delete(folder.PathOf("archives"), recursive: true);
        Directory.CreateDirectory(folder.PathOf("archives"));
        (await BlockersAsync()).Should().Equal("BKP601 fail");
    }

    public void Dispose() => folder.Dispose();

    private static string PathOf(JsonNode guest) => $"etc/pve/nodes/pve1/{((string)guest["type"]! == "qemu" ? "qemu-server" : "lxc")}/{guest["vmId"]}.conf";

    /// <summary>Writes a file of the node, and gives the digest that Proxmox VE would tell of it.</summary>
    private string Put(string path, string content)
    {
        folder.File($"root/{path}", content);
#pragma warning disable CA5350 // SHA-1 is what Proxmox VE tells (pve-common INotify.pm).
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(content)));
#pragma warning restore CA5350
    }

    private void SetStorages(string digest)
    {
        foreach (var storage in inventory["storages"]!["rows"]!.AsArray())
        {
            storage!["digest"] = digest;
        }
    }

    private async Task<string> VerdictsAsync()
    {
        var run = await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Saved(), "-o", "json", "--as-of", "now", .. Rules.SelectMany(rule => (string[])["--rule", rule])], token: null);
        var report = JsonNode.Parse(run.Output)!;
        var findings = report["findings"]!.AsArray();
        return string.Join(", ", Rules.Select(rule => (string?)findings.FirstOrDefault(finding => (string)finding!["rule"]! == rule)?["verdict"] ?? "pass"));
    }

    /// <summary>What the archives of hosts put in the way of an upgrade; the sample has other troubles too.</summary>
    private async Task<IEnumerable<string>> BlockersAsync()
    {
        var run = await CommandRun.OfAsync(["ready", "--for", "upgrade", "-p", folder.Path, "--inventory", Saved(), "--as-of", "now", "-o", "json"], token: null);
        return JsonNode.Parse(run.Output)!["items"]!.AsArray()
            .Where(item => Rules.Append("BKP620").Append("BKP621").Contains((string)item!["rule"]!) && (string)item["verdict"]! is ("fail" or "unknown"))
            .Select(item => $"{item!["rule"]} {item["verdict"]}");
    }

    private string Saved() => folder.File("inventory.json", inventory.ToJsonString());
}
