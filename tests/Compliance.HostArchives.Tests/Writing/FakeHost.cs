using Compliance.HostArchives.Writing;
using Microsoft.Data.Sqlite;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>A node <c>pve1</c> below a temporary folder, and a directory for its archives beside it.</summary>
internal sealed class FakeHost : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pve-host-").FullName;

    public FakeHost()
    {
        Directory.CreateDirectory(Root);
        File("etc/hostname", "pve1.example\n");
        File("etc/network/interfaces", "auto lo\niface lo inet loopback\n");
        Directory.CreateDirectory(PathOf("etc/network/interfaces.d"));
        File("etc/pve/storage.cfg", "dir: local\n\tpath /var/lib/vz\n");
        File("etc/pve/nodes/pve1/qemu-server/101.conf", "name: ca01\n");
        File("etc/pve/priv/authkey.key", "secret\n");
        System.IO.File.CreateSymbolicLink(PathOf("etc/pve/local"), "nodes/pve1");
    }

    public string Root => Path.Combine(_folder, "root");

    public string To => Path.Combine(_folder, "archives");

    /// <summary>The clock of the next run.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 20, 15, 0, TimeSpan.Zero);

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public string File(string relative, string content)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public HostBackupOptions Options() => new() { Root = HostRoot.Open(Root), To = To };

    public HostBackupResult Run() => Run(Options(), new HostBackupEdges());

    public HostBackupResult Run(HostBackupOptions options) => Run(options, new HostBackupEdges());

    public HostBackupResult Run(HostBackupEdges edges) => Run(Options(), edges);

    public HostBackupResult Run(HostBackupOptions options, HostBackupEdges edges)
        => HostBackup.Run(options, new FixedClock(Now), edges, CancellationToken.None);

    /// <summary>It fails, writes nothing that looks like an archive and leaves nothing unfinished.</summary>
    public HostBackupException Refused(HostBackupOptions options, HostBackupEdges edges)
    {
        var before = Archives();
        var fault = Assert.Throws<HostBackupException>(() => Run(options, edges));
        Archives().Should().Equal(before);
        return fault;
    }

    public HostBackupException Refused(HostBackupEdges edges) => Refused(Options(), edges);

    public HostBackupException Refused() => Refused(Options(), new HostBackupEdges());

    /// <summary>Names in the directory of the archives, without the lock.</summary>
    public string[] Archives() => Directory.Exists(To)
        ? [.. Directory.GetFileSystemEntries(To).Select(file => Path.GetFileName(file)!).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A database as pmxcfs makes it, with its write-ahead log on; open, so that the log stays.</summary>
    public SqliteConnection Database()
    {
        Directory.CreateDirectory(PathOf("var/lib/pve-cluster"));
        var database = Open(PathOf("var/lib/pve-cluster/config.db"));
        Execute(database, "PRAGMA journal_mode=WAL");
        Execute(database, "CREATE TABLE tree (inode INTEGER PRIMARY KEY NOT NULL, parent INTEGER NOT NULL, version INTEGER NOT NULL, writer INTEGER NOT NULL, mtime INTEGER NOT NULL, type INTEGER NOT NULL, name TEXT NOT NULL, data BLOB)");
        Put(database, 0, "__version__");
        return database;
    }

    public static void Put(SqliteConnection database, int inode, string name)
        => Execute(database, $"INSERT INTO tree VALUES ({inode}, 0, 1, 0, 0, 8, '{name}', zeroblob(3000))");

    public static void Execute(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // the texts are those of tests
        command.CommandText = text;
#pragma warning restore CA2100
        _ = command.ExecuteScalar();
    }

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
