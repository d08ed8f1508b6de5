using Compliance.HostArchives.Reading;

namespace Compliance.HostArchives.Tests;

/// <summary>Opens bytes as the file reader opens a file.</summary>
internal static class Opening
{
    public static OpenedArchive Of(byte[] bytes, long bound = 1L << 30, params string[] folders)
    {
        var stream = new MemoryStream(bytes);
        return Of(stream, bound, folders);
    }

    public static OpenedArchive Of(Stream stream, long bound, params string[] folders)
        => OpenedArchive.Read(stream, ArchiveMagic.Of(stream), ["/etc/pve", "/etc/network", .. folders], bound, CancellationToken.None);
}
