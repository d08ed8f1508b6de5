using System.Text;
using Compliance.Core.Assessments;

namespace Compliance.Reporting.Tests;

/// <summary>What reports tell of earlier runs, with names and values that somebody wrote to deceive.</summary>
public sealed class LedgerReportTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("text")]
    public void Names_and_values_of_earlier_runs_are_inert(string format)
    {
        var report = Render(format, HostileWithHistory());

        report.Should().Contain("Resolved since the run before").And.Contain(" since yesterday (run 1, ");
        report.Should().NotContain("\e").And.NotContain("\u202E").And.NotContain("\u200B").And.NotContain("\u009B");
        if (format == "html")
        {
            report.Should().NotContain("<script>").And.NotContain("<img").And.NotContain("onmouseover=\"alert");
        }

        if (format == "md")
        {
            // Elsewhere on the page code spans may hold markup, in which it means nothing; here everything is prose.
            report.Split('\n').Where(line => line.StartsWith("- changed: ", StringComparison.Ordinal))
                .Should().NotBeEmpty().And.OnlyContain(line => line.Contains("&lt;script&gt;") && !line.Contains("<script"));
        }
    }

    [Fact]
    public void Markdown_with_a_history_still_fits_into_a_comment()
        => Render("md", HostileWithHistory()).Length.Should().BeLessThanOrEqualTo(60_000);

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("text")]
    public void A_first_run_says_that_there_is_nothing_to_compare_with(string format)
    {
        var run = Kept(HostileSample.Assessment, 1, 0);
        var series = new RunSeries("e", "p", LedgerMemory.Empty, [run]);

        Render(format, LedgerMarks.On(HostileSample.Assessment, series, DriftLedger.Of(series, run)))
            .Should().Contain("The first run of this estate and policy in the history: nothing to compare with.").And.NotContain("Resolved since the run before");
    }

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    public void Verdict_stands_beside_that_of_the_run_before(string format)
    {
        var (before, after) = (Kept(CompliantSample.Assessment, 1, -1) with { Gate = Outcome.Compliant }, Kept(RichSample.Assessment, 2, 0));
        var series = new RunSeries("e", "p", LedgerMemory.Empty, [before, after]);

        Render(format, LedgerMarks.On(RichSample.Assessment, series, DriftLedger.Of(series, after)))
            .Should().Contain("COMPLIANT at run 1 (2026-11-22 06:09:43 UTC), DRIFT now. Errors 3, 3 more than before; warnings 1, 1 more than before; not judged 2, 2 more than before.");
    }

    [Fact]
    public void Trend_has_a_bar_for_each_day_with_a_run_and_a_dot_for_each_without()
    {
        var (before, after) = (Kept(RichSample.Assessment, 1, -3), Kept(RichSample.Assessment, 2, 0));
        var series = new RunSeries("e", "p", LedgerMemory.Empty, [before, after]);
        var report = Render("html", LedgerMarks.On(RichSample.Assessment, series, DriftLedger.Of(series, after)));

        var errors = report[report.IndexOf("<svg class=\"spark\"", StringComparison.Ordinal)..];
        errors = errors[..errors.IndexOf("</svg>", StringComparison.Ordinal)];
        System.Text.RegularExpressions.Regex.Count(errors, "<rect").Should().Be(2);
        System.Text.RegularExpressions.Regex.Count(errors, "<circle").Should().Be(28);
        report.Should().Contain("3 now, 3 first, 3 at most").And.NotContain("█");
    }

    private static Assessment HostileWithHistory()
    {
        var now = HostileSample.Assessment with { Findings = [.. HostileSample.Assessment.Findings.Where((_, at) => at % 2 == 0)] };
        var earlier = HostileSample.Assessment with
        {
            Findings = [.. HostileSample.Assessment.Findings.Select(finding => finding with { Actual = $"{finding.Actual} before {HostileSample.Names[3]}", Expected = HostileSample.Names[0] })],
        };
        var (before, after) = (Kept(earlier, 1, -1), Kept(now, 2, 0));
        var series = new RunSeries(HostileSample.Names[0], HostileSample.Names[1], LedgerMemory.Empty, [before, after]);
        return LedgerMarks.On(now, series, DriftLedger.Of(series, after));
    }

    private static HistoryRun Kept(Assessment assessment, long id, int day)
        => RunRecord.Of(assessment, [], Severity.Error, 1, "0.1.0", default) with
        {
            Id = id,
            AsOf = assessment.AsOf.AddDays(day),
            Rules = [.. assessment.Findings.Select(finding => finding.Rule).Distinct().Select(rule => new HistoryCount(rule, 1, 1, 0, 0))],
        };

    private static string Render(string format, Assessment assessment)
    {
        using var stream = new MemoryStream();
        ReportFormats.Find(format, new ReportOptions())!.Render(assessment, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
