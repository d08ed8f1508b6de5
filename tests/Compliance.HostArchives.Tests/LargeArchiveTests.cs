using System.Formats.Tar;
using System.IO.Compression;
using SharpCompress.Compressors.ZStandard;

namespace Compliance.HostArchives.Tests;

/// <summary>A gigabyte is read through, and takes no more memory than a kilobyte.</summary>
public sealed class LargeArchiveTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData("gz")]
    [InlineData("zst")]
    [InlineData("tar")]
    public void A_gigabyte_is_read_in_bounded_memory(string packing)
    {
        using var folder = new ArchiveFolder();
        var path = folder.PathOf("large");
        using (var file = File.Create(path))
        using (Stream packed = packing switch
        {
            "gz" => new GZipStream(file, CompressionLevel.Fastest),
            "zst" => new CompressionStream(file, 1),
            _ => file,
        })
        using (var writer = new TarWriter(packed))
        {
            // A plain tar of a gigabyte would be a gigabyte on disk; a sixteenth shows the same.
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "var/big") { DataStream = new Zeros(packing == "tar" ? Gigabyte / 16 : Gigabyte) });
            writer.WriteEntry(HostileArchiveTests.File("etc/pve/storage.cfg"));
        }

        using var stream = File.OpenRead(path);
        Opening.Of(new MemoryStream(RealArchives.Zstandard), Gigabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var opened = Opening.Of(stream, 2 * Gigabyte);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        opened.State.Should().Be(HostArchiveState.Good, opened.Reason);
        opened.Files.Select(one => one.Path).Should().Equal("/etc/pve/storage.cfg");
        allocated.Should().BeLessThan(16 << 20, "all that was ever allocated is more than what is held at one time");
    }

    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var given = (int)Math.Min(buffer.Length, length - Position);
            buffer[..given].Clear();
            Position += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
