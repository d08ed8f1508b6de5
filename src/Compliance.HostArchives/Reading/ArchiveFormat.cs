namespace Compliance.HostArchives.Reading;

/// <summary>How a tar is packed, told by its first bytes: a name promises nothing.</summary>
internal enum ArchiveFormat
{
    /// <summary>None that is read here.</summary>
    Other,
    Tar,
    Gzip,
    Zstandard,
    Xz,
}
