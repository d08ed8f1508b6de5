using System.Collections.Immutable;
using Compliance.Core.Model;
using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>
/// A history of runs: one SQLite file. What is done to it is done in one transaction each, under a rollback journal: a run that is killed
/// leaves nothing of itself, the next one rolls back, and two at once wait for each other. Not a write-ahead log: its shared memory does
/// not work over NFS, where such files like to lie (sqlite.org/wal.html, "all processes using a database must be on the same host").
/// </summary>
public static class HistoryFile
{
    /// <summary>Whether the file is a history, or can become one, before much is done for it. Makes nothing.</summary>
    /// <exception cref="HistoryException">it is none, or of a newer program, or cannot be opened</exception>
    public static void Check(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path) || !Directory.Exists(folder))
        {
            throw HistoryException.BadFile(
                Directory.Exists(path) ? $"{path} is a directory: name a file in it." : $"{path} has no directory to lie in: make it first (mkdir -p).");
        }

        if (!File.Exists(path))
        {
            HistoryConnection.CheckLibrary(path);
            return;
        }

        HistoryConnection.Use(path, connection => HistorySchema.VersionOf(connection, path));
    }

    /// <summary>Keeps a run; makes the file when it is not there, readable by its owner only.</summary>
    /// <returns>the run with its id, and the series up to it, with all that was kept of the run before</returns>
    /// <exception cref="HistoryException">nothing was kept</exception>
    public static (HistoryRun Run, RunSeries Series) Append(string path, HistoryRun run)
    {
        Make(path);
        return Change(path, connection =>
        {
            var before = SeriesReader.Read(connection, run.Estate, run.Policy);
            if (before.Start.Last is { } pruned && run.AsOf < pruned.AsOf)
            {
                throw HistoryException.BadFile(
                    $"{path} was pruned: it knows nothing of single runs before {pruned.AsOf:yyyy-MM-dd'T'HH:mm:ss'Z'}, and this one judges {run.AsOf:yyyy-MM-dd'T'HH:mm:ss'Z'}. Use another file for it.");
            }

            var kept = run with { Id = RunWriter.Write(connection, run) };
            HeldTable.Trim(connection, kept);
            return (kept, (before with { Runs = before.Runs.Add(kept) }).UpTo(kept));
        });
    }

    /// <summary>Keeps who was told of a run.</summary>
    /// <exception cref="HistoryException">nothing was kept</exception>
    public static void Note(string path, HistoryRun run, ImmutableArray<NoticeRecord> notices)
        => Change(Existing(path), connection =>
        {
            foreach (var notice in notices)
            {
                connection.Execute("INSERT OR REPLACE INTO notice VALUES ($1, $2, $3, $4)", run.Id, notice.Channel, Codes.Of(notice.State), notice.Note);
            }

            return notices.Length;
        });

    /// <summary>Every series, by estate and policy.</summary>
    /// <exception cref="HistoryException">it cannot be read</exception>
    public static ImmutableArray<RunSeries> Read(string path) => Change(Existing(path), SeriesReader.All);

    /// <summary>
    /// Removes what judges a moment before this one. The newest run of each series stays, however old, and so does all that a ledger needs:
    /// the ledgers of the runs that stay are the same as before.
    /// </summary>
    /// <returns>how many runs were removed</returns>
    /// <exception cref="HistoryException">nothing was removed</exception>
    public static int Prune(string path, DateTimeOffset before)
        => Change(Existing(path), connection => SeriesReader.All(connection).Sum(series => RunPruning.Prune(connection, series, before)));

    private static string Existing(string path)
        => File.Exists(path) ? path : throw HistoryException.BadFile($"{path} is not there: check --history {path} makes it.");

    // A reader may have to bring an old file to this version, so it changes the file too.
    private static T Change<T>(string path, Func<SqliteConnection, T> change)
        => HistoryConnection.Use(path, connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            HistorySchema.Prepare(connection, path);
            var result = change(connection);
            transaction.Commit();
            return result;
        });

    // SQLite gives its journals the rights of the file.
    private static void Make(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            if (!File.Exists(path))
            {
                using var made = new FileStream(path, options);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw HistoryException.Unavailable($"cannot make {path}: {fault.Message}", fault);
        }
    }
}
