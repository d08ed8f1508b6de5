using System.Diagnostics;
using System.Globalization;
using Compliance.HistoryWriter;
using Microsoft.Data.Sqlite;

namespace Compliance.History.Tests;

/// <summary>Runs that are killed, and runs that overlap, as processes of their own.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int Kills = 12;
    private readonly HistoryFolder folder = new();

    [Fact]
    public async Task A_run_that_is_killed_is_kept_whole_or_not_at_all()
    {
        var random = new Random(20261123);
        var said = new List<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var writer = Start(100_000);
            // Some while the file is made, some in the middle of the work: from the first run it tells, or a moment before that.
            if (kill % 3 != 0 && await writer.StandardOutput.ReadLineAsync() is { } first)
            {
                said.Add(Id(first));
            }

            await Task.Delay(random.Next(kill % 3 == 0 ? 400 : 120));
            writer.Kill();
            said.AddRange((await writer.StandardOutput.ReadToEndAsync()).Split('\n')[..^1].Select(Id));
            await writer.WaitForExitAsync();
            Whole(said);
        }

        said.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        HistoryFile.Append(folder.File, ExampleRun.Of(1)).Run.Id.Should().BeGreaterThan(said.Max());
    }

    [Fact]
    public async Task Runs_that_overlap_are_all_kept()
    {
        const int each = 15;
        var writers = Enumerable.Range(0, 4).Select(_ => Start(each)).ToList();
        var said = new List<long>();
        foreach (var writer in writers)
        {
            var text = await writer.StandardOutput.ReadToEndAsync();
            await writer.WaitForExitAsync();
            writer.ExitCode.Should().Be(0);
            said.AddRange(text.Split('\n')[..^1].Select(Id));
            writer.Dispose();
        }

        said.Should().OnlyHaveUniqueItems().And.HaveCount(each * writers.Count);
        Whole(said);
        HistoryFile.Read(folder.File).Single().Runs.Should().HaveCount(said.Count + 1, "one was added to look");
    }

    public void Dispose() => folder.Dispose();

    private static long Id(string line) => long.Parse(line, CultureInfo.InvariantCulture);

    private void Whole(IEnumerable<long> said)
    {
        if (!File.Exists(folder.File))
        {
            said.Should().BeEmpty();
            return;
        }

        // Append first: it is the next run that has to put right what the killed one left.
        HistoryFile.Append(folder.File, ExampleRun.Of(0));
        var runs = HistoryFile.Read(folder.File).Single().Runs;
        said.Should().BeSubsetOf(runs.Select(run => run.Id));
        runs.Should().OnlyContain(run => run.Findings.Length == ExampleRun.Findings && run.Rules.Length == 2 && run.Clauses.Length == 2);
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        connection.Rows("PRAGMA integrity_check", row => row.GetString(0)).Should().Equal("ok");
    }

    private Process Start(int count)
    {
        var program = typeof(ExampleRun).Assembly.Location;
        return Process.Start(new ProcessStartInfo("dotnet", [program, folder.File, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
    }
}
