using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Compliance.Reporting.Tests;

/// <summary>The page is written so that it is well-formed XML as well: a stray <c>&lt;</c> cannot hide in it.</summary>
public class HtmlPageTests
{
    public static TheoryData<string> States => [.. Sample.AllNames];

    [Theory]
    [MemberData(nameof(States))]
    public void Page_is_well_formed_and_ids_are_unique(string state)
    {
        var ids = Page(state).Descendants().Attributes("id").Select(id => id.Value).ToList();

        ids.Should().OnlyHaveUniqueItems().And.Contain(["matrix", "findings", "unjudged", "traceability", "rules", "inventory"]);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Page_asks_nobody_for_anything(string state)
    {
        var page = Page(state);
        var style = page.Descendants("style").Single().Value;

        style.Should().NotContainAny("url(", "@import", "http:", "https:", "expression(");
        page.Descendants().Attributes("src").Should().BeEmpty();
        page.Descendants().Attributes("href").Select(href => href.Value).Should().OnlyContain(href => href.StartsWith('#') || href == "data:,");
        page.Descendants().Select(element => element.Name.LocalName).Should()
            .NotContain(["script", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "a:href"]);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Only_its_own_style_is_let_in(string state)
    {
        var page = Page(state);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants("style").Single().Value)));

