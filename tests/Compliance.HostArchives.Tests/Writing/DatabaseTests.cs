using Compliance.HostArchives.Writing;
using Microsoft.Data.Sqlite;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>The database behind <c>/etc/pve</c> goes in as a copy of one moment, whoever writes to it.</summary>
public sealed class DatabaseTests
{
    private const string Name = "var/lib/pve-cluster/config.db";

    [Fact]
    public void What_is_committed_is_in_the_copy_though_it_is_only_in_the_log()
    {
        using var host = new FakeHost();
        using var database = host.Database();
        FakeHost.Execute(database, "PRAGMA wal_checkpoint(TRUNCATE)");
        FakeHost.Execute(database, "PRAGMA wal_autocheckpoint=0");
        FakeHost.Put(database, 7, "storage.cfg");
        new FileInfo(host.PathOf(Name + "-wal")).Length.Should().BePositive();

        var result = host.Run();
        result.HasDatabase.Should().BeTrue();
        RowsOf(host, result).Should().Be(2);
    }

    [Fact]
    public async Task Every_copy_made_while_another_writes_is_whole_and_holds_what_was_committed_before()
    {
        using var host = new FakeHost();
        using var database = host.Database();
        using var stop = new CancellationTokenSource();
        var committed = 1;
        var writer = Task.Run(() =>
        {
            for (var inode = 1; !stop.IsCancellationRequested; inode++)
            {
                FakeHost.Put(database, inode, $"file{inode}");
                Volatile.Write(ref committed, inode + 1);
            }
        });
        for (var run = 0; run < 5; run++)
        {
            var before = Volatile.Read(ref committed);
            var result = host.Run();
            RowsOf(host, result).Should().BeGreaterThanOrEqualTo(before);
        }

        await stop.CancelAsync();
        await writer;
        host.Archives().Should().HaveCount(5).And.OnlyContain(name => name.EndsWith(".tar.zst", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_committed_is_not_in_the_copy()
    {
        using var host = new FakeHost();
        using var database = host.Database();
        FakeHost.Execute(database, "BEGIN IMMEDIATE");
        FakeHost.Put(database, 7, "half");
        RowsOf(host, host.Run()).Should().Be(1);
        FakeHost.Execute(database, "ROLLBACK");
    }

    [Fact]
    public void Neither_the_original_nor_its_log_goes_in_with_a_path_above()
    {
        using var host = new FakeHost();
        using var database = host.Database();
        host.File("var/lib/pve-cluster/other", "x");
        var result = host.Run(host.Options() with { Paths = ["/var/lib/pve-cluster"] });
        ReadArchive.Of(result.File).Keys.Where(name => name.StartsWith("var/", StringComparison.Ordinal))
            .Should().BeEquivalentTo(["var/lib/pve-cluster/", "var/lib/pve-cluster/other", Name]);
    }

    [Fact]
    public void The_policy_may_name_the_database_itself()
    {
        using var host = new FakeHost();
        using var database = host.Database();
        ReadArchive.Of(host.Run(host.Options() with { Paths = [SavedPaths.Database] }).File).Keys.Should().Contain(Name);
    }

    [Fact]
    public void A_damaged_database_is_refused()
    {
        using var host = new FakeHost();
        using (var database = host.Database())
        {
            for (var inode = 1; inode < 50; inode++)
            {
                FakeHost.Put(database, inode, $"file{inode}");
            }
        }

        var content = File.ReadAllBytes(host.PathOf(Name));
        Array.Fill(content, (byte)0xAB, 8192, 4096);
        File.WriteAllBytes(host.PathOf(Name), content);
        var fault = host.Refused();
        fault.Fault.Should().Be(HostBackupFault.Failed);
        fault.Message.Should().Contain(SavedPaths.Database).And.Contain("cp -a /etc/pve DIR");
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database at all, and long enough to be looked at as one, which it will not stand")]
    public void What_is_no_database_of_pmxcfs_is_refused(string content)
    {
        using var host = new FakeHost();
        host.File(Name, content);
        host.Refused().Message.Should().Contain(SavedPaths.Database);
    }

    [Fact]
    public void A_database_without_a_row_is_refused()
    {
        using var host = new FakeHost();
        using var database = host.Database();
        FakeHost.Execute(database, "DELETE FROM tree");
        host.Refused().Message.Should().Contain("holds nothing");
    }

    [Fact]
    public void A_link_in_the_place_of_the_database_is_refused()
    {
        using var host = new FakeHost();
        Directory.CreateDirectory(host.PathOf("var/lib/pve-cluster"));
        File.CreateSymbolicLink(host.PathOf(Name), "/etc/passwd");
        host.Refused().Fault.Should().Be(HostBackupFault.BadInput);
    }

    // Opened where nothing else is: the copy must be whole by itself.
    private static long RowsOf(FakeHost host, HostBackupResult result)
    {
        var file = host.PathOf($"copy-{Path.GetFileName(result.File)}.db");
        File.WriteAllBytes(file, ReadArchive.Of(result.File)[Name].Content);
        using var copy = FakeHost.Open(file);
        Ask(copy, "PRAGMA integrity_check").Should().Be("ok");
        return (long)Ask(copy, "SELECT count(*) FROM tree");
    }

    private static object Ask(SqliteConnection database, string question)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // the questions are those above
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar()!;
    }
}
