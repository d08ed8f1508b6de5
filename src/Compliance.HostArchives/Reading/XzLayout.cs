using System.Buffers.Binary;

namespace Compliance.HostArchives.Reading;

/// <summary>
/// The streams of an xz file, found from its end by footers and indexes (The .xz File Format 1.2.1, sections 2 and 4). SharpCompress checks
/// the content of each block, but stops after the first stream and takes footer and index on trust; so they are checked here.
/// </summary>
internal static class XzLayout
{
    private const int FrameLength = 12;
    private const int LargestIndex = 1 << 20;

    /// <summary>No sum of so many overflows, and what unpacks to more is not read anyway.</summary>
    private const long LargestBlock = 1L << 40;

    private static ReadOnlySpan<byte> HeaderMagic => [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <summary>In the order of the file, at least one. Leaves the file anywhere.</summary>
    public static IReadOnlyList<XzStreamPart> Of(Stream file)
    {
        var parts = new List<XzStreamPart>();
        var end = file.Length;
        while (end > 0)
        {
            end = parts.Count == 0 ? end : WithoutPadding(file, end);
            var part = Ending(file, end);
            parts.Insert(0, part);
            end = part.Start;
        }

        return parts;
    }

    private static long WithoutPadding(Stream file, long end)
    {
        while (end >= 4 && TarHeader.IsZero(At(file, end - 4, 4)))
        {
            end -= 4;
        }

        return end;
    }

    private static XzStreamPart Ending(Stream file, long end)
    {
        if (end < 2 * FrameLength)
        {
            throw Damaged("it is cut off");
        }

        var footer = At(file, end - FrameLength, FrameLength);
        if (footer[10] != 'Y' || footer[11] != 'Z' || BinaryPrimitives.ReadUInt32LittleEndian(footer) != Crc32.Of(footer.AsSpan(4, 6)))
        {
            throw Damaged("its last bytes are no footer of xz: it is cut off, or something follows it");
        }

        var indexLength = (BinaryPrimitives.ReadUInt32LittleEndian(footer.AsSpan(4)) + 1L) * 4;
        if (indexLength > LargestIndex)
        {
            throw new BeyondBoundsException($"its xz index takes {indexLength} bytes, more than the {LargestIndex} that are read");
        }

        var indexStart = end - FrameLength - indexLength;
        if (indexStart < FrameLength)
        {
            throw Damaged("its index is longer than the file");
        }

        var blocks = Blocks(At(file, indexStart, (int)indexLength), indexStart - FrameLength);
        var start = indexStart - blocks.Sum(block => (block.Packed + 3) / 4 * 4) - FrameLength;
        if (start < 0)
        {
            throw Damaged("its index promises more than the file holds");
        }

        var flags = Header(file, start, footer.AsSpan(8, 2));
        CheckMemory(file, start + FrameLength, blocks);
        return new XzStreamPart(start, end - start, blocks.Sum(block => block.Unpacked), (flags & 0x0F) != 0);
    }

    private static byte Header(Stream file, long start, ReadOnlySpan<byte> flags)
    {
        var header = At(file, start, FrameLength);
        if (!header.AsSpan(0, 6).SequenceEqual(HeaderMagic)
            || BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(8)) != Crc32.Of(header.AsSpan(6, 2))
            || !header.AsSpan(6, 2).SequenceEqual(flags))
        {
            throw Damaged("its header does not match its footer");
        }

        return (flags[1] & 0x0F) is 0 or 1 or 4 or 10
            ? flags[1]
            : throw new BeyondBoundsException($"its xz check has the type {flags[1]}, which is not read here; none, CRC32, CRC64 and SHA-256 are");
    }

    /// <param name="room">bytes of the file that the blocks can take</param>
    private static List<(long Packed, long Unpacked)> Blocks(byte[] index, long room)
    {
        if (index[0] != 0 || BinaryPrimitives.ReadUInt32LittleEndian(index.AsSpan(index.Length - 4)) != Crc32.Of(index.AsSpan(0, index.Length - 4)))
        {
            throw Damaged("the checksum of its index is wrong");
        }

        var at = 1;
        var count = Number(index, ref at);
        var blocks = new List<(long, long)>();
        while (blocks.Count < count)
        {
            var packed = Number(index, ref at);
            var unpacked = Number(index, ref at);
            room -= packed;
            if (packed == 0 || room < 0 || unpacked > LargestBlock)
            {
                throw Damaged("its index promises more than the file holds");
            }

            blocks.Add((packed, unpacked));
        }

        return blocks;
    }

    // The dictionary of LZMA2 is all the memory that a block asks for (section 5.3.1): 30 stands for 128 MiB, twice that of xz -9.
    private static void CheckMemory(Stream file, long at, List<(long Packed, long Unpacked)> blocks)
    {
        foreach (var block in blocks)
        {
            var length = (At(file, at, 1)[0] + 1) * 4;
            var header = At(file, at, length);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(length - 4)) != Crc32.Of(header.AsSpan(0, length - 4)))
            {
                throw Damaged("the checksum of a block's header is wrong");
            }

            if (DictionaryOf(header) > 30)
            {
                throw new BeyondBoundsException("it asks for more than 128 MiB of memory, and no more is given to any");
            }

            at += (block.Packed + 3) / 4 * 4;
        }
    }

    private static int DictionaryOf(byte[] header)
    {
        var at = 2;
        for (var size = 0x40; size <= 0x80; size <<= 1)
        {
            _ = (header[1] & size) != 0 ? Number(header, ref at) : 0;
        }

        for (var filters = (header[1] & 3) + 1; filters > 0; filters--)
        {
            var id = Number(header, ref at);
            var properties = Number(header, ref at);
            if (id == 0x21 && at < header.Length)
            {
                return header[at] & 0x3F;
            }

            at += (int)Math.Min(properties, header.Length);
        }

        throw Damaged("a block is not packed by LZMA2");
    }

    /// <summary>Seven bits a byte, the lowest first (section 1.2).</summary>
    private static long Number(byte[] bytes, ref int at)
    {
        var (value, shift) = (0L, 0);
        while (at < bytes.Length && shift < 63)
        {
            var next = bytes[at++];
            value |= (long)(next & 0x7F) << shift;
            shift += 7;
            if ((next & 0x80) == 0)
            {
                return value;
            }
        }

        throw Damaged("a number in its index or a header has no end");
    }

    private static byte[] At(Stream file, long position, int length)
    {
        var bytes = new byte[length];
        file.Position = position;
        return file.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length ? bytes : throw Damaged("it is cut off");
    }

    private static DamagedArchiveException Damaged(string what) => new($"the xz data is wrong: {what}");
}
