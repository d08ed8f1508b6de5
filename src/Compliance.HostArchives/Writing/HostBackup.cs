using System.Collections.Immutable;
using Compliance.Core.Facts.HostArchives;

namespace Compliance.HostArchives.Writing;

/// <summary>
/// Saves a host's own configuration: lists it, writes it to an unfinished file, reads that back, and only then gives it its name and
/// deletes what the retention does not keep. Ended at any moment, it leaves the archives that were there.
/// </summary>
public sealed class HostBackup
{
    private const int Attempts = 5;

    // What a file system takes for itself: names, directories, the lock.
    private const long Margin = 1 << 20;

    private readonly HostBackupOptions _options;
    private readonly TimeProvider _clock;
    private readonly HostBackupEdges _edges;
    private readonly ArchiveDirectory _directory;
    private readonly ImmutableArray<SavedPath> _paths;
    private readonly List<string> _warnings = [];
    private bool _isWritten;

    private HostBackup(HostBackupOptions options, TimeProvider clock, HostBackupEdges edges)
    {
        _options = options;
        _clock = clock;
        _edges = edges;
        _directory = ArchiveDirectory.At(options.To, options.Root.Node);
        _paths = [.. SavedPaths.Always, .. options.Paths.Select(path => new SavedPath(Plain(path), IsRequired: true))];
    }

    /// <summary>Runs it once.</summary>
    /// <exception cref="HostBackupException">no archive was written, and nothing was deleted</exception>
    public static HostBackupResult Run(HostBackupOptions options, TimeProvider clock, CancellationToken cancellation)
        => Run(options, clock, new HostBackupEdges(), cancellation);

    internal static HostBackupResult Run(HostBackupOptions options, TimeProvider clock, HostBackupEdges edges, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var backup = new HostBackup(options, clock, edges);
        try
        {
            return options.IsDryRun ? backup.Look(cancellation) : backup.Make(cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HostBackupException.Failed(backup._isWritten
                ? $"{fault.Message} The archive was written to {backup._directory.Path} before that; older ones may not have been deleted."
                : $"{fault.Message} No archive was written to {backup._directory.Path}, and nothing was deleted.");
        }
    }

    // One path has one name in the archive, and ".." must not lead out of the root.
    private static string Plain(string path)
        => path.Length > 1 && path[0] == '/' && Path.GetFullPath(path) == path
            ? path
            : throw HostBackupException.BadInput($"\"{path}\" is no plain absolute path: write it in the policy's host-paths without \".\", \"..\" and double slashes.");

    private HostBackupResult Look(CancellationToken cancellation)
    {
        JudgeDirectory();
        var listing = List(cancellation);
        DemandSpace(listing);
        var archive = _directory.FreeName(_clock.GetUtcNow());
        var database = Database();
        var files = listing.Entries.Count(entry => entry.Status.Kind == FileKind.RegularFile) + (database is null ? 0 : 1);
        return Result(archive, listing, Plan(archive), []) with { Files = files, ContentBytes = listing.Bytes + (database?.Size ?? 0) };
    }

    private HostBackupResult Make(CancellationToken cancellation)
    {
        JudgeDirectory();
        DemandSpace(List(cancellation));
        _directory.Create();
        using var held = _directory.Lock();
        _directory.Sweep();
        var archive = _directory.FreeName(_clock.GetUtcNow());
        var rows = Plan(archive);
        var (listing, written) = Write(archive, cancellation);
        return Result(archive, listing, rows, Prune(archive, written, rows)) with
        {
            Files = written.Files,
            ContentBytes = written.ContentBytes,
            ArchiveBytes = written.Bytes,
            Sha256 = written.Sha256,
        };
    }

    private void JudgeDirectory()
    {
        if (_directory.IsOnFileSystemOf(_options.Root))
        {
            var what = $"{_directory.Path} lies in the file system of the host itself: when that disk dies, the archives die with it. Mount the disk of the backups";
            if (_options.RequireMount)
            {
                throw HostBackupException.BadInput($"{what} (is it mounted now?), or leave out --require-mount.");
            }

            _warnings.Add($"{what}; with --require-mount nothing is written while it is not mounted.");
        }

        if (_directory.Openness() is { } openness)
        {
            _warnings.Add(openness);
        }
    }

    private HostListing List(CancellationToken cancellation) => HostWalk.List(_options.Root, _paths, _directory.Status(), cancellation);

    private FileStatus? Database()
    {
        var source = _options.Root.Source(SavedPaths.Database);
        return NativeFiles.Status(source) switch
        {
            null => null,
            { Kind: FileKind.RegularFile } status => status,
            _ => throw HostBackupException.BadInput($"{SavedPaths.Database} is not a regular file: put it back in its place, or remove it."),
        };
    }

    private void DemandSpace(HostListing listing)
    {
        var needed = listing.Bytes + ((Database()?.Size ?? 0) * 2) + Margin;
        var free = _directory.FreeSpace(_edges);
        if (free < needed)
        {
            throw HostBackupException.BadInput(
                $"{_directory.Path} has {ByteText.Of(free)} free, and up to {ByteText.Of(needed)} are to be saved: make room there, or take large paths out of the policy's host-paths. Nothing was written or deleted.");
        }
    }

    private (HostListing Listing, WrittenArchive Written) Write(HostArchiveName archive, CancellationToken cancellation)
    {
        var changed = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var listing = List(cancellation);
            using var file = new UnfinishedArchive(_directory.FileOf(archive), _edges);
            try
            {
                var written = file.Write(listing, _options.Root, Database(), cancellation);
                if (List(cancellation).FirstDifference(listing) is not { } difference)
                {
                    file.Finish(written, _warnings, cancellation);
                    _isWritten = true;
                    return (listing, written);
                }

                changed = difference;
            }
            catch (FileChangedException fault)
            {
                changed = fault.Path;
            }
        }

        throw HostBackupException.Failed(
            $"{changed} changed each of the {Attempts} times the archive was written, so that no archive shows one moment: run it again when less is going on.");
    }

