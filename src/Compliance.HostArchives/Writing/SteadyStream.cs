namespace Compliance.HostArchives.Writing;

/// <summary>
/// A large file as it was when it was opened: its length is promised in the archive before its content is read. Whoever reads it to
/// the end learns whether it stayed as it was.
/// </summary>
internal sealed class SteadyStream(FileStream file, HostEntry entry) : Stream
{
    private readonly FileStatus _before = NativeFiles.Status(file.SafeFileHandle, entry.Path);
    private long _position;

    /// <summary>Of the file that was really opened.</summary>
    public FileStatus Status => _before;

    public override bool CanRead => true;

    // The tar writer takes the length of what can seek, and reads all of anything else into memory first.
    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _before.Size;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <exception cref="FileChangedException">the file is not what it was</exception>
    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, Length - _position);
        var read = wanted == 0 ? 0 : ReadFile(buffer[..wanted]);
        if (read == 0 && wanted > 0)
        {
            throw new FileChangedException(entry.Path);
        }

        _position += read;
        if (_position == Length && NativeFiles.Status(file.SafeFileHandle, entry.Path) != _before)
        {
            throw new FileChangedException(entry.Path);
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // Told apart here from a fault of what is written to, which the tar writer touches in the same call.
    private int ReadFile(Span<byte> buffer)
    {
        try
        {
            return file.Read(buffer);
        }
        catch (IOException fault)
        {
            throw HostBackupException.Failed($"cannot read {entry.Path}: {fault.Message}");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
