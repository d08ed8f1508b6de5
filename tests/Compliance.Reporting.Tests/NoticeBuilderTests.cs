using Compliance.Core.Assessments;

namespace Compliance.Reporting.Tests;

/// <summary>What a run tells people.</summary>
public sealed class NoticeBuilderTests
{
    [Fact]
    public void Without_anything_to_compare_with_all_findings_are_told()
    {
        var notice = NoticeBuilder.Of(RichSample.Assessment, null, null);

        notice.Findings.Should().HaveSameCount(RichSample.Assessment.Findings);
        notice.PreviousVerdict.Should().BeNull();
        notice.IsUrgent.Should().Be(RichSample.Assessment.Gate != Outcome.Compliant);
        notice.Title.Should().NotContain("new");
    }

    [Fact]
    public void What_changed_comes_first_and_the_title_counts_it()
    {
        var now = HostileSample.Assessment;
        var came = now.Findings.Where(finding => finding.Waiver is null).Select(finding => finding.Fingerprint).Distinct().Take(2).ToList();
        var earlier = now with { Findings = [.. now.Findings.Where(finding => !came.Contains(finding.Fingerprint))] };
        var (before, after) = (Kept(earlier, 1, -1), Kept(now, 2, 0));
        var series = new RunSeries("e", "p", LedgerMemory.Empty, [before, after]);

        var notice = NoticeBuilder.Of(now, Outcome.Compliant, ToldState.Since(series, before, after));

        notice.Title.Should().MatchRegex(@" \([0-9]+ new\)$");
        notice.PreviousVerdict.Should().Be("compliant");
        var standings = notice.Findings.Select(finding => finding.Standing).ToList();
        standings.Should().Contain("new").And.Contain("unchanged").And.Contain("waived");
        standings.LastIndexOf("new").Should().BeLessThan(standings.IndexOf("unchanged"));
    }

    [Fact]
    public void No_text_of_a_notice_can_end_its_line_or_deceive_the_eye()
    {
        var notice = NoticeBuilder.Of(HostileSample.Assessment, null, null);
        string?[] texts =
        [
            notice.Title, notice.Estate, notice.Policy, .. notice.Summary,
            .. notice.Findings.SelectMany(finding => (string?[])[finding.Subject, finding.SubjectName, finding.Message]),
            NoticeBuilder.OfFailure("p", "a\r\nBcc: x@y\u202E", default).Summary[^1],
        ];

        texts.OfType<string>().SelectMany(text => text.EnumerateRunes()).Should().NotContain(rune => UntrustedText.IsDeceptive(rune));
    }

    private static HistoryRun Kept(Assessment assessment, long id, int day)
        => RunRecord.Of(assessment, [], Severity.Error, 1, "0.1.0", default) with
        {
            Id = id,
            AsOf = assessment.AsOf.AddDays(day),
            Rules = [.. assessment.Findings.Select(finding => finding.Rule).Distinct().Select(rule => new HistoryCount(rule, 1, 1, 0, 0))],
        };
}