        page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value
            .Should().Be($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_link_leads_somewhere(string state)
    {
        var page = Page(state);
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToHashSet(StringComparer.Ordinal);

        page.Descendants().Attributes("href").Select(href => href.Value).Where(href => href.StartsWith('#'))
            .Should().OnlyContain(href => ids.Contains(href.Substring(1)));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Headings_descend_one_level_at_a_time_and_tables_have_headers(string state)
    {
        var page = Page(state);
        var levels = page.Descendants().Where(element => Regex.IsMatch(element.Name.LocalName, "^h[1-6]$"))
            .Select(element => element.Name.LocalName[1] - '0').ToList();

        levels[0].Should().Be(1);
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
        levels.Count(level => level == 1).Should().Be(1);
        page.Descendants("table").Where(table => !table.Elements("thead").Any()).Should().BeEmpty();
        page.Descendants("th").Where(th => th.Attribute("scope") is null).Should().BeEmpty();
        page.Descendants().Select(element => element.Name.LocalName).Should().Contain(["header", "nav", "main", "footer"]);
    }

    [Theory]
    [InlineData("rich", "DRIFT")]
    [InlineData("compliant", "COMPLIANT")]
    [InlineData("unjudged", "COULD NOT BE JUDGED")]
    [InlineData("below-the-gate", "COMPLIANT")]
    [InlineData("nothing", "COULD NOT BE JUDGED")]
    public void Verdict_stands_first_and_in_words(string state, string verdict)
        => Page(state).Descendants("h1").Single().Value.Should().Be(verdict);

    [Fact]
    public void Hostile_names_are_text_and_nothing_else()
    {
        var page = Page("hostile");

        page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should().OnlyContain(name => !name.StartsWith("on", StringComparison.Ordinal) && name != "style");
        var text = string.Concat(page.Descendants("main").Single().DescendantNodes().OfType<XText>().Select(node => node.Value));
        foreach (var name in HostileSample.Names)
        {
            text.Should().Contain(UntrustedText.Shortened(name, 80));
        }
    }

    [Fact]
    public void Every_finding_is_on_the_page_however_many_there_are()
    {
        var page = Page("large");

        var ids = page.Descendants().Attributes("id").Select(id => id.Value).Where(id => id.StartsWith("f-", StringComparison.Ordinal));
        ids.Should().HaveCount(LargeSample.Assessment.Findings.Length);
    }

    [Fact]
    public void Three_hundred_guests_in_drift_stay_below_two_megabytes()
        => Sample.Bytes(new HtmlRenderer(), LargeSample.Assessment).Length.Should().BeLessThan(2_000_000);

    [Fact]
    public void Three_thousand_guests_in_drift_are_all_on_the_page()
    {
        var page = Sample.Render(new HtmlRenderer(), LargeSample.Of(3000));

        Regex.Count(page, " id=\"f-").Should().Be(36_000);
        page.Length.Should().BeLessThan(20_000_000);
    }

    [Fact]
    public void Picture_of_the_lineage_stays_readable_and_counts_what_it_leaves_to_the_tables()
    {
        var lineage = Page("large").Descendants("section").Single(section => (string?)section.Attribute("id") == "lineage");

        var picture = lineage.Descendants("svg").First(svg => Classes(svg).Contains("map"));
        picture.Elements("svg").Should().HaveCount(24 + 24 + 2);
        picture.Elements("svg").Should().Contain(box => box.Value.StartsWith("8 more guests", StringComparison.Ordinal));
        lineage.Value.Should().Contain("Not drawn, but in the table: 7 storages more.");
        foreach (var guest in Enumerable.Range(0, 300))
        {
            lineage.Descendants("table").Elements("tbody").Elements("tr").Elements("td").Elements("code").Should().Contain(code => code.Value == $"qemu/{guest}");
        }
    }

    [Fact]
    public void Lineage_that_nobody_knows_is_drawn_with_its_reason()
        => Section("rich", "lineage").Should().Contain("Nobody can say whether local-lvm, where guests lie, and local-backup, where backups go, share a disk: could not read /nodes/pve2/disks/list (595 Connection refused)")
            .And.Contain("SHARED by guests and backups").And.Contain("inferred").And.Contain("There may be more than is drawn");

    [Fact]
    public void Cell_of_the_matrix_leads_to_its_findings_only()
    {
        var page = Page("rich");
        var cell = page.Descendants("td").First(td => td.Value.Contains("2 fail", StringComparison.Ordinal)).Element("a")!.Attribute("href")!.Value[1..];

        page.Descendants("li").Where(li => Classes(li).Contains("f") && Classes(li).Contains(cell)).Select(li => (string?)li.Attribute("id"))
            .Should().Equal("f-5f1c7a90e2b4d836", "f-9b02d4410c77fe15");
        page.Descendants("style").Single().Value.Should().Contain($"#{cell}:target ~ section :is(.s, .g, .f):not(.{cell}) {{ display: none; }}");
        page.Descendants("p").Single(p => (string?)p.Attribute("id") == cell).Value
            .Should().Contain("Tier 1 · Core services × Guests and copies").And.Contain("2 failed, 0 could not be judged");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Filter_of_a_cell_hides_nothing_that_holds_its_findings(string state)
    {
        var page = Page(state);
        var cells = page.Descendants("p").Where(p => Classes(p).Contains("only")).Select(p => (string)p.Attribute("id")!);

        foreach (var cell in cells)
        {
            var findings = page.Descendants().Where(element => Classes(element) is ["f", ..] classes && classes.Contains(cell)).ToList();
            findings.Should().NotBeEmpty(cell);
            findings.SelectMany(finding => finding.Ancestors()).Where(element => Classes(element)[0] is "s" or "g" or "f" && !Classes(element).Contains(cell))
                .Should().BeEmpty(cell);
        }
    }

    [Fact]
    public void Zero_findings_are_not_zero_checks()
        => Section("compliant", "findings").Should().Contain("Nothing failed").And.Contain("4 rules judged 9 subjects, and 31 verdicts hold");

    [Fact]
    public void Zero_checks_are_said_aloud()
    {
        Page("nothing").Descendants("header").First().Value.Should().Contain("No rule judged anything: this report proves nothing.");
        Section("nothing", "traceability").Should().Contain("nothing here proves that the runbook is covered");
        Section("nothing", "rules").Should().Contain("No rule was loaded").And.Contain("There were no rules");
        Section("nothing", "findings").Should().Contain("because nothing was judged").And.NotContain("rests on work");
        Section("nothing", "unjudged").Should().NotContain("every verdict was reached");
    }

    [Fact]
    public void Unknown_verdicts_are_said_where_nothing_failed()
        => Section("unjudged", "findings").Should().Contain("Nothing failed, but 42 verdicts were not reached");

    [Fact]
    public void Clause_that_judged_no_subject_reads_as_not_checked()
        => Page("rich").Descendants("tr").Single(row => (string?)row.Attribute("id") == "clause-RB-70").Value.Should().EndWith("not checked");

    [Fact]
    public void Blind_spot_names_the_privilege_that_would_open_it()
        => Section("rich", "unjudged").Should().Contain("Sys.Audit on /access").And.Contain("no privilege opens this");

    private static string Section(string state, string id)
        => Page(state).Descendants("section").Single(section => (string?)section.Attribute("id") == id).Value;

    private static string[] Classes(XElement element) => ((string?)element.Attribute("class") ?? "").Split(' ');

    private static XDocument Page(string state)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        using var reader = XmlReader.Create(new StringReader(Sample.Render(new HtmlRenderer(), Sample.Named(state))), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
