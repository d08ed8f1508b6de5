using Compliance.HostArchives.Reading;

namespace Compliance.HostArchives.Tests;

/// <summary>Archives as the real tools make them are good, and what is inside is told.</summary>
public sealed class WholeArchiveTests
{
    [Theory]
    [InlineData(nameof(RealArchives.GnuTar), false)]
    [InlineData(nameof(RealArchives.PaxTar), false)]
    [InlineData(nameof(RealArchives.V7Tar), false)]
    [InlineData(nameof(RealArchives.Gzip), true)]
    [InlineData(nameof(RealArchives.TwoGzips), true)]
    [InlineData(nameof(RealArchives.Xz), true)]
    [InlineData(nameof(RealArchives.XzSha256), true)]
    [InlineData(nameof(RealArchives.XzCrc32), true)]
    [InlineData(nameof(RealArchives.XzUnchecked), false)]
    [InlineData(nameof(RealArchives.TwoXzs), true)]
    [InlineData(nameof(RealArchives.Zstandard), true)]
    [InlineData(nameof(RealArchives.ZstandardUnchecked), false)]
    [InlineData(nameof(RealArchives.TwoZstandards), true)]
    public void Archive_of_a_real_tool_is_good(string name, bool hasChecksum)
    {
        var opened = Opening.Of(RealArchives.Named(name));

        opened.Reason.Should().BeNull();
        opened.State.Should().Be(HostArchiveState.Good);
        opened.HasChecksum.Should().Be(hasChecksum);
        opened.Node.Should().Be("pve1", "/etc/pve/local says so");
        opened.Files.Select(file => file.Path).Should().Equal("/etc/network/interfaces", "/etc/pve/nodes/pve1/qemu-server/100.conf", "/etc/pve/storage.cfg");
        opened.Files[2].Sha1.Should().Be(RealArchives.StorageSha1, "sha1sum says so");
        opened.Files.Should().OnlyContain(file => file.Sha1 != null);
    }

    [Theory]
    [InlineData(nameof(RealArchives.SparseGnu))]
    [InlineData(nameof(RealArchives.SparsePax))]
    public void A_sparse_file_has_its_own_name(string name)
    {
        var opened = Opening.Of(RealArchives.Named(name));

        opened.State.Should().Be(HostArchiveState.Good, opened.Reason);
        opened.Files.Should().Equal(new HostArchiveFile("/etc/pve/big"));
    }

    [Fact]
    public void A_hard_link_is_the_file_it_links_to()
        => Opening.Of(RealArchives.HardLinked).Files.Should().Equal(
            new HostArchiveFile("/etc/pve/a"), new HostArchiveFile("/etc/pve/storage.cfg"));

    [Fact]
    public void Formats_are_told_by_content()
    {
        ArchiveMagic.Of(new MemoryStream(RealArchives.Gzip)).Should().Be(ArchiveFormat.Gzip);
        ArchiveMagic.Of(new MemoryStream(RealArchives.V7Tar)).Should().Be(ArchiveFormat.Tar);
        ArchiveMagic.Of(new MemoryStream(new byte[2048])).Should().Be(ArchiveFormat.Other, "zeros have no checksum");
        ArchiveMagic.Of(new MemoryStream("notes"u8.ToArray())).Should().Be(ArchiveFormat.Other);
        ArchiveMagic.Of(new MemoryStream()).Should().Be(ArchiveFormat.Other);
    }
}
