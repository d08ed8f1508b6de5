using SharpCompress.Compressors.ZStandard;

namespace Compliance.HostArchives.Reading;

/// <summary>Opens the tar inside a file, whatever packs it.</summary>
internal static class ArchiveDecoder
{
    /// <param name="file">at its beginning; it can be sought in</param>
    /// <param name="bound">the most bytes it may unpack to</param>
    /// <returns>the tar, and whether a checksum covers all of it</returns>
    public static (Stream Tar, bool HasChecksum) Open(Stream file, ArchiveFormat format, long bound, CancellationToken cancellation)
    {
        switch (format)
        {
            case ArchiveFormat.Gzip:
                return (new BoundedStream(new GzipDecoder(file), bound, cancellation), true);
            case ArchiveFormat.Zstandard:
                var hasChecksums = ZstandardFrames.HaveChecksums(file);
                return (new BoundedStream(new DecompressionStream(file, leaveOpen: true), bound, cancellation), hasChecksums);
            case ArchiveFormat.Xz:
                var parts = XzLayout.Of(file);
                return (new BoundedStream(new XzDecoder(file, parts), bound, cancellation), parts.All(part => part.HasCheck));
            default:
                return (new BoundedStream(file, bound, cancellation), false);
        }
    }
}
