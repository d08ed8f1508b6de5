using System.Diagnostics;

namespace Compliance.HostArchives.Tests;

/// <summary>What a directory of archives tells, and what it is kept from doing.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public void The_newest_good_one_of_each_node_is_opened_and_older_ones_are_listed()
    {
        using var folder = new ArchiveFolder()
            .With("pve-host-pve1-20261123T020000Z.tar.zst", RealArchives.Zstandard[..200])
            .With("pve-host-pve1-20261122T020000Z.tar.zst", RealArchives.Zstandard)
            .With("pve-host-pve1-20261121T020000Z.tar.zst", RealArchives.Zstandard)
            .With("pve-host-pve2-20261120T020000Z.tar.zst", RealArchives.Zstandard)
            .With("notes.txt", "notes"u8.ToArray());

        var place = folder.Read();

        place.Place.Should().Be(folder.Path);
        place.OtherFiles.Should().Be(1);
        place.Archives.Value.Select(archive => (archive.Name[9..13], archive.TakenAt.Day, archive.State)).Should().Equal(
            ("pve1", 23, HostArchiveState.Damaged), ("pve1", 22, HostArchiveState.Good), ("pve1", 21, HostArchiveState.NotOpened), ("pve2", 20, HostArchiveState.Good));
        place.Archives.Value[2].Reason.Should().Be("pve-host-pve1-20261122T020000Z.tar.zst is newer, and good");
        place.Archives.Value[3].Node.Value.Should().Be("pve2", "its name says so");
    }

    [Fact]
    public void An_archive_of_another_origin_has_the_node_it_holds_and_the_time_of_its_file()
    {
        using var folder = new ArchiveFolder()
            .With("proxmoxconfig.2026-11-22.tar.gz", RealArchives.Gzip, "2026-11-22T02:00:07.5Z")
            .With("proxmoxconfig.2026-11-21.tar.gz", RealArchives.Gzip, "2026-11-21T02:00:00Z")
            .With("pve01.tgz", RealArchives.Gzip, "2026-11-20T02:00:00Z")
            .With("pve02.tgz", RealArchives.Gzip, "2026-11-20T02:00:00Z");

        var archives = folder.Read().Archives.Value;

        archives[0].Node.Value.Should().Be("pve1");
        (archives[0].TakenAt, archives[0].TakenFrom).Should().Be((new DateTimeOffset(2026, 11, 22, 2, 0, 7, TimeSpan.Zero), HostArchiveTime.File));
        archives[1].State.Should().Be(HostArchiveState.NotOpened);
        archives[1].Node.IsKnown.Should().BeFalse("it was not opened");
        archives[2..].Should().OnlyContain(archive => archive.State == HostArchiveState.Good, "numbers of hosts are no dates");
    }

    [Fact]
    public void Files_of_the_policys_own_paths_are_listed_too()
    {
        using var folder = new ArchiveFolder().With("a.tar", HostileArchiveTests.Tar(HostileArchiveTests.File("opt/x/y"), HostileArchiveTests.File("opt/xy")));

        folder.Read("/opt/x").Archives.Value[0].Files.Should().Equal(new HostArchiveFile("/opt/x/y"));
        folder.Read("/opt/xy").Archives.Value[0].Files.Should().Equal(new HostArchiveFile("/opt/xy"));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_unreadable_and_an_empty_one_is_empty()
    {
        using var folder = new ArchiveFolder();

        folder.Read().Archives.Value.Should().BeEmpty();
        var gap = Reading.HostArchiveDirectory.Read(folder.PathOf("gone"), [], 1, CancellationToken.None).Archives.Unreadable!;
        gap.Reason.Should().Be("there is no such directory where this runs: it is not mounted, or is another machine's");
        File.WriteAllText(folder.PathOf("file"), "");
        Reading.HostArchiveDirectory.Read(folder.PathOf("file"), [], 1, CancellationToken.None).Archives.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void Links_pipes_and_empty_files_are_neither_followed_nor_waited_for()
    {
        using var folder = new ArchiveFolder().With("real.tar.gz.txt", "text"u8.ToArray()).With("empty.tar", []);
        File.CreateSymbolicLink(folder.PathOf("link.tar.gz"), "/etc/hostname");
        File.CreateSymbolicLink(folder.PathOf("dangling.tar.gz"), "/nowhere");
        File.CreateSymbolicLink(folder.PathOf("note"), "/etc/hostname");
        using (var mkfifo = Process.Start("mkfifo", folder.PathOf("pipe.tar")))
        {
            mkfifo.WaitForExit();
        }

        var place = folder.Read();

        place.OtherFiles.Should().Be(2);
        place.Archives.Value.ToDictionary(archive => archive.Name, archive => (archive.State, archive.Reason)).Should().BeEquivalentTo(
            new Dictionary<string, (HostArchiveState, string?)>
            {
                ["empty.tar"] = (HostArchiveState.Damaged, "it is empty, or no regular file"),
                ["pipe.tar"] = (HostArchiveState.Damaged, "it is empty, or no regular file"),
                ["link.tar.gz"] = (HostArchiveState.Unreadable, "it is a symbolic link, and none is followed; name the directory it points into"),
                ["dangling.tar.gz"] = (HostArchiveState.Unreadable, "it is a symbolic link, and none is followed; name the directory it points into"),
            });
    }

    [Fact]
    public void What_is_named_as_an_archive_and_is_none_is_damaged()
    {
        using var folder = new ArchiveFolder().With("pve-host-pve1-20261123T020000Z.tar.zst", "no archive"u8.ToArray());

        var archive = folder.Read().Archives.Value.Should().ContainSingle().Subject;

        (archive.State, archive.Reason, archive.Node.Value).Should().Be((HostArchiveState.Damaged, "it is neither a tar nor packed by gzip, zstd or xz", "pve1"));
    }
}
