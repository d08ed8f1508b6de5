namespace Compliance.HostArchives.Tests.Writing;

/// <summary>Takes so many bytes, and then does what the kernel does when the disk is full.</summary>
internal sealed class FullDisk(Stream inner, int room) : Stream
{
    private int _room = room;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var taken = Math.Min(count, _room);
        inner.Write(buffer, offset, taken);
        _room -= taken;
        if (taken < count)
        {
            throw new IOException("No space left on device");
        }
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
