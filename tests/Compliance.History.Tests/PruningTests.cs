using Compliance.Core.Assessments;
using Compliance.HistoryWriter;
using Microsoft.Data.Sqlite;

namespace Compliance.History.Tests;

/// <summary>Old runs go, and what is told of the others stays the same.</summary>
public sealed class PruningTests : IDisposable
{
    private const int Count = 12;
    private readonly HistoryFolder folder = new();

    [Fact]
    public void Pruning_step_by_step_changes_no_ledger_of_what_stays()
    {
        var random = new Random(8);
        for (var number = 0; number < Count; number++)
        {
            HistoryFile.Append(folder.File, Some(number, random));
        }

        var before = Ledgers();
        foreach (var day in (int[])[3, 4, 9, 40])
        {
            HistoryFile.Prune(folder.File, ExampleRun.Of(day).AsOf);

            var after = Ledgers();
            after.Keys.Should().Equal(before.Keys.Where(id => id > Math.Min(day, Count - 1)));
            foreach (var (id, ledger) in after)
            {
                ledger.Should().BeEquivalentTo(before[id], options => options.WithStrictOrdering());
            }
        }
    }

    [Fact]
    public void The_newest_run_of_each_series_stays_however_old()
    {
        HistoryFile.Append(folder.File, ExampleRun.Of(1));
        HistoryFile.Append(folder.File, ExampleRun.Of(2));
        HistoryFile.Append(folder.File, ExampleRun.Of(1) with { Estate = "other" });

        HistoryFile.Prune(folder.File, ExampleRun.Of(300).AsOf).Should().Be(1);

        HistoryFile.Read(folder.File).SelectMany(series => series.Runs).Select(run => run.Id).Should().Equal(2, 3);
        HistoryFile.Prune(folder.File, ExampleRun.Of(300).AsOf).Should().Be(0);
    }

    [Fact]
    public void A_run_from_before_the_pruning_is_refused_and_a_number_is_never_given_twice()
    {
        HistoryFile.Append(folder.File, ExampleRun.Of(5));
        HistoryFile.Append(folder.File, ExampleRun.Of(6));
        HistoryFile.Prune(folder.File, ExampleRun.Of(6).AsOf);

        var early = () => HistoryFile.Append(folder.File, ExampleRun.Of(4));
        early.Should().Throw<HistoryException>().WithMessage("*was pruned: it knows nothing of single runs before 2026-11-06T06:00:00Z*");
        HistoryFile.Append(folder.File, ExampleRun.Of(7)).Run.Id.Should().Be(3);
    }

    [Fact]
    public void What_was_said_in_runs_that_went_goes_with_them()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            HistoryFile.Append(folder.File, ExampleRun.Of(number));
        }

        HistoryFile.Prune(folder.File, ExampleRun.Of(4).AsOf).Should().Be(3);

        Wordings().Should().Be(2 * ExampleRun.Findings, "every run says something else of each finding");
    }

    [Fact]
    public void A_run_that_says_what_was_said_before_costs_little()
    {
        var run = ExampleRun.Of(1);
        var sizes = Enumerable.Range(0, 60).Select(day =>
        {
            HistoryFile.Append(folder.File, run with { AsOf = run.AsOf.AddDays(day) });
            return new FileInfo(folder.File).Length;
        }).ToList();

        Wordings().Should().Be(ExampleRun.Findings);
        ((sizes[^1] - sizes[10]) / 49).Should().BeLessThan(2_000, "the texts of its 40 findings alone are several times that");
    }

    public void Dispose() => folder.Dispose();

    private long Wordings()
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        return connection.Number("SELECT count(*) FROM said");
    }

    private static HistoryRun Some(int number, Random random)
    {
        var run = ExampleRun.Of(number);
        var found = run.Findings.Where(_ => random.Next(3) > 0).ToList();
        return run with
        {
            Findings = [.. found],
            Held = [.. run.Findings.Except(found).Where(_ => random.Next(2) == 0).Select(f => new HeldCase(f.Fingerprint, f.Rule, true, "covered", "covered")).Where(held => number == Count - 1 || held.Rule == "BKP203")],
        };
    }

    private Dictionary<long, Ledger> Ledgers()
        => HistoryFile.Read(folder.File).Single() is var series ? series.Runs.ToDictionary(run => run.Id, run => DriftLedger.Of(series, run)) : [];
}
