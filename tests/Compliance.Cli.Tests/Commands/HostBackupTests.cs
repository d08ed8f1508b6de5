using System.Text.Json;
using Compliance.Cli.Tests.Formats;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>host-backup</c> as a person runs it; what an archive holds is tested where it is written.</summary>
public sealed class HostBackupTests
{
    [Fact]
    public async Task With_a_policy_its_tier_says_what_is_saved_and_kept()
    {
        using var folder = Node();
        var run = await RunAsync(folder, "--policy", Samples.Policy);

        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        run.Output.Should().Contain(": 4 files, ").And.Contain("read back and verified").And.Contain("without config.db").And.EndWith("  keep-daily\n");
        run.Error.Should().StartWith("pve-compliance: warning: ").And.Contain("--require-mount");
        Directory.GetFiles(folder.PathOf("to"), "pve-host-pve1-*.tar.zst").Should().ContainSingle();
    }

    [Fact]
    public async Task A_path_of_the_policy_that_is_missing_is_named()
    {
        using var folder = Node();
        File.Delete(folder.PathOf("root/etc/pve/storage.cfg"));
        (await RunAsync(folder, "--policy", Samples.Policy)).ShouldFailWith(ExitCode.BadInput, "/etc/pve/storage.cfg is required and is not there");
    }

    [Fact]
    public async Task A_policy_that_does_not_name_the_host_is_refused()
    {
        using var folder = Node();
        folder.File("policy/policy.yaml", Repository.Read("samples/homelab/policy.yaml")
            .Replace("hosts: [\"*\"]", "hosts: [pve9]", StringComparison.Ordinal).Replace("runbook: runbook.md", "", StringComparison.Ordinal));
        (await RunAsync(folder, "--policy", folder.PathOf("policy"))).ShouldFailWith(ExitCode.BadInput, "no tier of the policy names the host \"pve1\"");
    }

    [Fact]
    public async Task Without_a_policy_and_options_nothing_is_ever_deleted()
    {
        using var folder = Node();
        await RunAsync(folder);
        await RunAsync(folder);
        var run = await RunAsync(folder);
        Directory.GetFiles(folder.PathOf("to"), "*.tar.zst").Should().HaveCount(3);
        run.Output.Should().Contain("keep-all").And.NotContain("deleted");

        run = await RunAsync(folder, "--keep-weekly", "1");
        run.Output.Should().Contain("deleted");
        Directory.GetFiles(folder.PathOf("to"), "*.tar.zst").Should().ContainSingle();
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        using var folder = Node();
        var run = await RunAsync(folder, "--dry-run");
        (run.ExitCode, Directory.Exists(folder.PathOf("to"))).Should().Be((ExitCode.Compliant, false));
        run.Output.Should().StartWith("would write ");
    }

    [Fact]
    public async Task Json_says_the_same()
    {
        using var folder = Node();
        var run = await RunAsync(folder, "-o", "json");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        root.GetProperty("version").GetInt32().Should().Be(1);
        (root.GetProperty("node").GetString(), root.GetProperty("files").GetInt32()).Should().Be(("pve1", 4));
        var file = root.GetProperty("file").GetString()!;
        root.GetProperty("archiveBytes").GetInt64().Should().Be(new FileInfo(file).Length);
        root.GetProperty("warnings").GetArrayLength().Should().Be(1);
        root.GetProperty("archives")[0].GetProperty("name").GetString().Should().Be(Path.GetFileName(file));
    }

    [Fact]
    public async Task A_machine_that_is_no_node_is_refused()
    {
        using var folder = Node();
        Directory.Delete(folder.PathOf("root/etc/pve"), recursive: true);
        (await RunAsync(folder)).ShouldFailWith(ExitCode.BadInput, "no Proxmox VE node");
        Directory.CreateDirectory(folder.PathOf("root/etc/pve"));
        (await RunAsync(folder)).ShouldFailWith(ExitCode.BadInput, "is empty");
    }

