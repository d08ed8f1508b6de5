namespace Compliance.HostArchives.Writing;

/// <summary>An archive under a name that is none of an archive, until it is proven. What is not finished is removed.</summary>
internal sealed class UnfinishedArchive(string final, HostBackupEdges edges) : IDisposable
{
    private readonly string _file = final + ArchiveDirectory.Unfinished;
    private readonly string _databaseCopy = $"{final}.config.db{ArchiveDirectory.Unfinished}";

    /// <exception cref="FileChangedException">the host changed meanwhile</exception>
    /// <exception cref="HostBackupException">something cannot be read</exception>
    public WrittenArchive Write(HostListing listing, HostRoot root, FileStatus? database, CancellationToken cancellation)
    {
        if (database is not null)
        {
            // Made here first, so that SQLite writes to a file that nobody else may read.
            New(_databaseCopy).Dispose();
            ConfigDatabase.Copy(root.Source(SavedPaths.Database), _databaseCopy, SavedPaths.Database);
        }

        using var file = New(_file);
        using var output = edges.Output(file);
        var copy = database is { } original ? (_databaseCopy, original) : ((string, FileStatus)?)null;
        var written = ArchiveWriter.Write(output, listing, copy, edges.WhileReading, cancellation);
        output.Flush();
        file.Flush(flushToDisk: true);
        return written;
    }

    /// <summary>Reads it back, and gives it its name only if it is what was to be written.</summary>
    /// <exception cref="HostBackupException">it is not</exception>
    public void Finish(WrittenArchive written, List<string> warnings, CancellationToken cancellation)
    {
        edges.Written(_file);
        if (ArchiveVerifier.FirstDifference(_file, written, cancellation) is { } difference)
        {
            throw HostBackupException.Failed($"the archive does not read back ({difference}), so it was removed and nothing was deleted: check the disk under {Path.GetDirectoryName(final)} and the memory.");
        }

        if (NativeFiles.Status(_file) is { } status && !PrivateFiles.IsPrivate(status))
        {
            warnings.Add($"the file system of {Path.GetDirectoryName(final)} keeps no permissions: others may read the cluster's keys in the archive");
        }

        File.Move(_file, final, overwrite: false);
        NativeFiles.FlushDirectory(Path.GetDirectoryName(final)!);
    }

    public void Dispose()
    {
        foreach (var file in (string[])[_file, _databaseCopy, .. ConfigDatabase.Beside(_databaseCopy)])
        {
            File.Delete(file);
        }
    }

    private static FileStream New(string file) => PrivateFiles.Open(file, FileMode.CreateNew, FileShare.Read);
}
