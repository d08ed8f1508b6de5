using System.Text;

namespace Compliance.HostArchives.Reading;

/// <summary>One header block of a tar: V7, ustar, GNU and pax have these fields at the same places (POSIX.1-2017 pax, "ustar Interchange Format").</summary>
internal static class TarHeader
{
    public const int Size = 512;

    private const int ChecksumAt = 148;

    public static bool IsZero(ReadOnlySpan<byte> block) => block.IndexOfAnyExcept((byte)0) < 0;

    public static bool HasMagic(ReadOnlySpan<byte> block) => block.Slice(257, 5).SequenceEqual("ustar"u8);

    /// <summary>The sum of all bytes, with the field itself as blanks; some old writers added signed bytes.</summary>
    public static bool IsChecksumRight(ReadOnlySpan<byte> block)
    {
        if (Octal(block.Slice(ChecksumAt, 8)) is not { } stored)
        {
            return false;
        }

        var (unsigned, signed) = (0L, 0L);
        for (var i = 0; i < Size; i++)
        {
            var value = i is >= ChecksumAt and < ChecksumAt + 8 ? (byte)' ' : block[i];
            unsigned += value;
            signed += (sbyte)value;
        }

        return stored == unsigned || stored == signed;
    }

    public static char TypeOf(ReadOnlySpan<byte> block) => (char)block[156];

    /// <summary>Length of the data that follows, in bytes; null when the field holds no number.</summary>
    public static long? SizeOf(ReadOnlySpan<byte> block) => Number(block.Slice(124, 12));

    public static string NameOf(ReadOnlySpan<byte> block)
    {
        var name = Text(block[..100]);
        var isPosix = block.Slice(257, 6).SequenceEqual("ustar\0"u8);
        return isPosix && Text(block.Slice(345, 155)) is { Length: > 0 } prefix ? $"{prefix}/{name}" : name;
    }

    public static string LinkOf(ReadOnlySpan<byte> block) => Text(block.Slice(157, 100));

    /// <summary>Of an old GNU sparse entry: whether further blocks describe its holes.</summary>
    public static bool HasMoreHoles(ReadOnlySpan<byte> block) => block[482] != 0;

    public static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    // GNU writes what eight octal digits cannot hold in base 256, marked by the first bit.
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] != 0x80)
        {
            return Octal(field);
        }

        var value = 0L;
        foreach (var digit in field[1..])
        {
            if (value > long.MaxValue >> 8)
            {
                return null;
            }

            value = (value << 8) | digit;
        }

        return value;
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        var digits = field.Trim(" \0"u8);
        var value = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }
}
