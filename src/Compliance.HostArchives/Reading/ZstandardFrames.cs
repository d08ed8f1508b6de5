using System.Buffers.Binary;

namespace Compliance.HostArchives.Reading;

/// <summary>
/// The frames of a zstd file by their headers alone (RFC 8878, section 3.1): where each ends, whether a checksum covers it, and how
/// much memory it asks for. The library unpacks a frame without a checksum as readily as one with it, and does not say.
/// </summary>
internal static class ZstandardFrames
{
    private const uint Magic = 0xFD2FB528;

    /// <summary>What the zstd tool itself accepts without being told otherwise: 2^27.</summary>
    private const long LargestWindow = 1L << 27;

    /// <summary>Whether a checksum covers the content of every frame. Leaves the file at its beginning.</summary>
    public static bool HaveChecksums(Stream file)
    {
        var (all, any) = (true, false);
        file.Position = 0;
        while (file.Position < file.Length)
        {
            var magic = BinaryPrimitives.ReadUInt32LittleEndian(Take(file, 4));
            if (magic == Magic)
            {
                all &= Frame(file);
                any = true;
            }
            else if (magic >> 4 == 0x184D2A5)
            {
                Pass(file, BinaryPrimitives.ReadUInt32LittleEndian(Take(file, 4)));
            }
            else
            {
                throw new DamagedArchiveException($"what follows byte {file.Position - 4} of the file is no zstd frame");
            }
        }

        file.Position = 0;
        return all && any;
    }

    private static bool Frame(Stream file)
    {
        var descriptor = Take(file, 1)[0];
        var isSingleSegment = (descriptor & 0x20) != 0;
        var hasChecksum = (descriptor & 0x04) != 0;
        var window = isSingleSegment ? 0 : WindowOf(Take(file, 1)[0]);
        Take(file, (descriptor & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 });
        var sizeLength = (descriptor >> 6) switch { 0 => isSingleSegment ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        var size = new byte[8];
        Take(file, sizeLength).CopyTo(size, 0);
        window = isSingleSegment ? BinaryPrimitives.ReadInt64LittleEndian(size) : window;
        if (window is < 0 or > LargestWindow)
        {
            throw new BeyondBoundsException($"its zstd frame asks for more than {LargestWindow >> 20} MiB of memory, and no more is given to any");
        }

        bool isLast;
        do
        {
            var head = Take(file, 3);
            var block = head[0] | (head[1] << 8) | (head[2] << 16);
            isLast = (block & 1) != 0;
            Pass(file, ((block >> 1) & 3) == 1 ? 1 : block >> 3);
        }
        while (!isLast);

        Pass(file, hasChecksum ? 4 : 0);
        return hasChecksum;
    }

    private static long WindowOf(byte descriptor)
    {
        var power = 1L << (10 + (descriptor >> 3));
        return power + (power / 8 * (descriptor & 7));
    }

    private static byte[] Take(Stream file, int count)
    {
        var bytes = new byte[count];
        return file.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes : throw CutOff();
    }

    private static void Pass(Stream file, long count)
    {
        if (count > file.Length - file.Position)
        {
            throw CutOff();
        }

        file.Position += count;
    }

    private static DamagedArchiveException CutOff() => new("it ends within a zstd frame: it is cut off");
}
