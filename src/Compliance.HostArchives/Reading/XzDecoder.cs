using SharpCompress.Compressors.Xz;

namespace Compliance.HostArchives.Reading;

/// <summary>Unpacks the streams of an xz file one after the other; each must give as much as its index promises.</summary>
internal sealed class XzDecoder(Stream file, IReadOnlyList<XzStreamPart> parts) : ReadingStream
{
    private XZStream? current;
    private int next;
    private long given;

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (current is null)
            {
                if (next == parts.Count)
                {
                    return 0;
                }

                current = new XZStream(new BufferedStream(new FilePart(file, parts[next].Start, parts[next].Length), 1 << 16));
                next++;
                given = 0;
            }

            var read = current.Read(buffer);
            given += read;
            if (read > 0)
            {
                return read;
            }

            CloseStream();
            if (given != parts[next - 1].Unpacked)
            {
                throw new DamagedArchiveException($"the xz data is wrong: it unpacks to {given} bytes, and its index promises {parts[next - 1].Unpacked}");
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        CloseStream();
        base.Dispose(disposing);
    }

    private void CloseStream()
    {
        current?.Dispose();
        current = null;
    }

    /// <summary>A part of a file as if it were the whole; it stays open.</summary>
    private sealed class FilePart(Stream file, long start, long length) : ReadingStream
    {
        private long at;

        // The decoder asks where it is, to find the padding of a block.
        public override bool CanSeek => true;

        public override long Length => length;

        public override long Position { get => at; set => at = value; }

        public override long Seek(long offset, SeekOrigin origin) => at = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => at,
            _ => length,
        };

        public override int Read(Span<byte> buffer)
        {
            file.Position = start + at;
            var read = file.Read(buffer[..(int)Math.Min(buffer.Length, length - at)]);
            at += read;
            return read;
        }
    }
}
