using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Compliance.Reporting.Tests;

/// <summary>A picture says what its words say, and nothing is left out of either.</summary>
public partial class PicturesTests
{
    [Theory]
    [MemberData(nameof(Guests))]
    public void The_strip_has_as_many_cells_of_a_kind_as_the_words_count(string guest)
    {
        var timeline = PictureSample.Timelines.Single(one => one.Guest == guest);
        var words = TimelineText.Summary(timeline);
        var cells = TimelineStrip.Of(timeline).ToDictionary(path => path.Kind, path => Widths().Matches(path.Data).Sum(width => Number(width, "w")));

        (Cells("P") + Cells("p")).Should().Be(Counted(words, @"restore points? on (?<n>\d+)"));
        (Cells("M") + Cells("p")).Should().Be(Counted(words, @"(?<n>\d+) missed window"));
        Cells("f").Should().Be(Counted(words, @"(?<n>\d+) failed run"));
        Cells("g").Should().Be(Counted(words, @"(?<n>\d+) restore points? gone"));
        Cells("r").Should().Be(Counted(words, @"saved on (?<n>\d+)"));
        Cells("u").Should().Be(Counted(words, @"nothing known of (?<n>\d+)"));
        cells.Where(kind => kind.Key != "f").Sum(kind => kind.Value).Should().Be(timeline.Days.Length - timeline.Count(DayMark.NotMade) - timeline.Count(DayMark.Nothing));

        int Cells(string kind) => cells.GetValueOrDefault(kind);
    }

    public static TheoryData<string> Guests => [.. PictureSample.Timelines.Select(timeline => timeline.Guest)];

    [Theory]
    [MemberData(nameof(Guests))]
    public void The_page_draws_the_strip_beside_its_words(string guest)
    {
        var timeline = PictureSample.Timelines.Single(one => one.Guest == guest);
        var page = Page(RichSample.Assessment);
        var strip = page.Descendants("li").Single(li => li.Parent!.Attribute("class")?.Value == "strips" && li.Descendants("b").First().Value == guest);
        var used = strip.Descendants().Where(element => element.Name.LocalName == "use").Select(use => use.Attribute("href")!.Value.TrimStart('#')).SingleOrDefault();
        var drawn = used is null ? [] : page.Descendants().Single(element => (string?)element.Attribute("id") == used).Elements("path").Select(path => path.Attribute("d")!.Value);

        strip.Value.Should().Contain(TimelineText.Summary(timeline));
        drawn.Should().Equal(new[] { TimelineStrip.Due(timeline) }.Where(due => due.Length > 0).Concat(TimelineStrip.Of(timeline).Select(path => path.Data)));
        strip.Descendants("svg").Select(svg => svg.Attribute("aria-labelledby")!.Value).Should().Equal(timeline.Days.IsEmpty ? [] : [strip.Element("p")!.Attribute("id")!.Value]);
    }

    [Fact]
    public void Words_name_the_days()
        => TimelineText.Summary(PictureSample.Timelines[0]).Should().Be(
            "9 restore points on 9 of 90 days; 4 missed windows (2026-11-09, 2026-11-10, 2026-11-15, 2026-11-22); 2 failed runs (2026-11-08, 2026-11-09); "
            + "1 restore point gone too early (2026-11-17); nothing known of 55 days (2026-08-26 to 2026-10-19).");

    [Fact]
    public void Every_kind_has_a_pattern_and_a_line_in_the_legend()
    {
        var page = Page(RichSample.Assessment);
        var patterns = page.Descendants().Where(element => element.Name.LocalName == "pattern").Select(pattern => (string)pattern.Attribute("id")!).ToList();
        var legend = page.Descendants().Where(element => element.Name.LocalName == "li" && element.Parent!.Attribute("class")?.Value == "keys")
            .Descendants().Attributes("stroke").Select(Id).ToList();
        var drawn = page.Descendants().Attributes("stroke").Select(Id).Distinct().ToList();

        drawn.Should().BeSubsetOf(patterns);
        patterns.Except(legend).Should().Equal("c-day");
        Enum.GetValues<DayMark>().Where(mark => mark is not (DayMark.NotMade or DayMark.Nothing)).Select(mark => "d-" + TimelineStrip.NameOf(mark)).Should().BeSubsetOf(patterns);
    }

