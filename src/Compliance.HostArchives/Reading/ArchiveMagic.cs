namespace Compliance.HostArchives.Reading;

/// <summary>Tells archives from other files.</summary>
internal static class ArchiveMagic
{
    private static readonly string[] Suffixes = [".tar", ".tar.gz", ".tgz", ".tar.zst", ".tzst", ".tar.xz", ".txz"];

    /// <summary>What the file begins as; leaves it at its beginning.</summary>
    public static ArchiveFormat Of(Stream file)
    {
        Span<byte> head = stackalloc byte[TarHeader.Size];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        head = head[..read];
        return head switch
        {
            [0x1F, 0x8B, ..] => ArchiveFormat.Gzip,
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => ArchiveFormat.Xz,
            _ when IsZstandard(head) => ArchiveFormat.Zstandard,
            _ => read == TarHeader.Size && (TarHeader.HasMagic(head) || TarHeader.IsChecksumRight(head)) ? ArchiveFormat.Tar : ArchiveFormat.Other,
        };
    }

    /// <summary>Whether the name says that it is meant to be one: a file that cannot be opened, or is empty, is told by this alone.</summary>
    public static bool IsMeantByName(string name)
        => Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    // A frame, or a skippable frame before it (RFC 8878, sections 3.1.1 and 3.1.2).
    private static bool IsZstandard(ReadOnlySpan<byte> head)
        => head is [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..];
}
