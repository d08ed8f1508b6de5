namespace Compliance.HostArchives.Tests;

/// <summary>A damaged archive is never good: cut at any byte, any bit flipped, something after its end.</summary>
public sealed class DamagedArchiveTests
{
    public static TheoryData<string> Packed { get; } =
    [
        nameof(RealArchives.Gzip), nameof(RealArchives.TwoGzips), nameof(RealArchives.Xz), nameof(RealArchives.XzSha256), nameof(RealArchives.XzCrc32),
        nameof(RealArchives.XzUnchecked), nameof(RealArchives.TwoXzs), nameof(RealArchives.Zstandard), nameof(RealArchives.ZstandardUnchecked), nameof(RealArchives.TwoZstandards),
    ];

    [Theory]
    [MemberData(nameof(Packed))]
    public void Cut_at_any_byte_it_is_damaged(string name)
    {
        var bytes = RealArchives.Named(name);
        for (var length = 5; length < bytes.Length; length++)
        {
            var opened = Opening.Of(bytes[..length]);
            opened.State.Should().Be(HostArchiveState.Damaged, $"{length} of {bytes.Length} bytes");
            opened.Reason.Should().NotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void A_tar_is_whole_with_its_two_blocks_of_zeros_and_not_before()
    {
        var bytes = RealArchives.GnuTar;
        var end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0) / 512 * 512 + 512;
        for (var length = 1; length <= bytes.Length; length++)
        {
            Opening.Of(bytes[..length]).State.Should().Be(
                length >= end + 1024 ? HostArchiveState.Good : HostArchiveState.Damaged, $"{length} bytes, of which {end} are members");
        }
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public void Any_bit_flipped_shows_or_changes_nothing(string name)
    {
        var bytes = RealArchives.Named(name);
        var whole = Opening.Of(bytes);
        var unnoticed = 0;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var opened = Opening.Of(flipped);
            if (opened.State != HostArchiveState.Good)
            {
                continue;
            }

            unnoticed++;
            if (whole.HasChecksum == true)
            {
                opened.Files.Should().Equal(whole.Files, $"bit {bit % 8} of byte {bit / 8} is not covered by a checksum, so it must not be of the content");
            }

            opened.HasChecksum.Should().Be(whole.HasChecksum, "a file that nothing protects says so");
        }

        // What no checksum covers: time, flags and system of a gzip header, bits that a decoder does not look at.
        unnoticed.Should().BeLessThan(whole.HasChecksum == true ? bytes.Length * 8 / 15 : bytes.Length * 8);
    }

    [Fact]
    public void Of_gzip_only_what_its_header_says_of_the_original_is_unprotected()
    {
        var bytes = RealArchives.Gzip;
        var unnoticed = Enumerable.Range(0, bytes.Length * 8).Where(bit =>
        {
            var flipped = (byte[])bytes.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            return Opening.Of(flipped).State == HostArchiveState.Good;
        }).Select(bit => bit / 8).Distinct();

        unnoticed.Where(at => at < 10).Should().Equal([3, 4, 5, 6, 7, 8, 9], "FTEXT, MTIME, XFL and OS (RFC 1952, section 2.3.1)");
    }

    [Theory]
    [InlineData(nameof(RealArchives.GnuTar))]
    [InlineData(nameof(RealArchives.Gzip))]
    [InlineData(nameof(RealArchives.Xz))]
    [InlineData(nameof(RealArchives.Zstandard))]
    public void What_follows_the_end_is_damage(string name)
        => Opening.Of([.. RealArchives.Named(name), .. "something else"u8]).State.Should().Be(HostArchiveState.Damaged);

    [Theory]
    [InlineData(nameof(RealArchives.GnuTar))]
    [InlineData(nameof(RealArchives.Gzip))]
    [InlineData(nameof(RealArchives.Xz))]
    [InlineData(nameof(RealArchives.Zstandard))]
    public void A_second_archive_after_the_first_is_damage(string name)
        => Opening.Of([.. RealArchives.Named(name), .. RealArchives.Named(name)]).Reason.Should().StartWith("something follows its end mark");

    [Fact]
    public void A_header_with_a_wrong_checksum_is_damage()
    {
        var bytes = (byte[])RealArchives.GnuTar.Clone();
        bytes[0] ^= 1;
        Opening.Of(bytes).Reason.Should().Be("a header's checksum is wrong at byte 0 of the tar");
    }

    [Fact]
    public void A_bit_flipped_in_the_data_of_a_plain_tar_shows_in_the_digest_alone()
    {
        var bytes = (byte[])RealArchives.GnuTar.Clone();
        bytes[bytes.AsSpan().IndexOf("dir: local"u8)] ^= 1;

        var opened = Opening.Of(bytes);

        (opened.State, opened.HasChecksum).Should().Be((HostArchiveState.Good, false));
        opened.Files[2].Sha1.Should().NotBe(RealArchives.StorageSha1);
    }
}
