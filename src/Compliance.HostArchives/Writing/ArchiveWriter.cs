using System.Collections.Immutable;
using System.Formats.Tar;
using System.Security.Cryptography;
using SharpCompress.Compressors.ZStandard;
using SharpCompress.Compressors.ZStandard.Unsafe;

namespace Compliance.HostArchives.Writing;

/// <summary>
/// Writes a listing as a GNU tar in one zstd frame with a checksum of its content. Not pax: the framework's own reader refuses a pax
/// header with a line break in a name.
/// </summary>
internal sealed class ArchiveWriter : IDisposable
{
    private const int Level = 3;

    private readonly HashingStream _output;
    private readonly CompressionStream _compressed;
    private readonly TarWriter _tar;
    private readonly Action<string> _whileReading;
    private readonly ImmutableArray<WrittenEntry>.Builder _entries = ImmutableArray.CreateBuilder<WrittenEntry>();

    private ArchiveWriter(Stream output, Action<string> whileReading)
    {
        _whileReading = whileReading;
        _output = new HashingStream(output);
        _compressed = new CompressionStream(_output, Level, leaveOpen: true);
        _compressed.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        _tar = new TarWriter(_compressed, TarEntryFormat.Gnu, leaveOpen: true);
    }

    /// <param name="databaseCopy">the copy of <see cref="SavedPaths.Database"/>, and what the original is; null without one</param>
    /// <exception cref="FileChangedException">a file is gone, or not what it was, since it was listed</exception>
    public static WrittenArchive Write(
        Stream output, HostListing listing, (string File, FileStatus Original)? databaseCopy, Action<string> whileReading, CancellationToken cancellation)
    {
        using var writer = new ArchiveWriter(output, whileReading);
        foreach (var entry in listing.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Add(entry);
        }

        if (databaseCopy is { } database)
        {
            writer.AddDatabase(database.File, database.Original);
        }

        return writer.Finish();
    }

    public void Dispose()
    {
        _tar.Dispose();
        _compressed.Dispose();
        _output.Dispose();
    }

    private void Add(HostEntry entry)
    {
        switch (entry.Status.Kind)
        {
            case FileKind.Directory:
                Put(Header(TarEntryType.Directory, entry.Name + "/", entry.Status), 0, "");
                break;
            case FileKind.SymbolicLink:
                var link = Header(TarEntryType.SymbolicLink, entry.Name, entry.Status);
                link.LinkName = entry.LinkTarget!;
                Put(link, 0, entry.LinkTarget!);
                break;
            case var _ when entry.Status.Size > StableFile.MostInMemory:
                AddLarge(entry);
                break;
            default:
                AddSmall(entry);
                break;
        }
    }

    private void AddSmall(HostEntry entry)
    {
        var (content, status) = StableFile.Read(entry, _whileReading) ?? throw new FileChangedException(entry.Path);
        var file = Header(TarEntryType.RegularFile, entry.Name, status);
        file.DataStream = new MemoryStream(content, writable: false);
        Put(file, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private void AddLarge(HostEntry entry)
    {
        try
        {
            _whileReading(entry.Path);
            using var steady = new SteadyStream(StableFile.Open(entry.Source), entry);
            AddStream(entry.Name, steady.Status, steady);
        }
        catch (FileNotFoundException)
        {
            throw new FileChangedException(entry.Path);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw HostBackupException.Failed($"cannot read {entry.Path}: {fault.Message} Run host-backup as root; an archive without it would look whole.");
        }
    }

    private void AddDatabase(string copy, FileStatus original)
    {
        using var content = StableFile.Open(copy);
        AddStream(SavedPaths.Database[1..], original, content);
    }

    private void AddStream(string name, FileStatus status, Stream content)
    {
        using var hashing = new HashingStream(content);
        var file = Header(TarEntryType.RegularFile, name, status);
        file.DataStream = hashing;
        Put(file, hashing.Length, "");
        _entries[^1] = _entries[^1] with { Content = hashing.Digest() };
    }

    private void Put(TarEntry entry, long length, string content)
    {
        _tar.WriteEntry(entry);
        _entries.Add(new WrittenEntry(entry.Name.TrimEnd('/'), entry.EntryType, length, content));
    }

    private WrittenArchive Finish()
    {
        _tar.Dispose();
        _compressed.Dispose();
        return new WrittenArchive(_entries.ToImmutable(), _output.Count, _output.Digest());
    }

    private static GnuTarEntry Header(TarEntryType type, string name, FileStatus status) => new(type, name)
    {
        Mode = status.Mode,
        Uid = status.Uid,
        Gid = status.Gid,
        ModificationTime = status.ModifiedAt < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : status.ModifiedAt,
    };
}
