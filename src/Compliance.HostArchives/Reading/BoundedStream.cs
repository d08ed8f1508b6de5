namespace Compliance.HostArchives.Reading;

/// <summary>
/// What comes out of a decoder, up to a bound: a few kilobytes can unpack to terabytes. Whatever a decoder throws on bytes that are
/// not what they should be is damage of the archive, not a bug of this program; it is the one place that knows.
/// </summary>
internal sealed class BoundedStream(Stream decoder, long bound, CancellationToken cancellation) : ReadingStream
{
    private long read;

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int count;
        try
        {
            count = decoder.Read(buffer);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or DamagedArchiveException or BeyondBoundsException or UnauthorizedAccessException)
            && (e is not IOException || e is EndOfStreamException or InvalidDataException))
        {
            throw new DamagedArchiveException($"it cannot be unpacked beyond byte {read}: {FirstLine(e)}", e);
        }

        read += count;
        return read <= bound
            ? count
            : throw new BeyondBoundsException($"it unpacks to more than {bound} bytes, and no more is read of any archive");
    }

    protected override void Dispose(bool disposing)
    {
        decoder.Dispose();
        base.Dispose(disposing);
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd('\r', '.');
}