    [Fact]
    public async Task An_archive_that_cannot_be_made_is_no_bad_input()
    {
        using var folder = Node();
        folder.File("root/var/lib/pve-cluster/config.db", "no database");
        var run = await RunAsync(folder);
        run.ExitCode.Should().Be(ExitCode.CouldNotAssess);
        run.Error.Should().Contain("config.db");
        Directory.GetFiles(folder.PathOf("to")).Should().OnlyContain(file => file.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--keep-daily -1", "--keep-daily")]
    [InlineData("--keep-daily 1 --policy .", "leave out")]
    [InlineData("--keep-daily many", "many")]
    [InlineData("--require-mount", "--require-mount")]
    [InlineData("-o pdf", "there is no format")]
    [InlineData("--root no-such", "--root")]
    public async Task Argument_that_cannot_be_used(string line, string because)
    {
        using var folder = Node();
        (await RunAsync(folder, line.Split(' '))).ShouldFailWith(ExitCode.BadInput, because);
        Directory.Exists(folder.PathOf("to")).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_shown_cannot_repaint_the_terminal()
    {
        using var folder = Node();
        var run = await CommandRun.OfAsync(["host-backup", "--root", folder.PathOf("root"), "--to", folder.PathOf("\u001b[2J\n/x/y")], token: null);
        run.ShouldFailWith(ExitCode.BadInput, "\\x1B[2J\\n");
    }

    [Fact]
    public async Task Where_to_is_not_guessed()
        => (await CommandRun.OfAsync("host-backup")).ShouldFailWith(ExitCode.BadInput, "--to");

    [SkippableFact]
    public async Task Units_of_the_sample_are_what_systemd_understands()
    {
        Skip.IfNot(File.Exists("/usr/bin/systemd-analyze") && File.Exists("/bin/bash"), "systemd-analyze is not installed");
        using var folder = new TemporaryFolder();
        foreach (var unit in (string[])["service", "timer"])
        {
            folder.File($"pve-compliance-host-backup.{unit}", Repository.Read($"samples/systemd/pve-compliance-host-backup.{unit}")
                .Replace("/opt/pve-compliance/pve-compliance", "/bin/true", StringComparison.Ordinal));
        }

        // It says what it does not understand, and succeeds all the same.
        var (exitCode, output) = await Shell.RunAsync(
            "/bin/bash", ["-c", "systemd-analyze verify --man=no ./pve-compliance-host-backup.* 2>&1 | grep pve-compliance || true"], folder.Path, new Dictionary<string, string>());
        (exitCode, output).Should().Be((0, ""));
    }

    [Fact]
    public async Task The_service_of_the_sample_starts_what_there_is()
    {
        using var folder = Node();
        var start = Repository.Read("samples/systemd/pve-compliance-host-backup.service").Split('\n').Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal));
        var args = start.Split(' ')[1..].Select(arg => arg switch
        {
            "/etc/pve-compliance" => Samples.Policy,
            "/mnt/local-backup/host" => folder.PathOf("to"),
            _ => arg,
        });
        (await CommandRun.OfAsync([.. args, "--root", folder.PathOf("root")], token: null)).ShouldFailWith(ExitCode.BadInput, "or leave out --require-mount");
    }

    private static Task<CommandRun> RunAsync(TemporaryFolder folder, params string[] more)
        => CommandRun.OfAsync(["host-backup", "--root", folder.PathOf("root"), "--to", folder.PathOf("to"), .. more], token: null);

    private static TemporaryFolder Node()
    {
        var folder = new TemporaryFolder();
        folder.File("root/etc/hostname", "pve1\n");
        folder.File("root/etc/network/interfaces", "auto lo\n");
        folder.File("root/etc/pve/storage.cfg", "dir: local\n");
        folder.File("root/etc/pve/nodes/pve1/qemu-server/101.conf", "name: ca01\n");
        return folder;
    }
}
