using Compliance.HistoryWriter;
using Microsoft.Data.Sqlite;

namespace Compliance.History.Tests;

/// <summary>What is kept comes back, and what is no history is refused.</summary>
public sealed class HistoryFileTests : IDisposable
{
    private readonly HistoryFolder folder = new();

    [Fact]
    public void Every_column_comes_back_as_it_went_in()
    {
        var kept = new[] { 3, 1, 2 }.Select(number => HistoryFile.Append(folder.File, ExampleRun.Of(number)).Run).ToList();

        kept.Select(run => run.Id).Should().Equal(1, 2, 3);
        HistoryFile.Read(folder.File).Single().Runs.Should().BeEquivalentTo(
            [ExampleRun.Trimmed(1) with { Id = 2 }, ExampleRun.Trimmed(2) with { Id = 3 }, kept[0]], options => options.WithStrictOrdering());
    }

    [Fact]
    public void Runs_of_one_moment_are_in_the_order_they_were_kept()
    {
        var run = ExampleRun.Of(1);
        HistoryFile.Append(folder.File, run with { Program = "first" });
        HistoryFile.Append(folder.File, run with { Program = "second" });

        HistoryFile.Read(folder.File).Single().Runs.Select(one => one.Program).Should().Equal("first", "second");
    }

    [Fact]
    public void Only_the_owner_may_read_it()
    {
        HistoryFile.Append(folder.File, ExampleRun.Of(1));
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.GetUnixFileMode(folder.File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Nothing_lies_beside_it_afterwards()
    {
        HistoryFile.Append(folder.File, ExampleRun.Of(1));

        Directory.GetFiles(Path.GetDirectoryName(folder.File)!).Should().Equal(folder.File);
    }

    [Fact]
    public void A_check_makes_no_file()
    {
        HistoryFile.Check(folder.File);

        File.Exists(folder.File).Should().BeFalse();
    }

    [Fact]
    public void An_empty_file_becomes_a_history()
    {
        File.WriteAllBytes(folder.File, []);
        HistoryFile.Check(folder.File);

        HistoryFile.Append(folder.File, ExampleRun.Of(1)).Run.Id.Should().Be(1);
    }

    [Fact]
    public void A_text_file_is_refused_and_kept()
    {
        File.WriteAllText(folder.File, string.Concat(Enumerable.Repeat("inventory: not a database at all\n", 40)));
        var before = File.ReadAllBytes(folder.File);

        Refused(() => HistoryFile.Check(folder.File)).Should().Contain("is not a history, or is damaged");
        Refused(() => HistoryFile.Append(folder.File, ExampleRun.Of(1))).Should().Contain("is not a history, or is damaged");
        File.ReadAllBytes(folder.File).Should().Equal(before);
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_kept()
    {
        Change("CREATE TABLE tree (name TEXT)");

        Refused(() => HistoryFile.Check(folder.File)).Should().EndWith("is a database of another program, not a history: name another file.");
        Refused(() => HistoryFile.Append(folder.File, ExampleRun.Of(1))).Should().Contain("another program");
        Refused(() => HistoryFile.Read(folder.File)).Should().Contain("another program");
    }

    [Fact]
    public void A_file_of_a_newer_program_is_refused_and_kept()
    {
        HistoryFile.Append(folder.File, ExampleRun.Of(1));
        Change("PRAGMA user_version=99");

        var line = Refused(() => HistoryFile.Append(folder.File, ExampleRun.Of(2)));
        line.Should().Contain("written by a newer pve-compliance (version 99 of the file").And.NotContain("\n");
        Refused(() => HistoryFile.Check(folder.File)).Should().Be(line);
        Change($"PRAGMA user_version={HistorySchema.Current}");
        HistoryFile.Read(folder.File).Single().Runs.Should().ContainSingle();
    }

    [Fact]
    public void A_missing_file_and_a_missing_directory_say_what_to_do()
    {
        Refused(() => HistoryFile.Read(folder.File)).Should().Contain("is not there: check --history");
        Refused(() => HistoryFile.Check(folder.PathOf("no/history.db"))).Should().Contain("mkdir -p");
        Refused(() => HistoryFile.Check(Path.GetDirectoryName(folder.File)!)).Should().Contain("is a directory");
    }

    [Fact]
    public void A_newer_version_keeps_every_run_or_none_of_its_steps()
    {
        HistoryFile.Append(folder.File, ExampleRun.Of(1));
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        var steps = Enumerable.Repeat("SELECT 1", HistorySchema.Current).ToList();

        var broken = () =>
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            HistorySchema.Prepare(connection, folder.File, [.. steps, "CREATE TABLE more (id INTEGER)", "no such statement"]);
            transaction.Commit();
        };
        broken.Should().Throw<SqliteException>();
        connection.Number("PRAGMA user_version").Should().Be(HistorySchema.Current);
        connection.Number("SELECT count(*) FROM sqlite_master WHERE name = 'more'").Should().Be(0);
        SeriesReader.All(connection).Single().Runs.Should().ContainSingle();
    }

    public void Dispose() => folder.Dispose();

    private static string Refused(Action use)
    {
        var fault = use.Should().Throw<HistoryException>().Which;
        fault.Fault.Should().Be(HistoryFault.BadFile);
        return fault.Message;
    }

    private void Change(string text)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        connection.Execute(text);
    }
}
