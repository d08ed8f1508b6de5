using System.Text.RegularExpressions;

namespace Compliance.Reporting.Tests;

public class MarkdownReportTests
{
    public static TheoryData<string> States => [.. Sample.AllNames];

    [Theory]
    [MemberData(nameof(States))]
    public void Report_fits_into_a_comment(string state)
        => Render(Sample.Named(state)).Length.Should().BeLessThanOrEqualTo(60_000);

    [Fact]
    public void Report_fits_even_when_every_text_is_long_and_swells_when_escaped()
    {
        var swelling = string.Concat(Enumerable.Repeat("@#", 2_500));
        var findings = LargeSample.Assessment.Findings.Select(finding => finding with
        {
            Rule = swelling,
            Message = swelling,
            Subject = finding.Subject with { Name = swelling },
            Expected = swelling,
            Why = swelling,
            Fix = swelling,
        });
        var assessment = HostileSample.Assessment with
        {
            Findings = [.. findings],
            Policy = Sample.Policy with { Name = swelling, Version = swelling, Digest = swelling },
            Estate = Sample.Estate with { Name = swelling },
            Matrix = new Matrix([.. Enumerable.Repeat(swelling, 20)], [.. Enumerable.Range(0, 50).Select(tier => Sample.Row(tier, swelling, 1, [.. Enumerable.Repeat((1, 1, 1), 20)]))]),
            BlindSpots = [.. Enumerable.Repeat(new BlindSpot(new Gap(swelling, swelling, swelling), [swelling], 1), 99)],
            Coverage = [.. Enumerable.Repeat(new ClauseCoverage(new Clause(swelling, swelling, swelling, ClauseProof.Live, swelling), [swelling], Verdict.Fail), 99)],
            IdleRules = [.. Enumerable.Repeat(swelling, 99)],
        };

        Render(assessment).Length.Should().BeLessThanOrEqualTo(60_000);
    }

    [Fact]
    public void What_does_not_fit_is_counted()
    {
        var report = Render(LargeSample.Assessment);
        var shown = Regex.Count(report, "^\\| ❌ error", RegexOptions.Multiline);

        report.Should().Contain($"**{LargeSample.Assessment.Findings.Length - shown} findings left out here**");
        shown.Should().BeGreaterThan(20);
    }

    [Fact]
    public void Three_thousand_guests_fit_into_a_comment_and_a_job_summary_and_nothing_goes_in_silence()
    {
        var report = Render(LargeSample.Of(3000));

        report.Length.Should().BeLessThanOrEqualTo(60_000, "GitHub refuses comments above 65,536 characters");
        System.Text.Encoding.UTF8.GetByteCount(report).Should().BeLessThan(1024 * 1024, "GitHub refuses job summaries above 1 MiB");
        var shown = Regex.Count(report, "^\\| ❌ error", RegexOptions.Multiline);
        report.Should().Contain($"**{36_000 - shown} findings left out here**");
        report.IndexOf("### Findings", StringComparison.Ordinal).Should().BeLessThan(3_000, "the verdict and what failed come first");
    }

    [Fact]
    public void What_fits_is_whole()
        => Render(RichSample.Assessment).Should().NotContain("left out");

    [Theory]
    [MemberData(nameof(States))]
    public void Every_row_has_as_many_cells_as_its_head(string state)
    {
        foreach (var table in Tables(Render(Sample.Named(state))))
        {
            table.Select(Cells).Distinct().Should().ContainSingle(string.Join('\n', table));
        }
    }

    [Fact]
    public void Folded_parts_are_closed()
    {
        var report = Render(HostileSample.Assessment);

        Regex.Count(report, "^<details>", RegexOptions.Multiline).Should().BeGreaterThan(2).And.Be(Regex.Count(report, "^</details>$", RegexOptions.Multiline));
    }

    [Fact]
    public void Hostile_names_are_inert_outside_of_code()
    {
        var prose = WithoutCode(Render(HostileSample.Assessment)).Replace("&#8203;", "\u200B", StringComparison.Ordinal);

        Regex.Matches(prose, "<(?!/?(details|summary|code)>)").Should().BeEmpty("no markup but our own");
        Regex.IsMatch(prose, "@\\w").Should().BeFalse("nobody is called");
        Regex.IsMatch(prose, "#\\d").Should().BeFalse("no issue is named");
        Regex.IsMatch(prose, "(https?:)?//\\w", RegexOptions.IgnoreCase).Should().BeTrue("the text is still there");
        prose.Should().NotContainAny("https://", "www.");
        Regex.IsMatch(prose, @"(?<!\\)[\[\]`]").Should().BeFalse("no link and no code begins");
    }

    [Theory]
    [InlineData("a|b", "<code>a\\|b</code>")]
    [InlineData(@"a\|b", @"<code>a\\\|b</code>")]
    [InlineData("plain", "`plain`")]
    [InlineData("`x`", "`` `x` ``")]
    [InlineData("", "–")]
    public void Value_in_a_cell_cannot_end_its_cell(string value, string cell) => MarkdownText.CodeCell(value, 80).Should().Be(cell);

    [Fact]
    public void Command_with_fences_stays_in_its_block()
        => MarkdownText.Block("a\n```\nb").Should().Be("````sh\na\\n```\\nb\n````\n");

    [Fact]
    public void Half_a_command_is_never_shown()
    {
        var finding = RichSample.Findings[0] with { Fix = "pvesh set " + new string('x', 5000) };

        Render(RichSample.Assessment with { Findings = [finding] }).Should().NotContain("pvesh set").And.Contain("The command is too long to show here");
    }

    private static string Render(Assessment assessment) => Sample.Render(new MarkdownRenderer(), assessment);

    private static List<List<string>> Tables(string report)
    {
        List<List<string>> tables = [];
        var inTable = false;
        foreach (var line in report.Split('\n'))
        {
            var isRow = line.StartsWith('|');
            if (isRow && !inTable)
            {
                tables.Add([]);
            }

            if (isRow)
            {
                tables[^1].Add(line);
            }

            inTable = isRow;
        }

        return tables;
    }

    // As GitHub's table scanner: a backslash takes the next character with it, everything else may end a cell.
    private static int Cells(string row) => Regex.Count(Regex.Replace(row, @"\\.", "x"), @"\|");

    private static string WithoutCode(string report)
    {
        var withoutBlocks = Regex.Replace(report, "^(`{3,})sh\n.*?\n\\1$", "", RegexOptions.Multiline | RegexOptions.Singleline);
        return Regex.Replace(withoutBlocks, "(?<![\\\\`])(`+)(?!`)(.*?)(?<!`)\\1(?!`)", "");
    }
}
