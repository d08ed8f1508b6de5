using System.Text.RegularExpressions;

namespace Compliance.Reporting.Tests;

public class TextReportTests
{
    [Fact]
    public void Without_a_width_a_finding_is_one_line_in_the_agreed_form()
        => Lines(RichSample.Assessment, width: null).Should().Contain(
            "qemu/101 (ca01) error BKP104: no enabled job covers this guest; job \"weekly-core\" would, but is disabled  "
            + "Fix: pvesh set /cluster/backup/weekly-core --enabled 1   (policy.yaml:22, RB-40, RB-20)");

    [Fact]
    public void Verdict_stands_on_the_first_line_and_the_counts_on_the_last()
    {
        var lines = Lines(RichSample.Assessment, width: 100);

        lines[0].Should().Be("DRIFT  homelab: 3 errors, 1 warning, 1 info, 2 could not be judged");
        lines[^1].Should().Be("9 rules judged 14 subjects: 41 pass, 5 fail, 2 unknown, 17 not applicable, 0 waived");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public void Nothing_but_a_command_is_wider_than_asked(int width)
        => Lines(RichSample.Assessment, width).Concat(Lines(AcceptedSample.Assessment, width)).Where(line => !line.StartsWith("    Fix: ", StringComparison.Ordinal) && line.Split(' ').Max(word => word.Length) < 50)
            .Should().OnlyContain(line => line.Length <= width);

    [Theory]
    [InlineData("rich")]
    [InlineData("hostile")]
    [InlineData("unjudged")]
    public void What_belongs_to_a_finding_stands_below_it_indented(string state)
    {
        var lines = Lines(Sample.Named(state), width: 60);

        lines.Should().NotContain(line => line.EndsWith(' '));
        lines.Where(line => line.StartsWith("expected", StringComparison.Ordinal) || line.StartsWith("actual", StringComparison.Ordinal) || line.StartsWith("missing", StringComparison.Ordinal))
            .Should().BeEmpty();
        lines.Should().Contain(line => line.StartsWith("    missing   could not read ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_accepted_never_looks_like_plain_green()
    {
        Lines(AcceptedSample.AllWaived, width: 80)[0].Should().Be("COMPLIANT WITH WAIVERS  homelab: 5 waived");
        Lines(AcceptedSample.Unchanged, width: 80)[0].Should().StartWith("DRIFT, NOTHING NEW  homelab: 3 errors");
        string.Join(' ', Lines(AcceptedSample.Unchanged, width: null)).Should().Contain("Nothing new counts, so the exit code is 0; what is unchanged still fails.");
    }

    [Fact]
    public void Command_is_never_broken()
        => Lines(RichSample.Assessment, width: 60).Should().Contain("    Fix: pvesh set /cluster/backup/weekly-tools --prune-backups keep-daily=5,keep-weekly=2");

    [Fact]
    public void Colour_comes_only_when_asked_and_changes_no_word()
    {
        var colored = Render(RichSample.Assessment, new ReportOptions { UseColor = true });

        colored.Should().Contain("\e[1;31mDRIFT\e[0m");
        Regex.Replace(colored, "\e\\[[0-9;]*m", "").Should().Be(Render(RichSample.Assessment, new ReportOptions()));
    }

    [Fact]
    public void Colours_of_a_hostile_name_do_not_reach_the_terminal()
    {
        var colored = Render(HostileSample.Assessment, new ReportOptions { UseColor = true });

        Regex.Replace(colored, "\e\\[(0|1|2|1;3[1236])m", "").Should().NotContain("\e").And.Contain(@"red\x1B[31m");
    }

    [Fact]
    public void Unknown_is_said_with_what_could_not_be_read()
        => Lines(RichSample.Assessment, width: null).Should().ContainInOrder(
            "storage/local-backup unknown BKP801: who may use this storage could not be read   (policy.yaml:66, RB-80)",
            "    missing   could not read /access/acl (403 Permission check failed): needs Sys.Audit on /access");

    [Fact]
    public void Many_of_one_reason_are_counted_on_a_terminal_and_all_written_without_width()
    {
        Lines(EdgeSamples.Unjudged, width: 100).Should().Contain("… and 36 more subjects of BKP303 for the same reason; the json report names each");
        Lines(EdgeSamples.Unjudged, width: null).Count(line => line.Contains(" unknown BKP303: ", StringComparison.Ordinal)).Should().Be(41);
    }

    [Fact]
    public void Outcome_that_is_no_pass_says_so()
    {
        Lines(EdgeSamples.Unjudged, width: null)[1].Should().Contain("This is not a pass. The policy turns off 1 rule");
        Lines(EdgeSamples.Nothing, width: null)[1].Should().Be("No rule judged anything: this report proves nothing.");
    }

    [Fact]
    public void Matrix_is_a_table_when_it_fits_and_never_hides_an_unknown_behind_a_fail()
    {
        var lines = Lines(RichSample.Assessment, width: 140);

        lines.Should().Contain(line => line.StartsWith("Tier 1 · Core services (2 guests)        FAIL 2/6", StringComparison.Ordinal));
        lines.Should().Contain(line => line.StartsWith("Outside the tiers", StringComparison.Ordinal) && line.Contains("FAIL 1/5 ?1", StringComparison.Ordinal));
    }

    private static string[] Lines(Assessment assessment, int? width) => Render(assessment, new ReportOptions { Width = width }).TrimEnd('\n').Split('\n');

    private static string Render(Assessment assessment, ReportOptions options) => Sample.Render(new TextRenderer(options), assessment);
}
