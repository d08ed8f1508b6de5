using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Compliance.LoopbackProxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Archives of hosts in a directory, from the policy to the report.</summary>
public sealed class HostArchiveTests
{
    private const string Name = "pve-host-pve1-20261123T020000Z.tar.zst";

    [Fact]
    public async Task A_check_reads_the_directory_that_the_policy_names()
    {
        using var folder = new TemporaryFolder();
        var archives = PolicyAndPlace(folder);

        (await FamilyAsync(folder)).Should().Be("BKP601 fail, BKP602 not applicable, BKP603 not applicable, BKP604 not applicable, BKP606 not applicable");

        var whole = Archive();
        File.WriteAllBytes(Path.Combine(archives, Name), whole);
        (await FamilyAsync(folder)).Should().Be("BKP601 pass, BKP602 pass, BKP603 pass, BKP604 pass, BKP606 pass");

        File.WriteAllBytes(Path.Combine(archives, Name), whole[..^5]);
        (await FamilyAsync(folder)).Should().Be("BKP601 fail, BKP602 not applicable, BKP603 not applicable, BKP604 fail, BKP606 not applicable");

        Directory.Delete(archives, recursive: true);
        (await FamilyAsync(folder)).Should().Be("BKP601 unknown, BKP602 unknown, BKP603 unknown, BKP604 unknown, BKP606 unknown", "a directory that is not mounted is not an empty one");
    }

    [Fact]
    public async Task What_collect_recorded_is_judged_elsewhere_as_a_live_check_judged_it()
    {
        await using var server = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        using var folder = new TemporaryFolder();
        var archives = PolicyAndPlace(folder);
        File.WriteAllBytes(Path.Combine(archives, Name), Archive());
        var token = server.Recording.Tokens["audit"];
        string[] connection = ["--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint, "--policy", folder.Path];
        string[] format = ["-o", "json", "--as-of", "2026-11-23T07:20:56Z"];
        var live = await CommandRun.OfAsync(["check", .. connection, .. format], token);
        var file = folder.PathOf("inventory.json");
        (await CommandRun.OfAsync(["collect", .. connection, "-o", file], token)).ExitCode.Should().Be(0);
        Directory.Delete(archives, recursive: true);

        var read = await CommandRun.OfAsync(["check", "--inventory", file, "--policy", folder.Path, .. format], token: null);

        live.ExitCode.Should().Be(0, live.Output);
        read.Output.Should().Be(live.Output);
        File.ReadAllText(file).Should().Contain(Name).And.NotContain("root-only-content");
    }

    [Fact]
    public async Task Other_rules_read_no_archive()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(PolicyAndPlace(folder), Name), Archive());

        var without = await ReportAsync(folder, "--rule", "BKP104");
        var with = await ReportAsync(folder, "--rule", "BKP601");

        ((string)without["estate"]!["digest"]!).Should().NotBe((string)with["estate"]!["digest"]!, "what was found is part of what was judged");
        var plain = await CommandRun.OfAsync(["check", "-p", Samples.Policy, "--inventory", Samples.Inventory("compliant"), "--rule", "BKP104", "-o", "json"], token: null);
        ((string)JsonNode.Parse(plain.Output)!["estate"]!["digest"]!).Should().Be((string)without["estate"]!["digest"]!);
    }

    private static string PolicyAndPlace(TemporaryFolder folder)
    {
        var archives = Directory.CreateDirectory(folder.PathOf("archives")).FullName;
        Samples.CopyRecords(folder);
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace(
            "    backup-before:", $"    host-archives: [{{ directory: {archives}, storage: local-backup }}]\n    backup-before:", StringComparison.Ordinal));
        return archives;
    }

    private static async Task<string> FamilyAsync(TemporaryFolder folder)
    {
        var words = new List<string>();
        foreach (var rule in (string[])["BKP601", "BKP602", "BKP603", "BKP604", "BKP606"])
        {
            var explained = await CommandRun.OfAsync(["explain", rule, "node/pve1", "-p", folder.Path, "--inventory", Samples.Inventory("compliant")], token: null);
            words.Add($"{rule} {explained.Output.Split('\n')[0].Split(": ")[^1]}");
        }

        return string.Join(", ", words);
    }

    private static async Task<JsonNode> ReportAsync(TemporaryFolder folder, params string[] options)
        => JsonNode.Parse((await CommandRun.OfAsync(["check", "-p", folder.Path, "--inventory", Samples.Inventory("compliant"), "-o", "json", .. options], token: null)).Output)!;

    /// <summary>Packed by gzip whatever its name says: content tells.</summary>
    private static byte[] Archive()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            string[] guests = ["qemu-server/100", "lxc/101", "qemu-server/110", "qemu-server/111", "qemu-server/200", "lxc/201", "lxc/202", "qemu-server/900", "lxc/901", "qemu-server/9000"];
            foreach (var path in (string[])["etc/pve/storage.cfg", "etc/network/interfaces", .. guests.Select(guest => $"etc/pve/nodes/pve1/{guest}.conf")])
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes("root-only-content")) });
            }
        }

        return packed.ToArray();
    }
}
