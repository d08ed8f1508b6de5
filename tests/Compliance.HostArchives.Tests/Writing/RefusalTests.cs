using Compliance.HostArchives.Writing;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>An archive that would look good and is not is never written, and each refusal says how to put it right.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void No_node()
    {
        using var host = new FakeHost();
        Directory.Delete(host.PathOf("etc/pve"), recursive: true);
        RefusedRoot(host).Should().Contain("no Proxmox VE node").And.Contain("as root");
    }

    [Fact]
    public void No_such_root()
    {
        using var host = new FakeHost();
        Assert.Throws<HostBackupException>(() => HostRoot.Open(host.PathOf("none"))).Message.Should().Contain("--root");
        Assert.Throws<HostBackupException>(() => HostRoot.Open("")).Message.Should().Contain("--root");
    }

    [Fact]
    public void Configuration_that_is_not_mounted()
    {
        using var host = new FakeHost();
        Directory.Delete(host.PathOf("etc/pve"), recursive: true);
        Directory.CreateDirectory(host.PathOf("etc/pve"));
        RefusedRoot(host).Should().Contain("/etc/pve is empty").And.Contain("config.db");
    }

    [Fact]
    public void Configuration_of_a_cluster_that_does_not_know_the_node()
    {
        using var host = new FakeHost();
        Directory.Move(host.PathOf("etc/pve/nodes/pve1"), host.PathOf("etc/pve/nodes/pve2"));
        RefusedRoot(host).Should().Contain("nodes/pve1 is not there");
    }

    [Fact]
    public void A_node_without_a_name()
    {
        using var host = new FakeHost();
        File.Delete(host.PathOf("etc/pve/local"));
        File.Delete(host.PathOf("etc/hostname"));
        RefusedRoot(host).Should().Contain("etc/hostname");

        host.File("etc/hostname", "../../x\n");
        RefusedRoot(host).Should().Contain("no name of a node");
    }

    [Fact]
    public void A_required_path_that_is_missing()
    {
        using var host = new FakeHost();
        var fault = host.Refused(host.Options() with { Paths = ["/etc/pve/ha"] }, new());
        fault.Fault.Should().Be(HostBackupFault.BadInput);
        fault.Message.Should().Be("/etc/pve/ha is required and is not there: restore it, or take it out of the policy's host-paths.");

        File.Delete(host.PathOf("etc/network/interfaces"));
        host.Refused().Message.Should().Contain("/etc/network/interfaces");
    }

    [Fact]
    public void A_required_path_that_is_a_link_to_what_is_not_saved()
    {
        using var host = new FakeHost();
        host.File("srv/interfaces", "x");
        File.Delete(host.PathOf("etc/network/interfaces"));
        File.CreateSymbolicLink(host.PathOf("etc/network/interfaces"), "/srv/interfaces");
        host.Refused().Message.Should().Contain("symbolic link to /srv/interfaces").And.Contain("host-paths");

        host.Run(host.Options() with { Paths = ["/srv/interfaces"] }).Files.Should().Be(5);
    }

    [Fact]
    public void A_required_path_behind_a_link()
    {
        using var host = new FakeHost();
        host.File("etc/pve/nodes/pve1/pve-ssl.pem", "x");
        host.Refused(host.Options() with { Paths = ["/etc/pve/local/pve-ssl.pem"] }, new()).Message.Should().Contain("reached through /etc/pve/local");
    }

    [Fact]
    public void A_required_path_that_is_of_the_running_system()
    {
        using var host = new FakeHost();
        host.File("etc/pve/.vmlist", "{}");
        host.Refused(host.Options() with { Paths = ["/etc/pve/.vmlist"] }, new()).Message.Should().Contain("never saved");
    }

    [Fact]
    public void A_database_that_the_policy_wants_and_that_is_missing()
    {
        using var host = new FakeHost();
        host.Refused(host.Options() with { Paths = [SavedPaths.Database] }, new()).Message.Should().Contain("config.db is required and is not there");
    }

    [Theory]
    [InlineData("/etc/../../x")]
    [InlineData("/etc/./hosts")]
    [InlineData("etc/hosts")]
    [InlineData("/")]
    public void A_path_that_has_another_name(string path)
    {
        using var host = new FakeHost();
        host.Refused(host.Options() with { Paths = [path] }, new()).Message.Should().Contain("no plain absolute path");
    }

    [Fact]
    public void Archives_within_what_they_hold()
    {
        using var host = new FakeHost();
        Directory.CreateDirectory(host.PathOf("etc/network/backup"));
        host.Refused(host.Options() with { To = host.PathOf("etc/network/backup") }, new()).Message.Should().Contain("would lie in it");
        Directory.GetFileSystemEntries(host.PathOf("etc/network/backup")).Should().BeEmpty();
        host.Refused(host.Options() with { To = host.PathOf("etc/pve/new") }, new()).Message.Should().Contain("would lie in it");
        Directory.Exists(host.PathOf("etc/pve/new")).Should().BeFalse();
    }

    [Fact]
    public void No_directory_to_make_the_directory_in()
    {
        using var host = new FakeHost();
        host.Refused(host.Options() with { To = host.PathOf("mnt/backup/host") }, new()).Message.Should().Contain("mnt/backup\"").And.Contain("mounted?");
    }

    [Fact]
    public void A_file_in_the_place_of_the_directory()
    {
        using var host = new FakeHost();
        var file = host.File("srv/file", "x");
        host.Refused(host.Options() with { To = file }, new()).Message.Should().Contain("is a file");
        host.Refused(host.Options() with { To = "" }, new()).Message.Should().Contain("--to is empty");
    }

    [Fact]
    public void The_disk_of_the_host_is_a_warning_or_with_a_mount_required_a_refusal()
    {
        using var host = new FakeHost();
        host.Run().Warnings.Should().ContainSingle().Which.Should().Contain("file system of the host itself");
        var fault = host.Refused(host.Options() with { RequireMount = true }, new());
        fault.Fault.Should().Be(HostBackupFault.BadInput);
        fault.Message.Should().Contain("--require-mount");
    }

    [SkippableFact]
    public void Another_file_system_is_neither()
    {
        using var host = new FakeHost();
        var memory = NativeFiles.Status("/dev/shm/");
        Skip.If(memory is null || memory.Value.Device == NativeFiles.Status(host.Root)!.Value.Device, "/dev/shm is no file system of its own");
        var to = Directory.CreateTempSubdirectory().FullName;
        Directory.Delete(to);
        to = Path.Combine("/dev/shm", Path.GetFileName(to));
        try
        {
            host.Run(host.Options() with { To = to, RequireMount = true }).Warnings.Should().BeEmpty();
        }
        finally
        {
            Directory.Delete(to, recursive: true);
        }
    }

    [Fact]
    public void A_directory_that_others_may_write_to_is_a_warning()
    {
        using var host = new FakeHost();
        Directory.CreateDirectory(host.To);
        FakeHost.SetMode(host.To, (UnixFileMode)0b111_111_111);
        host.Run().Warnings.Should().Contain(warning => warning.Contains("chmod 700", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_little_space()
    {
        using var host = new FakeHost();
        host.File("etc/pve/large", new string('x', 3 << 20));
        var fault = host.Refused(new HostBackupEdges { FreeSpace = _ => 3 << 20 });
        fault.Message.Should().Contain("has 3.0 MiB free, and up to 4.0 MiB are to be saved");
        Directory.Exists(host.To).Should().BeFalse();
        host.Run(new HostBackupEdges { FreeSpace = _ => 5 << 20 }).Files.Should().Be(6);
    }

    [SkippableFact]
    public void A_file_that_may_not_be_read()
    {
        Skip.If(Environment.UserName == "root", "root may read everything");
        using var host = new FakeHost();
        FakeHost.SetMode(host.PathOf("etc/pve/priv/authkey.key"), UnixFileMode.None);
        host.Refused().Message.Should().Contain("/etc/pve/priv/authkey.key").And.Contain("as root");
    }

    [SkippableFact]
    public void A_directory_that_may_not_be_listed()
    {
        Skip.If(Environment.UserName == "root", "root may read everything");
        using var host = new FakeHost();
        FakeHost.SetMode(host.PathOf("etc/pve/priv"), UnixFileMode.None);
        try
        {
            host.Refused().Message.Should().Contain("/etc/pve/priv").And.Contain("as root");
        }
        finally
        {
            FakeHost.SetMode(host.PathOf("etc/pve/priv"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [SkippableFact]
    public void A_name_that_is_not_UTF8()
    {
        Skip.IfNot(File.Exists("/bin/bash"), "bash is not installed");
        using var host = new FakeHost();
        Tool.Run("/bin/bash", "-c", $"touch '{host.PathOf("etc/pve")}'/$'bad\\xff'");
        try
        {
            host.Refused().Message.Should().Contain("not UTF-8").And.Contain("rename");
        }
        finally
        {
            Tool.Run("/bin/rm", "-rf", host.PathOf("etc/pve"));
        }
    }

    private static string RefusedRoot(FakeHost host)
    {
        var fault = Assert.Throws<HostBackupException>(() => HostRoot.Open(host.Root));
        fault.Fault.Should().Be(HostBackupFault.BadInput);
        return fault.Message;
    }
}
