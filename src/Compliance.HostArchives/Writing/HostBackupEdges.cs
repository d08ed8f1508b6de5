namespace Compliance.HostArchives.Writing;

/// <summary>Where a run meets what it cannot command, so that a test can be the full disk, the other writer, the failing memory.</summary>
internal sealed record HostBackupEdges
{
    /// <summary>Bytes free for the user in the file system of a directory.</summary>
    public Func<string, long> FreeSpace { get; init; } = directory => new DriveInfo(directory).AvailableFreeSpace;

    /// <summary>Stands between the archive and its file.</summary>
    public Func<Stream, Stream> Output { get; init; } = stream => stream;

    /// <summary>Called with a path of the host while its file is being read.</summary>
    public Action<string> WhileReading { get; init; } = _ => { };

    /// <summary>Called with the unfinished file when it was flushed to disk, before it is read back.</summary>
    public Action<string> Written { get; init; } = _ => { };
}
