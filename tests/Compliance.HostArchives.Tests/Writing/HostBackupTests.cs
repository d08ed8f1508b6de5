using System.Formats.Tar;
using System.Text;
using Compliance.Core.Facts.HostArchives;
using Compliance.HostArchives.Writing;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>What goes into an archive, and how.</summary>
public sealed class HostBackupTests
{
    [Fact]
    public void Archive_holds_what_is_on_the_host_under_its_own_name()
    {
        using var host = new FakeHost();
        var result = host.Run();

        Path.GetFileName(result.File).Should().Be("pve-host-pve1-20261123T201500Z.tar.zst");
        var inside = ReadArchive.Of(result.File);
        inside.Keys.Should().Equal(
            "etc/hostname", "etc/network/", "etc/network/interfaces", "etc/network/interfaces.d/", "etc/pve/", "etc/pve/local", "etc/pve/nodes/", "etc/pve/nodes/pve1/",
            "etc/pve/nodes/pve1/qemu-server/", "etc/pve/nodes/pve1/qemu-server/101.conf", "etc/pve/priv/", "etc/pve/priv/authkey.key", "etc/pve/storage.cfg");
        inside.Text("etc/pve/storage.cfg").Should().Be("dir: local\n\tpath /var/lib/vz\n");
        (result.Files, result.HasDatabase, result.ArchiveBytes).Should().Be((5, false, new FileInfo(result.File).Length));
        result.Sha256.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(result.File))));
        result.Skipped.Should().BeEmpty();
    }

    [Fact]
    public void Only_the_owner_may_read_archive_and_directory()
    {
        using var host = new FakeHost();
        var file = host.Run().File;

        NativeFiles.Status(file)!.Value.Mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        NativeFiles.Status(host.To)!.Value.Mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Owner_mode_and_time_of_a_file_are_kept()
    {
        using var host = new FakeHost();
        var path = host.PathOf("etc/pve/storage.cfg");
        FakeHost.SetMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.SetLastWriteTimeUtc(path, new DateTime(2021, 3, 4, 5, 6, 7, DateTimeKind.Utc));
        var status = NativeFiles.Status(path)!.Value;

        var entry = ReadArchive.Of(host.Run().File)["etc/pve/storage.cfg"].Entry;
        entry.Mode.Should().Be(UnixFileMode.UserRead | UnixFileMode.GroupRead);
        (entry.Uid, entry.Gid).Should().Be((status.Uid, status.Gid));
        entry.ModificationTime.Should().Be(new DateTimeOffset(2021, 3, 4, 5, 6, 7, TimeSpan.Zero));
    }

    public static TheoryData<string> Names =>
    [
        "with blank and 'quote' \"", "line\nbreak", "größe-日本-🙂", "-rf", "*", ".hidden", "back\\slash", "\u001b[2J", "\u202Egnp.conf", "path=x\n12 path=y\n",
        new string('n', 200), new string('ü', 100) + "/" + new string('é', 120) + "/" + new string('x', 100),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_comes_out_as_it_is(string name)
    {
        using var host = new FakeHost();
        host.File($"etc/pve/{name}", "content");
        ReadArchive.Of(host.Run().File).Text($"etc/pve/{name}").Should().Be("content");
    }

    [SkippableFact]
    public void The_tools_of_every_node_read_it()
    {
        Skip.IfNot(File.Exists("/usr/bin/tar") && File.Exists("/usr/bin/zstd"), "tar and zstd are not installed");
        using var host = new FakeHost();
        host.File($"etc/pve/{new string('n', 150)}\nä", "content");
        var file = host.Run().File;

        Tool.Run("/usr/bin/zstd", "-lv", file).Should().Contain("XXH64");
        var into = Directory.CreateDirectory(Path.Combine(host.Root, "restored")).FullName;
        Tool.Run("/usr/bin/tar", "--zstd", "-xf", file, "-C", into);
        File.ReadAllText(Path.Combine(into, "etc/pve", $"{new string('n', 150)}\nä")).Should().Be("content");
        new FileInfo(Path.Combine(into, "etc/pve/local")).LinkTarget.Should().Be("nodes/pve1");
    }

    [Fact]
    public void Symbolic_links_are_links_wherever_they_point()
    {
        using var host = new FakeHost();
        File.CreateSymbolicLink(host.PathOf("etc/pve/out"), "/etc/passwd");
        Directory.CreateSymbolicLink(host.PathOf("etc/pve/up"), "../../..");
        File.CreateSymbolicLink(host.PathOf("etc/pve/nowhere"), "gone");
        var inside = ReadArchive.Of(host.Run().File);

        inside.Where(entry => entry.Value.Entry.EntryType == TarEntryType.SymbolicLink).Select(entry => (entry.Key, entry.Value.Entry.LinkName))
            .Should().Equal(("etc/pve/local", "nodes/pve1"), ("etc/pve/nowhere", "gone"), ("etc/pve/out", "/etc/passwd"), ("etc/pve/up", "../../.."));
        inside.Keys.Should().NotContain(name => name.StartsWith("etc/pve/up/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_above_that_is_a_link_is_not_followed_out_of_the_root()
    {
        using var host = new FakeHost();
        var outside = Directory.CreateDirectory(Path.Combine(host.Root, "..", "outside")).FullName;
        File.WriteAllText(Path.Combine(outside, "grub"), "of another system");
        Directory.CreateSymbolicLink(host.PathOf("etc/default"), outside);

        var result = host.Run();
        ReadArchive.Of(result.File).Keys.Should().NotContain(name => name.Contains("grub", StringComparison.Ordinal));
        result.Skipped.Should().ContainSingle(skipped => skipped.StartsWith("/etc/default/grub: reached through /etc/default", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_fifo_is_skipped_and_said()
    {
        Skip.IfNot(File.Exists("/usr/bin/mkfifo"), "mkfifo is not installed");
        using var host = new FakeHost();
        Tool.Run("/usr/bin/mkfifo", host.PathOf("etc/network/pipe"));
        var result = host.Run();

        result.Skipped.Should().Equal("/etc/network/pipe: a device, socket or FIFO");
        ReadArchive.Of(result.File).Keys.Should().NotContain("etc/network/pipe");
    }

    [Fact]
    public void What_pmxcfs_shows_of_the_moment_is_no_configuration()
    {
        using var host = new FakeHost();
        string[] moment = [".version", ".members", ".vmlist", ".clusterlog", ".rrd", ".debug", "priv/lock/file-user_cfg/x", "user.cfg.tmp.1234"];
        foreach (var name in moment)
        {
            host.File($"etc/pve/{name}", "now");
        }

        host.File("etc/pve/.kept", "kept");
        host.File("etc/pve/notes.tmp.old", "kept");
        var result = host.Run();
        result.Files.Should().Be(7);
        ReadArchive.Of(result.File).Keys.Should().Contain(["etc/pve/.kept", "etc/pve/notes.tmp.old"]).And.NotContain(moment.Select(name => $"etc/pve/{name}"));
    }

    [Fact]
    public void Paths_of_the_policy_go_in_too_and_none_twice()
    {
        using var host = new FakeHost();
        host.File("srv/own/a", "a");
        var result = host.Run(host.Options() with { Paths = ["/srv/own", "/etc/pve", "/etc/pve/storage.cfg", "/etc/network/interfaces", "/srv/own/a"] });
        ReadArchive.Of(result.File).Keys.Should().Contain(["srv/own/", "srv/own/a"]);
    }

    [Fact]
    public void A_large_file_is_streamed()
    {
        using var host = new FakeHost();
        const int Size = 96 << 20;
        var random = new Random(7);
        var chunk = new byte[1 << 20];
        using (var file = File.Create(host.PathOf("etc/pve/large")))
        {
            for (var written = 0; written < Size; written += chunk.Length)
            {
                random.NextBytes(chunk);
                file.Write(chunk);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = host.Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(Size / 2);
        result.ContentBytes.Should().BeGreaterThan(Size);
        result.ArchiveBytes.Should().BeGreaterThan(Size);
    }

    [Fact]
    public void Every_byte_of_a_large_file_comes_out()
    {
        using var host = new FakeHost();
        var content = new byte[StableFile.MostInMemory + 4321];
        new Random(3).NextBytes(content);
        File.WriteAllBytes(host.PathOf("etc/pve/large"), content);
        ReadArchive.Of(host.Run().File)["etc/pve/large"].Content.Should().Equal(content);
    }

    [Fact]
    public void The_name_of_the_node_is_the_clusters_before_the_hosts()
    {
        using var host = new FakeHost();
        host.File("etc/hostname", "renamed\n");
        HostRoot.Open(host.Root).Node.Should().Be("pve1");

        File.Delete(host.PathOf("etc/pve/local"));
        host.File("etc/hostname", "# comment\n\npve1.example.org\n");
        HostRoot.Open(host.Root).Node.Should().Be("pve1");
    }

    [Fact]
    public void Two_runs_in_one_second_make_two_archives()
    {
        using var host = new FakeHost();
        var first = File.ReadAllBytes(host.Run().File);
        host.File("etc/pve/new", "new");
        host.Run();

        host.Archives().Should().Equal("pve-host-pve1-20261123T201500Z.tar.zst", "pve-host-pve1-20261123T201501Z.tar.zst");
        File.ReadAllBytes(Path.Combine(host.To, host.Archives()[0])).Should().Equal(first);
        HostArchiveName.Parse(host.Archives()[1])!.Node.Should().Be("pve1");
    }

    [Fact]
    public void A_dry_run_changes_nothing()
    {
        using var host = new FakeHost();
        host.Database().Dispose();
        var options = host.Options() with { IsDryRun = true, Keep = new() { Daily = 1 } };
        var first = host.Run(options);
        Directory.Exists(host.To).Should().BeFalse();
        first.Files.Should().Be(6);

        host.Run();
        host.Now = host.Now.AddHours(1);
        var before = Picture(Path.Combine(host.Root, ".."));
        var result = host.Run(options);
        Picture(Path.Combine(host.Root, "..")).Should().Be(before);
        result.Retention.Select(row => (row.Archive.ToString(), row.IsKept)).Should().Equal(
            ("pve-host-pve1-20261123T211500Z.tar.zst", true), ("pve-host-pve1-20261123T201500Z.tar.zst", false));
    }

    private static string Picture(string folder)
    {
        var picture = new StringBuilder();
        foreach (var file in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var isFile = new FileInfo(file) is { Exists: true, LinkTarget: null };
            picture.Append(file).Append(' ').Append(NativeFiles.Status(file)).Append(isFile ? Convert.ToHexString(File.ReadAllBytes(file)) : "").Append('\n');
        }

        return picture.ToString();
    }
}
