namespace Compliance.HostArchives.Reading;

/// <summary>
/// Walks a tar once, front to back, in bounded memory. The framework's TarReader is not used: it takes the end of the stream for the
/// end of the archive, so that one cut between two members looks whole to it, and it reads a long name of any size into memory.
/// </summary>
internal sealed class TarWalk(Stream stream)
{
    /// <summary>More than any path of Linux; what claims more is not read.</summary>
    private const int LargestText = 1 << 20;

    private readonly byte[] block = new byte[TarHeader.Size];
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly PaxRecords global = new();
    private long unread;
    private int padding;

    /// <summary>Bytes of the tar read so far, for people who look for the fault.</summary>
    public long Position { get; private set; }

    /// <summary>The next member; null at the end mark, after which nothing but zeros was found.</summary>
    public TarMember? Next()
    {
        Skip();
        PaxRecords? own = null;
        string? longName = null, longLink = null;
        while (Header())
        {
            switch (TarHeader.TypeOf(block))
            {
                case 'L':
                    longName = TarHeader.Text(Small());
                    break;
                case 'K':
                    longLink = TarHeader.Text(Small());
                    break;
                case 'x':
                    own = new PaxRecords();
                    own.Read(Small());
                    break;
                case 'g':
                    global.Read(Small());
                    break;
                default:
                    return Member(own ?? new PaxRecords(), longName, longLink);
            }
        }

        if (own is not null || longName is not null || longLink is not null)
        {
            throw Damaged("the header of a member is followed by no member");
        }

        return null;
    }

    /// <summary>Gives the data of the member that <see cref="Next"/> returned, piece by piece.</summary>
    public void Data(Action<ReadOnlySpan<byte>> take)
    {
        while (unread > 0)
        {
            var piece = buffer.AsSpan(0, (int)Math.Min(buffer.Length, unread));
            Fill(piece, "within a file");
            unread -= piece.Length;
            take(piece);
        }
    }

    private TarMember Member(PaxRecords own, string? longName, string? longLink)
    {
        var type = TarHeader.TypeOf(block);
        var (name, link) = (longName ?? TarHeader.NameOf(block), longLink ?? TarHeader.LinkOf(block));
        var size = own.Size ?? global.Size ?? TarHeader.SizeOf(block) ?? throw Damaged("the size of a member is no number");

        // The data of a hard link is the other name's (GNU tar list.c: "links 0 size on tape").
        Expect(type == '1' ? 0 : size);
        var isSparse = type == 'S' || own.IsSparse;
        var hasMoreHoles = type == 'S' && TarHeader.HasMoreHoles(block);
        while (hasMoreHoles)
        {
            Fill(block, "within the map of a sparse file");
            hasMoreHoles = block[504] != 0;
        }

        return new TarMember(own.Path ?? global.Path ?? name, own.Link ?? global.Link ?? link, type == 'S' ? '0' : type, unread, isSparse);
    }

    private void Expect(long size)
    {
        unread = size;
        padding = (int)((TarHeader.Size - (size % TarHeader.Size)) % TarHeader.Size);
    }

    private void Skip()
    {
        Data(static _ => { });
        Fill(buffer.AsSpan(0, padding), "within a file");
        padding = 0;
    }

    /// <summary>The text of an extended header, which its header block announces.</summary>
    private byte[] Small()
    {
        var size = TarHeader.SizeOf(block) ?? throw Damaged("the size of a header is no number");
        if (size > LargestText)
        {
            throw new BeyondBoundsException($"a member's name or extended header takes {size} bytes, more than the {LargestText} that are read");
        }

        var text = new byte[size];
        Fill(text, "within an extended header");
        Expect(size);
        unread = 0;
        Skip();
        return text;
    }

    /// <summary>Reads a header block; false at the end mark.</summary>
    private bool Header()
    {
        var at = Position;
        if (!TryFill(block, "within a header"))
        {
            throw Damaged(at == 0 ? "it is empty" : "it ends without an end mark: it is cut off");
        }

        if (TarHeader.IsZero(block))
        {
            End();
            return false;
        }

        return TarHeader.IsChecksumRight(block)
            ? true
            : throw new DamagedArchiveException($"a header's checksum is wrong at byte {at} of the tar");
    }

    /// <summary>Two blocks of zeros end a tar; writers fill the last record with more of them.</summary>
    private void End()
    {
        if (!TryFill(block, "within its end mark") || !TarHeader.IsZero(block))
        {
            throw Damaged("its end mark is incomplete: one block of zeros instead of two");
        }

        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (buffer.AsSpan(0, read).IndexOfAnyExcept((byte)0) >= 0)
            {
                throw Damaged("something follows its end mark");
            }

            Position += read;
        }
    }

    private void Fill(Span<byte> target, string where)
    {
        if (!target.IsEmpty && !TryFill(target, where))
        {
            throw Damaged($"it ends {where}: it is cut off");
        }
    }

    /// <summary>False when the stream ends before the first byte.</summary>
    private bool TryFill(Span<byte> target, string where)
    {
        var read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        Position += read;
        return read == target.Length ? true
            : read == 0 ? false
            : throw Damaged($"it ends {where}: it is cut off");
    }

    private DamagedArchiveException Damaged(string what) => new($"{what} (at byte {Position} of the tar)");
}
