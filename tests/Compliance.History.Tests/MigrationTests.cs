using System.Globalization;
using Compliance.HistoryWriter;
using Microsoft.Data.Sqlite;

namespace Compliance.History.Tests;

/// <summary>Files of earlier versions: each lies in <c>Files</c> as the version that made it left it, and is never made anew.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly HistoryFolder folder = new();

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, HistorySchema.Current)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_file_of_each_version_is_read_in_full_and_appended_to(int version)
    {
        File.Copy(Kept(version), folder.File);
        VersionOf(folder.File).Should().Be(version);
        HistoryFile.Check(folder.File);

        HistoryFile.Append(folder.File, ExampleRun.Of(9)).Run.Id.Should().Be(4);

        VersionOf(folder.File).Should().Be(HistorySchema.Current);
        var runs = HistoryFile.Read(folder.File).Single().Runs;
        runs.Select(run => run.Id).Should().Equal(3, 2, 1, 4);
        runs.Take(3).Should().BeEquivalentTo(Enumerable.Range(1, 3).Select(number => Of(version, number) with { Id = 4 - number }), options => options.WithStrictOrdering());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_file_that_was_brought_here_has_the_tables_of_a_new_one(int version)
    {
        File.Copy(Kept(version), folder.File);
        HistoryFile.Append(folder.File, ExampleRun.Of(9));
        HistoryFile.Append(folder.PathOf("new.db"), ExampleRun.Of(9));

        Tables(folder.File).Should().Equal(Tables(folder.PathOf("new.db")));
    }

    [Fact]
    public void Looking_at_an_old_file_changes_nothing()
    {
        File.Copy(Kept(1), folder.File);

        HistoryFile.Check(folder.File);

        File.ReadAllBytes(folder.File).Should().Equal(File.ReadAllBytes(Kept(1)));
    }

    public void Dispose() => folder.Dispose();

    private static string Kept(int version)
        => Repository.PathOf(string.Create(CultureInfo.InvariantCulture, $"tests/Compliance.History.Tests/Files/history-{version}.db"));

    // What a version did not keep yet is not there to be read.
    private static HistoryRun Of(int version, int number) => version switch
    {
        1 => ExampleRun.Of(number) with { Held = [] },
        _ => ExampleRun.Trimmed(number),
    };

    private static int VersionOf(string file) => (int)With(file, connection => connection.Number("PRAGMA user_version"));

    private static List<string> Tables(string file)
        => With(file, connection => connection.Rows(
            "SELECT m.name || '.' || c.name || ' ' || c.type || c.\"notnull\" FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY m.name, c.name",
            row => row.GetString(0)));

    private static T With<T>(string file, Func<SqliteConnection, T> use)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return use(connection);
    }
}
