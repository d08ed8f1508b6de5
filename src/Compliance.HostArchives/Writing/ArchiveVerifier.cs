using System.Formats.Tar;
using System.Security.Cryptography;
using SharpCompress.Common;
using SharpCompress.Compressors.ZStandard;

namespace Compliance.HostArchives.Writing;

/// <summary>Reads an archive back to its last byte and compares it with what was to be written.</summary>
internal static class ArchiveVerifier
{
    private const int Block = 512;

    /// <returns>null when it is what was written; else what is not</returns>
    public static string? FirstDifference(string file, WrittenArchive written, CancellationToken cancellation)
    {
        try
        {
            using var stream = StableFile.Open(file);
            using var hashing = new HashingStream(stream);
            using var content = new DecompressionStream(hashing, leaveOpen: true);
            return Entries(content, written, cancellation) ?? End(content) ?? Whole(hashing, written);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or FormatException
            or ZstdException or SharpCompressException)
        {
            return fault.Message;
        }
    }

    private static string? Entries(Stream content, WrittenArchive written, CancellationToken cancellation)
    {
        using var tar = new TarReader(content, leaveOpen: true);
        foreach (var wanted in written.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (tar.GetNextEntry() is not { } entry)
            {
                return $"it ends before {wanted.Name}";
            }

            var found = new WrittenEntry(entry.Name.TrimEnd('/'), entry.EntryType, entry.Length, ContentOf(entry));
            if (found != wanted)
            {
                return $"{wanted.Name} does not read back as it was written";
            }
        }

        return tar.GetNextEntry() is { } surplus ? $"{surplus.Name} is in it and was not written" : null;
    }

    private static string ContentOf(TarEntry entry) => entry.EntryType switch
    {
        TarEntryType.RegularFile => Convert.ToHexStringLower(entry.DataStream is { } data ? SHA256.HashData(data) : SHA256.HashData([])),
        TarEntryType.SymbolicLink => entry.LinkName,
        _ => "",
    };

    // The reader is content with one block of zeros; a tar ends with two, and what follows must be zeros too.
    private static string? End(Stream content)
    {
        var buffer = new byte[Block];
        var length = 0;
        for (int read; (read = content.Read(buffer)) > 0; length += read)
        {
            if (buffer.AsSpan(0, read).ContainsAnyExcept((byte)0))
            {
                return "there is something after its end";
            }
        }

        return length >= Block ? null : "its end is cut off";
    }

    private static string? Whole(HashingStream file, WrittenArchive written)
    {
        file.CopyTo(Stream.Null);
        return (file.Count, file.Digest()) == (written.Bytes, written.Sha256) ? null : "the file is not what was written to it";
    }
}
