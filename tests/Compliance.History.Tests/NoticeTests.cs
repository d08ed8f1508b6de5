using Compliance.Core.Assessments;
using Compliance.HistoryWriter;

namespace Compliance.History.Tests;

/// <summary>Who was told of a run, and what follows for the next one.</summary>
public sealed class NoticeTests : IDisposable
{
    private readonly HistoryFolder folder = new();

    [Fact]
    public void Who_was_told_is_kept_with_the_run()
    {
        var run = HistoryFile.Append(folder.File, ExampleRun.Of(1)).Run;

        NoticeRecord[] notices = [new("admins", NoticeState.Sent, null), new("chat", NoticeState.Failed, "no answer"), new("phone", NoticeState.NotDue, null)];
        HistoryFile.Note(folder.File, run, [.. notices]);

        HistoryFile.Read(folder.File).Single().Runs.Single().Notices.Should().Equal(notices);
    }

    [Fact]
    public void A_channel_knows_the_last_run_it_took_and_not_one_that_it_did_not()
    {
        Append(1, NoticeState.Sent);
        Append(2, NoticeState.Failed);
        Append(3, state: null);
        var (run, series) = HistoryFile.Append(folder.File, ExampleRun.Of(4) with { AsOf = Day(4) });

        ToldState.Last(series, run, "admins")!.Id.Should().Be(1);
        ToldState.Last(series, run, "others").Should().BeNull();
    }

    [Fact]
    public void A_run_that_was_pruned_is_known_to_nobody()
    {
        Append(1, NoticeState.Sent);
        Append(2, state: null);
        HistoryFile.Prune(folder.File, Day(2)).Should().Be(1);
        var (run, series) = HistoryFile.Append(folder.File, ExampleRun.Of(3) with { AsOf = Day(3) });

        ToldState.Last(series, run, "admins").Should().BeNull();
    }

    [Fact]
    public void What_changed_is_told_from_the_run_a_channel_knows_not_from_the_one_before()
    {
        var whole = ExampleRun.Of(1) with { AsOf = Day(1) };
        Append(1, NoticeState.Sent);
        // Nobody is told of a run without findings, and the next one is as the first.
        HistoryFile.Append(folder.File, whole with { AsOf = Day(2), Findings = [] });
        var (run, series) = HistoryFile.Append(folder.File, whole with { AsOf = Day(3) });
        var told = ToldState.Last(series, run, "admins")!;

        ToldState.Differ(told, run).Should().BeFalse();
        ToldState.Differ(series.Runs[1], run).Should().BeTrue();
        ToldState.Since(series, told, run).Findings.Should().NotBeEmpty().And.OnlyContain(entry => entry.Standing == Standing.Unchanged || entry.Standing == Standing.Waived);
        ToldState.Since(series, told, run).Previous!.Id.Should().Be(1);
    }

    [Fact]
    public void Accepting_a_finding_is_a_change_and_its_wording_is_none()
    {
        var run = ExampleRun.Of(1);
        var finding = run.Findings.First(one => one is { Verdict: Verdict.Fail, WaivedUntil: null });

        ToldState.Differ(run, run with { Findings = run.Findings.Replace(finding, finding with { Message = "said otherwise", Severity = Severity.Info }) }).Should().BeFalse();
        ToldState.Differ(run, run with { Findings = run.Findings.Replace(finding, finding with { WaivedUntil = new DateOnly(2027, 1, 1) }) }).Should().BeTrue();
        ToldState.Differ(run, run with { Findings = run.Findings.Replace(finding, finding with { Verdict = Verdict.Unknown }) }).Should().BeTrue();
        ToldState.Differ(run, run with { Gate = run.Gate == Outcome.Drift ? Outcome.Unknown : Outcome.Drift }).Should().BeTrue();
    }

    public void Dispose() => folder.Dispose();

    private void Append(int day, NoticeState? state)
    {
        var run = HistoryFile.Append(folder.File, ExampleRun.Of(1) with { AsOf = Day(day) }).Run;
        if (state is { } known)
        {
            HistoryFile.Note(folder.File, run, [new NoticeRecord("admins", known, known == NoticeState.Failed ? "no answer" : null)]);
        }
    }

    private static DateTimeOffset Day(int day) => new(2026, 11, day, 6, 0, 0, TimeSpan.Zero);
}
