using System.Text.Json.Nodes;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox.Tests;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Archives of hosts on Proxmox Backup Server, from the policy to the report.</summary>
public sealed class BackupServerTests
{
    private static readonly string[] Rules = ["BKP601", "BKP602", "BKP603", "BKP604", "BKP605", "BKP606"];

    [Fact]
    public async Task A_live_check_asks_the_server_that_the_policy_names_and_collect_records_the_same()
    {
        await using var cluster = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var server = Server();
        using var folder = Policy(server, "archives: [{ name: etc.pxar, path: /etc }, { name: pve.pxar, path: /etc/pve }]");
        var file = folder.PathOf("inventory.json");

        var live = await CheckAsync(folder, cluster, FakeBackupServer.Token);
        var collected = await RunAsync(["collect", "--policy", folder.Path, "-o", file, .. Connection(cluster)], cluster, FakeBackupServer.Token);
        var read = await CommandRun.OfAsync(["check", "--inventory", file, "-p", folder.Path, "-o", "json", "--as-of", "2026-11-23T07:20:56Z"], token: null);

        Verdicts(live).Should().Be("pass, pass, pass, pass, unknown, unknown", "a catalog tells no digest, and a server on 127.0.0.1 may lie on the node's own disk");
        collected.ExitCode.Should().Be(0, collected.Error);
        read.Output.Should().Be(live.Output);
        (live.Output + live.Error + collected.Error + File.ReadAllText(file)).Should().NotContain("c0ffee00");
        server.Requests.Should().OnlyContain(request => request.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_its_archives_are_of_is_unknown_unless_the_policy_says()
    {
        await using var cluster = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var server = Server();
        using var folder = Policy(server, "");

        Verdicts(await CheckAsync(folder, cluster, FakeBackupServer.Token)).Should().StartWith("pass, pass, unknown, pass");
    }

    [Fact]
    public async Task What_may_be_hidden_is_not_missing()
    {
        await using var cluster = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var server = new FakeBackupServer();
        using var folder = Policy(server, "");

        Verdicts(await CheckAsync(folder, cluster, FakeBackupServer.Token)).Should().StartWith("fail");
        server.HasAudit = false;
        var blind = await CheckAsync(folder, cluster, FakeBackupServer.Token);

        Verdicts(blind).Should().StartWith("unknown");
        blind.Output.Should().Contain("Datastore.Audit on /datastore/store1");
    }

    [Fact]
    public async Task Without_a_token_or_without_the_network_nothing_is_asked_and_nothing_known()
    {
        await using var cluster = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var server = Server();
        using var folder = Policy(server, "");

        var none = await CheckAsync(folder, cluster, null);
        var offline = await CommandRun.OfAsync(["check", "--inventory", Samples.Inventory("compliant"), "-p", folder.Path, "-o", "json"], name => name == "PBS_TOKEN" ? FakeBackupServer.Token : null);

        Verdicts(none).Should().StartWith("unknown");
        none.Output.Should().Contain("set PBS_TOKEN to user@realm!id:secret");
        Verdicts(offline).Should().StartWith("unknown");
        offline.Output.Should().Contain("collect --policy");
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_in_a_file_and_one_that_is_none()
    {
        await using var cluster = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var server = Server();
        using var folder = Policy(server, "");
        var token = folder.File("token", FakeBackupServer.Token + "\n");

        Verdicts(await CheckAsync(folder, cluster, null, "--pbs-token-file", token)).Should().StartWith("pass");
        (await CheckAsync(folder, cluster, "audit@pbs!policy=c0ffee00")).ShouldFailWith(ExitCode.BadInput, "PBS_TOKEN: the API token has no secret");
        (await CheckAsync(folder, cluster, null, "--pbs-token-file", folder.PathOf("none"))).ShouldFailWith(ExitCode.BadInput, "--pbs-token-file: cannot read");
    }

    [Fact]
    public async Task One_token_is_not_shown_to_two_servers()
    {
        await using var cluster = await ReplayServer.StartAsync(Samples.Recording("compliant"));
        await using var server = Server();
        await using var other = Server();
        using var folder = Policy(server, "", $", {{ pbs: \"{other.Url}\", datastore: store1, fingerprint: \"{other.Fingerprint}\" }}");

        var run = await CheckAsync(folder, cluster, FakeBackupServer.Token);

        Verdicts(run).Should().StartWith("unknown");
        run.Output.Should().Contain("name one server in a policy");
        server.Requests.Concat(other.Requests).Should().BeEmpty();
    }

    private static FakeBackupServer Server()
    {
        var server = new FakeBackupServer();
        server.Snapshots.Add(FakeBackupServer.Snapshot("etc.pxar.didx", "pve.pxar.didx"));
        string[] guests = ["qemu-server/100", "lxc/101", "qemu-server/110", "qemu-server/111", "qemu-server/200", "lxc/201", "lxc/202", "qemu-server/900", "lxc/901", "qemu-server/9000"];
        return server.With(["/etc.pxar.didx/network/interfaces", "/pve.pxar.didx/storage.cfg", .. guests.Select(guest => $"/pve.pxar.didx/nodes/pve1/{guest}.conf")]);
    }

    private static TemporaryFolder Policy(FakeBackupServer server, string archives, string other = "")
    {
        var folder = new TemporaryFolder();
        Samples.CopyRecords(folder);
        folder.File("policy.yaml", Repository.Read("samples/homelab/policy.yaml").Replace(
            "    backup-before:",
            $"    host-archives: [{{ pbs: \"{server.Url}\", datastore: store1, fingerprint: \"{server.Fingerprint}\"{(archives.Length > 0 ? ", " : "")}{archives} }}{other}]\n    backup-before:",
            StringComparison.Ordinal));
        return folder;
    }

    private static string[] Connection(ReplayServer cluster) => ["--url", cluster.Url.AbsoluteUri, "--fingerprint", cluster.Fingerprint];

    private static Task<CommandRun> CheckAsync(TemporaryFolder folder, ReplayServer cluster, string? token, params string[] more)
        => RunAsync(["check", "-p", folder.Path, "-o", "json", "--as-of", "2026-11-23T07:20:56Z", .. Connection(cluster), .. more], cluster, token);

    private static Task<CommandRun> RunAsync(IReadOnlyList<string> args, ReplayServer cluster, string? token)
        => CommandRun.OfAsync(args, name => name switch { "PVE_TOKEN" => cluster.Recording.Tokens["audit"], "PBS_TOKEN" => token, _ => null });

    /// <summary>What is no finding passed, or does not apply.</summary>
    private static string Verdicts(CommandRun run)
    {
        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray();
        return string.Join(", ", Rules.Select(rule => (string?)findings.FirstOrDefault(finding => (string)finding!["rule"]! == rule)?["verdict"] ?? "pass"));
    }
}