    [Fact]
    public void What_is_worth_a_look_comes_first_and_nobody_is_left_out()
    {
        var page = Page(LargeSample.Assessment);
        var guests = page.Descendants("li").Where(li => li.Parent!.Attribute("class")?.Value == "strips").Select(li => li.Descendants("b").First().Value).ToList();

        guests.Should().BeEquivalentTo(LargeSample.Assessment.Timelines.Select(one => one.Guest));
        guests[..100].Should().BeEquivalentTo(LargeSample.Assessment.Timelines.Where(one => one.NeedsLook).Select(one => one.Guest));
    }

    /// <summary>300 guests must fit into a page that opens at once.</summary>
    [Fact]
    public void A_strip_is_small_however_restless_its_guest_is()
    {
        var strips = Page(LargeSample.Assessment).Descendants("li").Where(li => li.Parent!.Attribute("class")?.Value == "strips");

        strips.Average(li => li.ToString(SaveOptions.DisableFormatting).Length).Should().BeLessThan(600);
    }

    [Fact]
    public void The_real_calendar_marks_each_day_that_differs_once()
    {
        var picture = PictureSample.Retentions[0];
        var grid = new CalendarGrid(picture);
        var cells = CalendarPaths.Live(picture, grid).ToDictionary(path => path.Kind, path => Widths().Matches(path.Data).Sum(width => Number(width, "w")) / CalendarGrid.Cell);

        cells.Should().Contain("kept", 3).And.Contain("lacking", 8).And.Contain("there", 2).And.Contain("some", 1).And.NotContainKey("surplus");
        RetentionText.Difference(picture, grid.First).Should().Be(
            "Promised but not kept: 8 days (2026-10-25, 2026-11-01, 2026-11-08, 2026-11-15, 2026-11-17 to 2026-11-20); there now: restore points of 2 days of all of them, "
            + "and on 2 of some only (1 day older than is drawn); of the 11 days promised, 3 have one.");
    }

    /// <summary>What nobody could read is not drawn as if it were empty.</summary>
    [Fact]
    public void A_side_that_is_not_known_is_not_drawn_and_says_why()
    {
        var page = Page(RichSample.Assessment with { Retentions = [PictureSample.Retentions[1]] });
        var real = page.Descendants("div").Where(div => div.Attribute("class")?.Value == "cal").ElementAt(1);

        real.Descendants("svg").Should().BeEmpty();
        real.Value.Should().Contain("needs Sys.Audit on /");
    }

    [Fact]
    public void Days_are_written_as_ranges_and_what_is_left_out_is_counted()
    {
        var first = new DateOnly(2026, 11, 1);

        DateRanges.Of([first, first.AddDays(1), first.AddDays(5), first.AddDays(6), first.AddDays(7), first.AddDays(20)], 2).Should().Be("2026-11-01, 2026-11-02, 2026-11-06 to 2026-11-08, and 1 more day");
        DateRanges.Of([first, first], 2).Should().Be("2026-11-01");
    }

    private static XElement Page(Assessment assessment)
        => XDocument.Parse(Sample.Render(new HtmlRenderer(), assessment).Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal)).Root!;

    private static string Id(XAttribute stroke) => stroke.Value.Replace("url(#", "", StringComparison.Ordinal).TrimEnd(')');

    private static int Counted(string words, string pattern)
        => Regex.Match(words, pattern) is { Success: true } found ? int.Parse(found.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"h(?<w>\d+)")]
    private static partial Regex Widths();
}
