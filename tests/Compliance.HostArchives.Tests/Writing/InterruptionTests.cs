using Compliance.HostArchives.Writing;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>Whatever happens while an archive is written, no file that looks like one is left, and none that was there is lost.</summary>
public sealed class InterruptionTests
{
    private const string Watched = "/etc/pve/storage.cfg";

    [Fact]
    public void A_file_that_changes_once_is_read_again()
    {
        using var host = new FakeHost();
        var changes = 0;
        var result = host.Run(While(Watched, () => changes++ == 0, () => host.File("etc/pve/storage.cfg", "new content")));
        ReadArchive.Of(result.File).Text("etc/pve/storage.cfg").Should().Be("new content");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_never_stays_the_same_is_refused(bool isGrowing)
    {
        using var host = new FakeHost();
        var path = host.File("etc/pve/storage.cfg", new string('x', 100_000));
        var fault = host.Refused(While(Watched, () => true, () =>
        {
            using var file = Shared(path);
            file.SetLength(file.Length + (isGrowing ? 10 : -10));
        }));
        fault.Fault.Should().Be(HostBackupFault.Failed);
        fault.Message.Should().Contain($"{Watched} changed each of the 5 times");
    }

    [Fact]
    public void A_change_that_keeps_length_and_time_is_seen()
    {
        using var host = new FakeHost();
        var path = host.File("etc/pve/storage.cfg", "aaaa");
        var time = File.GetLastWriteTimeUtc(path);
        var changes = 0;
        var result = host.Run(While(Watched, () => changes++ == 0, () =>
        {
            using (var file = Shared(path))
            {
                file.Write("bbbb"u8);
            }

            File.SetLastWriteTimeUtc(path, time);
        }));
        ReadArchive.Of(result.File).Text("etc/pve/storage.cfg").Should().Be("bbbb");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_large_file_that_changes_while_it_is_streamed_makes_a_new_beginning(bool isGrowing)
    {
        using var host = new FakeHost();
        const long Length = StableFile.MostInMemory + 1000;
        using (var file = File.Create(host.PathOf("etc/pve/large")))
        {
            // Not compressible, so that some of it arrives at the other end before all of it was read.
            var random = new byte[Length];
            new Random(5).NextBytes(random);
            file.Write(random);
        }

        var attempts = 0;
        var result = host.Run(new HostBackupEdges
        {
            Output = stream => ++attempts > 1 ? stream : new FirstWrite(stream, () =>
            {
                using var file = Shared(host.PathOf("etc/pve/large"));
                file.SetLength(Length + (isGrowing ? 5 : -5));
            }),
        });
        attempts.Should().Be(2);
        ReadArchive.Of(result.File)["etc/pve/large"].Content.Should().HaveCount((int)Length + (isGrowing ? 5 : -5));
    }

    [Fact]
    public void A_file_that_vanishes_is_not_in_the_archive()
    {
        using var host = new FakeHost();
        host.File("etc/pve/a-first", "x");
        var result = host.Run(While("/etc/pve/a-first", () => true, () => File.Delete(host.PathOf("etc/pve/nodes/pve1/qemu-server/101.conf"))));
        ReadArchive.Of(result.File).Keys.Should().NotContain("etc/pve/nodes/pve1/qemu-server/101.conf").And.Contain("etc/pve/nodes/pve1/qemu-server/");
    }

    [Fact]
    public void A_guest_that_moves_to_another_node_meanwhile_is_not_lost()
    {
        using var host = new FakeHost();
        Directory.CreateDirectory(host.PathOf("etc/pve/nodes/pve0/qemu-server"));
        host.File("etc/pve/nodes/pve0/a", "x");
        var moves = 0;
        var result = host.Run(While("/etc/pve/nodes/pve0/a", () => moves++ == 0, () =>
            File.Move(host.PathOf("etc/pve/nodes/pve1/qemu-server/101.conf"), host.PathOf("etc/pve/nodes/pve0/qemu-server/101.conf"))));
        ReadArchive.Of(result.File).Keys.Should().Contain("etc/pve/nodes/pve0/qemu-server/101.conf");
    }

    [Fact]
    public void A_cluster_file_system_that_stops_meanwhile_makes_no_archive()
    {
        using var host = new FakeHost();
        var fault = host.Refused(While("/etc/hostname", () => true, () =>
        {
            Directory.Delete(host.PathOf("etc/pve"), recursive: true);
            Directory.CreateDirectory(host.PathOf("etc/pve"));
        }));
        fault.Fault.Should().Be(HostBackupFault.Failed);
        fault.Message.Should().Contain("/etc/pve is empty now");
    }

    [Fact]
    public void Names_that_never_stay_the_same_are_refused()
    {
        using var host = new FakeHost();
        var count = 0;
        var fault = host.Refused(While(Watched, () => true, () => host.File($"etc/pve/new{count++}", "x")));
        fault.Message.Should().Contain("/etc/pve/new").And.Contain("run it again");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(400)]
    public void A_disk_that_fills_up_leaves_nothing(int room)
    {
        using var host = new FakeHost();
        host.Run();
        host.Now = host.Now.AddDays(1);
        var fault = host.Refused(host.Options() with { Keep = new() { Daily = 1 } }, new HostBackupEdges { Output = stream => new FullDisk(stream, room) });
        fault.Fault.Should().Be(HostBackupFault.Failed);
        fault.Message.Should().Contain("No space left").And.Contain("nothing was deleted");
    }

    [Fact]
    public void An_archive_that_does_not_read_back_is_removed_and_nothing_is_deleted()
    {
        using var host = new FakeHost();
        var length = new FileInfo(host.Run().File).Length;
        host.Now = host.Now.AddDays(1);
        for (var at = 0; at < length; at += 7)
        {
            var flipped = at;
            var fault = host.Refused(host.Options() with { Keep = new() { Daily = 1 } }, new HostBackupEdges { Written = file => Flip(file, flipped) });
            fault.Message.Should().Contain("does not read back");
        }

        host.Refused(new HostBackupEdges { Written = file => Cut(file, 1) });
        host.Refused(new HostBackupEdges { Written = file => Cut(file, (int)length / 2) });
        host.Refused(new HostBackupEdges { Written = file => File.AppendAllText(file, "x") });
        host.Refused(new HostBackupEdges { Written = File.Delete });
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using var host = new FakeHost();
        using var stop = new CancellationTokenSource();
        var edges = While(Watched, () => true, stop.Cancel);
        FluentActions.Invoking(() => HostBackup.Run(host.Options(), TimeProvider.System, edges, stop.Token)).Should().Throw<OperationCanceledException>();
        host.Archives().Should().BeEmpty();
    }

    [Fact]
    public void What_a_dead_run_left_is_removed_by_the_next_and_nothing_else()
    {
        using var host = new FakeHost();
        Directory.CreateDirectory(host.To);
        string[] left =
        [
            "pve-host-pve1-20261101T000000Z.tar.zst.part", "pve-host-pve1-20261101T000000Z.tar.zst.config.db.part",
            "pve-host-pve1-20261101T000000Z.tar.zst.config.db.part-journal",
        ];
        string[] foreign = ["pve-host-pve2-20261101T000000Z.tar.zst.part", "notes.part", "pve-host-pve1-20261101.tar.zst.part", "pve-host-pve1-20261101T000000Z.tar.zst.bak"];
        foreach (var name in left.Concat(foreign))
        {
            File.WriteAllText(Path.Combine(host.To, name), "x");
        }

        host.Run();
        host.Archives().Should().BeEquivalentTo([.. foreign, "pve-host-pve1-20261123T201500Z.tar.zst"]);
    }

    [Fact]
    public void While_it_is_written_no_name_is_that_of_an_archive()
    {
        using var host = new FakeHost();
        string[] seen = [];
        host.Run(new HostBackupEdges { Written = _ => seen = host.Archives() });
        seen.Should().Equal("pve-host-pve1-20261123T201500Z.tar.zst.part");
    }

    [Fact]
    public void Two_runs_at_once_do_not_tread_on_each_other()
    {
        using var host = new FakeHost();
        HostBackupException? second = null;
        host.Run(new HostBackupEdges { Written = _ => second = Assert.Throws<HostBackupException>(() => host.Run()) });
        second!.Fault.Should().Be(HostBackupFault.Failed);
        second.Message.Should().Contain("another host-backup of pve1");
        host.Archives().Should().HaveCount(1);
        host.Now = host.Now.AddHours(1);
        host.Run();
        host.Archives().Should().HaveCount(2);
    }

    private static HostBackupEdges While(string path, Func<bool> when, Action change) => new()
    {
        WhileReading = read =>
        {
            if (read == path && when())
            {
                change();
            }
        },
    };

    // As programs that know nothing of the framework's locks do.
    private static FileStream Shared(string path) => new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    private static void Flip(string file, int at)
    {
        var content = File.ReadAllBytes(file);
        content[at % content.Length] ^= 1;
        File.WriteAllBytes(file, content);
    }

    private static void Cut(string file, int bytes)
    {
        using var stream = File.OpenWrite(file);
        stream.SetLength(stream.Length - bytes);
    }
}