    private ImmutableArray<RetentionRow> Plan(HostArchiveName archive)
    {
        var (archives, empty) = _directory.List();
        _warnings.AddRange(empty.Select(name => $"{name} is empty: it is no backup, counts for none, and is left alone"));
        var rows = HostRetention.Plan(archives.Where(other => other != archive), archive, _options.Keep, _clock.LocalTimeZone);
        var later = rows.Count(row => row.Archive.TakenAt > archive.TakenAt);
        if (later > 0)
        {
            _warnings.Add($"archives dated later than this one: {later}. Is the clock right (timedatectl)? They are left alone and not counted.");
        }

        return rows;
    }

    // Everything above has happened: the new archive is on disk, was read back, and is not among what is deleted.
    private ImmutableArray<string> Prune(HostArchiveName archive, WrittenArchive written, ImmutableArray<RetentionRow> rows)
    {
        if (NativeFiles.Status(_directory.FileOf(archive))?.Size != written.Bytes)
        {
            throw HostBackupException.Failed($"{_directory.FileOf(archive)} is gone again: somebody else removed it. Nothing was deleted.");
        }

        var failed = ImmutableArray.CreateBuilder<string>();
        foreach (var row in rows.Where(row => !row.IsKept).Reverse())
        {
            try
            {
                File.Delete(_directory.FileOf(row.Archive));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                failed.Add($"{row.Archive}: {fault.Message}");
            }
        }

        return failed.ToImmutable();
    }

    private HostBackupResult Result(HostArchiveName archive, HostListing listing, ImmutableArray<RetentionRow> rows, ImmutableArray<string> notDeleted) => new()
    {
        Node = _options.Root.Node,
        File = _directory.FileOf(archive),
        IsDryRun = _options.IsDryRun,
        Files = 0,
        ContentBytes = 0,
        ArchiveBytes = 0,
        Sha256 = "",
        HasDatabase = Database() is not null,
        Skipped = listing.Skipped,
        Warnings = [.. _warnings],
        Retention = rows,
        NotDeleted = notDeleted,
    };
}
