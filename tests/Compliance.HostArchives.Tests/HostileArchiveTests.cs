using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Compliance.HostArchives.Tests;

/// <summary>Names, links, sizes and amounts that somebody made to hurt: data, never followed, never more memory than a host's own archive takes.</summary>
public sealed class HostileArchiveTests
{
    [Theory]
    [InlineData("../../etc/pve/storage.cfg")]
    [InlineData("etc/pve/../pve/storage.cfg")]
    [InlineData("/etc/pve/..")]
    [InlineData("etc/pve/stor\u0001age.cfg")]
    [InlineData("etc/pve/storage.cfg\n")]
    public void A_name_that_is_no_path_of_a_host_counts_as_none(string name)
    {
        var opened = Opening.Of(Tar(File(name)));

        opened.State.Should().Be(HostArchiveState.Good);
        opened.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/etc/pve/storage.cfg")]
    [InlineData("./etc/pve/storage.cfg")]
    [InlineData(".//etc/./pve//storage.cfg")]
    public void Names_of_a_path_are_one(string name)
        => Opening.Of(Tar(File(name))).Files.Should().ContainSingle().Which.Path.Should().Be("/etc/pve/storage.cfg");

    [Fact]
    public void A_name_of_100000_characters_is_read_over()
    {
        var opened = Opening.Of(Tar(File("etc/pve/" + new string('x', 100_000)), File("etc/pve/storage.cfg")));

        opened.State.Should().Be(HostArchiveState.Good, opened.Reason);
        opened.Files.Select(file => file.Path).Should().Equal("/etc/pve/storage.cfg");
    }

    [Fact]
    public void The_last_of_two_members_of_a_name_wins_as_it_does_when_tar_unpacks()
    {
        var opened = Opening.Of(Tar(File("etc/pve/storage.cfg", "old"), File("etc/pve/storage.cfg", "new")));

        opened.Files.Should().ContainSingle().Which.Sha1.Should().Be(Sha1("new"));
        Opening.Of(Tar(File("etc/pve/storage.cfg"), Link("etc/pve/storage.cfg", "/etc/passwd"))).Files.Should().BeEmpty("a link replaced it");
    }

    [Fact]
    public void A_symbolic_link_is_not_the_file_it_points_to()
        => Opening.Of(Tar(Link("etc/pve/storage.cfg", "/etc/pve/real"), File("etc/pve/real"))).Files.Select(file => file.Path).Should().Equal("/etc/pve/real");

    [Fact]
    public void A_hard_link_to_nothing_is_nothing()
        => Opening.Of(Tar(new PaxTarEntry(TarEntryType.HardLink, "etc/pve/storage.cfg") { LinkName = "etc/shadow" })).Files.Should().BeEmpty();

    [Theory]
    [InlineData("nodes/pve2", "pve2")]
    [InlineData("nodes/pve2/", "pve2")]
    [InlineData("/etc/pve/nodes/pve2", "pve2")]
    [InlineData("nodes/../x", null)]
    [InlineData("nodes/<script>", null)]
    public void The_link_of_pmxcfs_names_the_node(string target, string? node)
        => Opening.Of(Tar(Link("etc/pve/local", target))).Node.Should().Be(node);

    [Fact]
    public void Else_the_host_name_does_and_else_the_only_folder_of_nodes()
    {
        Opening.Of(Tar(File("etc/hostname", "pve3.lab.example\n"))).Node.Should().Be("pve3");
        Opening.Of(Tar(File("etc/hostname", "a b"), File("etc/pve/nodes/pve1/lxc/100.conf"))).Node.Should().Be("pve1");
        Opening.Of(Tar(File("etc/pve/nodes/pve1/lxc/100.conf"), File("etc/pve/nodes/pve2/lxc/101.conf"))).Node.Should().BeNull("each node has both");
    }

    [Fact]
    public void What_holds_nothing_is_damaged()
    {
        Opening.Of(Zip(new byte[1024])).Reason.Should().Be("it holds nothing");
        Opening.Of(Zip([])).State.Should().Be(HostArchiveState.Damaged);
    }

    [Fact]
    public void A_bomb_is_given_up_at_the_bound_and_is_neither_good_nor_damaged()
    {
        var opened = Opening.Of(Zip(Tar(File("etc/pve/storage.cfg"), File("zeros", new string('\0', 3_000_000)))), bound: 1_000_000);

        opened.State.Should().Be(HostArchiveState.Unreadable);
        opened.Reason.Should().Be("it unpacks to more than 1000000 bytes, and no more is read of any archive");
    }

    [Theory]
    [InlineData('L')]
    [InlineData('x')]
    [InlineData('g')]
    public void A_name_that_claims_a_gigabyte_is_not_read_into_memory(char type)
    {
        var header = Tar(File("a"))[^2048..^1536];
        header.AsSpan(0, 512).Clear();
        Encoding.ASCII.GetBytes("10000000000").CopyTo(header, 124);
        header[156] = (byte)type;
        Encoding.ASCII.GetBytes("ustar\0" + "00").CopyTo(header, 257);
        header.AsSpan(148, 8).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Convert.ToString(header.Sum(b => b), 8).PadLeft(6, '0') + "\0 ").CopyTo(header, 148);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var opened = Opening.Of([.. header, .. new byte[10_000]]);

        opened.State.Should().Be(HostArchiveState.Unreadable);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(2_000_000);
    }

    [Fact]
    public void Too_many_members_are_given_up()
    {
        var many = new MemoryStream();
        using (var writer = new TarWriter(many, TarEntryFormat.Ustar, leaveOpen: true))
        {
            for (var i = 0; i <= 200_000; i++)
            {
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "a"));
            }
        }

        many.Position = 0;
        Opening.Of(many, 1L << 30).Reason.Should().Be("it holds more than 200000 members, and no more are read of any archive");
    }

    [Fact]
    public void What_the_frameworks_own_reader_accepts_is_read_the_same()
    {
        foreach (var name in new[] { nameof(RealArchives.GnuTar), nameof(RealArchives.PaxTar), nameof(RealArchives.V7Tar) })
        {
            using var reader = new TarReader(new MemoryStream(RealArchives.Named(name)));
            var files = new List<string>();
            while (reader.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                {
                    files.Add("/" + entry.Name.Replace("./", "", StringComparison.Ordinal));
                }
            }

            Opening.Of(RealArchives.Named(name)).Files.Select(file => file.Path).Should().BeEquivalentTo(files);
        }
    }

    internal static TarEntry File(string name, string text = "text")
        => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    internal static TarEntry Link(string name, string target) => new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target };

    internal static byte[] Tar(params TarEntry[] entries)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                writer.WriteEntry(entry);
            }
        }

        return tar.ToArray();
    }

    internal static byte[] Zip(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return zipped.ToArray();
    }

    private static string Sha1(string text)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
