using Microsoft.Data.Sqlite;

namespace Compliance.HostArchives.Writing;

/// <summary>
/// Copies the database of pmxcfs while pmxcfs writes to it. The newest transactions are in its write-ahead log, so that a copy of the file
/// alone misses them, and one of both files can be torn; SQLite's own backup takes both under its locks. What is in it is the table
/// <c>tree</c> (pmxcfs/database.c).
/// </summary>
internal static class ConfigDatabase
{
    // How long to wait for a writer that holds it outside of a write-ahead log; SQLite's own busy handler does the waiting.
    private const string Patience = "PRAGMA busy_timeout=10000";

    /// <param name="path">as on the host, for messages</param>
    /// <exception cref="HostBackupException">it cannot be copied, or the copy does not pass SQLite's own check</exception>
    public static void Copy(string source, string copy, string path)
    {
        try
        {
            using var from = Open(source, SqliteOpenMode.ReadOnly);
            using var to = Open(copy, SqliteOpenMode.ReadWriteCreate);
            from.BackupDatabase(to);
            if (Ask(to, "PRAGMA integrity_check") is var found && found != "ok")
            {
                throw HostBackupException.Failed(
                    $"{path} is damaged ({found}): nothing was written, since an archive with it would look whole. Save /etc/pve by hand now (cp -a /etc/pve DIR), then repair the node.");
            }

            if (Ask(to, "SELECT name FROM tree LIMIT 1") is null)
            {
                throw HostBackupException.Failed($"{path} holds nothing, so it is not what /etc/pve is made of: check systemctl status pve-cluster.");
            }

            // The copy is one file for whoever opens it: no write-ahead log to be made beside it. pmxcfs turns its log on again by itself.
            _ = Ask(to, "PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException fault)
        {
            throw HostBackupException.Failed($"cannot copy {path}: {fault.Message} Run host-backup as root; if the database is damaged, save /etc/pve by hand (cp -a /etc/pve DIR) and repair the node.");
        }
        catch (Exception fault) when (fault.GetBaseException() is DllNotFoundException)
        {
            throw HostBackupException.Failed($"cannot copy {path}: libe_sqlite3.so is not beside the program. Install both files of the release into one directory.");
        }
    }

    /// <summary>What SQLite may lay beside a database.</summary>
    public static IEnumerable<string> Beside(string file) => [file + "-journal", file + "-wal", file + "-shm"];

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        _ = Ask(connection, Patience);
        return connection;
    }

    private static string? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the questions are the constants above
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar() as string;
    }
}
