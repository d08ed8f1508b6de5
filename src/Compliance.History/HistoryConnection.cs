using Microsoft.Data.Sqlite;

namespace Compliance.History;

/// <summary>Opens a history for one use of it, and says in words what SQLite says in codes.</summary>
internal static class HistoryConnection
{
    // Seconds to wait for a run that is writing. One run takes milliseconds; a file server may take long to hand over a lock.
    private const int Patience = 30;

    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    public static T Use<T>(string path, Func<SqliteConnection, T> use)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            return use(connection);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is NotADatabase or Corrupt)
        {
            throw HistoryException.BadFile(
                $"{path} is not a history, or is damaged ({fault.Message}): name another file, or move this one away and begin anew.", fault);
        }
        catch (SqliteException fault)
        {
            throw HistoryException.Unavailable(
                $"cannot use {path}: {fault.Message} The file and its directory must be writable, with room left, and no other run may hold it for more than {Patience} seconds.", fault);
        }
        catch (Exception fault) when (fault.GetBaseException() is DllNotFoundException)
        {
            throw MissingLibrary(path, fault);
        }
    }

    /// <summary>Before the first run is judged: it must not be lost for a missing library.</summary>
    public static void CheckLibrary(string path)
    {
        try
        {
            using var nowhere = Open(":memory:", SqliteOpenMode.Memory);
        }
        catch (Exception fault) when (fault.GetBaseException() is DllNotFoundException)
        {
            throw MissingLibrary(path, fault);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = Patience, ForeignKeys = true }.ToString());
        connection.Open();
        // Committed is on the disk, its directory included: EXTRA also waits for the deletion of the journal.
        connection.Execute("PRAGMA synchronous=EXTRA");
        return connection;
    }

    private static HistoryException MissingLibrary(string path, Exception cause) => HistoryException.Unavailable(
        $"cannot use {path}: libe_sqlite3.so is not beside the program. Install both files of the release into one directory, or leave --history out.", cause);
}
