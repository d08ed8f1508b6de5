using System.IO.Compression;

namespace Compliance.HostArchives.Reading;

/// <summary>
/// Unpacks gzip, of one member or several, and proves that nothing is missing at its end. The framework's GZipStream checks the CRC and the
/// length of a member, but takes the end of the file for the end of the data, and ignores what follows a member and is none. So a small
/// member of our own is read after the file's last byte: it comes out, as the last thing, only if all before it was whole and nothing else followed.
/// </summary>
internal sealed class GzipDecoder : ReadingStream
{
    private static readonly byte[] Mark = "\0end of a gzip file, 0c4b9f3e7d51"u8.ToArray();

    private readonly GZipStream gzip;
    private readonly byte[] held = new byte[(1 << 16) + Mark.Length];
    private int start;
    private int count;
    private bool isAtEnd;

    public GzipDecoder(Stream file) => gzip = new GZipStream(new Followed(file, Packed()), CompressionMode.Decompress);

    public override int Read(Span<byte> buffer)
    {
        // As much as the mark is long is held back, until it shows whether it is the mark.
        while (!isAtEnd && count <= Mark.Length)
        {
            held.AsSpan(start, count).CopyTo(held);
            start = 0;
            var read = gzip.Read(held.AsSpan(count));
            count += read;
            isAtEnd = read == 0;
        }

        if (isAtEnd && (count < Mark.Length || !held.AsSpan(start + count - Mark.Length, Mark.Length).SequenceEqual(Mark)))
        {
            throw new DamagedArchiveException("the gzip data is cut off, or something else follows it");
        }

        var given = Math.Min(buffer.Length, count - Mark.Length);
        held.AsSpan(start, given).CopyTo(buffer);
        start += given;
        count -= given;
        return given;
    }

    protected override void Dispose(bool disposing)
    {
        gzip.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Fastest))
        {
            writer.Write(Mark);
        }

        return packed.ToArray();
    }

    /// <summary>A file, and then some bytes.</summary>
    private sealed class Followed(Stream file, byte[] tail) : ReadingStream
    {
        private int given;

        public override int Read(Span<byte> buffer)
        {
            var read = buffer.IsEmpty ? 0 : file.Read(buffer);
            if (read > 0)
            {
                return read;
            }

            var rest = tail.AsSpan(given, Math.Min(buffer.Length, tail.Length - given));
            rest.CopyTo(buffer);
            given += rest.Length;
            return rest.Length;
        }
    }
}
