using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Compliance.Reporting.Tests.Cases;

/// <summary>The reports of a run of cases.</summary>
public sealed class CaseReportTests
{
    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("junit", "xml")]
    public void Report_is_the_approved_one(string format, string extension)
        => Approved.Verify(Render(format, CaseSample.Rich), $"tests/Compliance.Reporting.Tests/goldens/cases.{extension}");

    [Fact]
    public void Text_on_a_narrow_terminal_in_colour_is_the_approved_one()
        => Approved.Verify(Render("text", CaseSample.Rich, new ReportOptions { UseColor = true, Width = 60 }), "tests/Compliance.Reporting.Tests/goldens/cases.narrow.ansi.txt");

    [Fact]
    public void Text_says_where_two_texts_part()
    {
        var lines = Render("text", CaseSample.Rich).Split('\n').ToList();
        var at = lines.FindIndex(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));

        lines[at + 2].IndexOf('^', StringComparison.Ordinal).Should().Be(lines[at].IndexOf("weekly", StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_names_neither_repaint_a_terminal_nor_break_a_document()
    {
        Render("text", CaseSample.Hostile).Should().NotContainAny("\e", "\u202E", "\u200B", "\u009B");
        Render("text", CaseSample.Hostile).Split('\n').Should().NotContain("# heading");
        JsonNode.Parse(Render("json", CaseSample.Hostile))!["cases"]!.AsArray().Should().HaveCount(HostileSample.Names.Length);
        var names = XDocument.Parse(Render("junit", CaseSample.Hostile)).Descendants("testcase").Select(element => (string?)element.Attribute("name")).ToList();
        names.Should().Contain("<script>alert(1)</script>").And.Contain(@"red\x1B[31m\x1B]0;owned\x07");
    }

    [SkippableTheory]
    [InlineData("junit-jenkins-10.xsd")]
    [InlineData("junit-windyroad.xsd")]
    public void JUnit_is_valid_by_both_schemas(string schema)
    {
        var file = Shared.Require(Path.Combine(Shared.Formats, schema));
        var schemas = new XmlSchemaSet();
        schemas.Add(null, file);
        foreach (var run in new[] { CaseSample.Rich, CaseSample.Hostile })
        {
            var faults = new List<string>();
            XDocument.Parse(Render("junit", run)).Validate(schemas, (_, fault) => faults.Add(fault.Message));
            faults.Should().BeEmpty();
        }
    }

    [Fact]
    public void JUnit_counts_are_those_of_its_elements()
    {
        foreach (var suite in XDocument.Parse(Render("junit", CaseSample.Rich)).Descendants("testsuite"))
        {
            int Count(string name) => suite.Descendants(name).Count();
            int Said(string name) => XmlConvert.ToInt32(suite.Attribute(name)!.Value);
            (Said("tests"), Said("failures"), Said("errors"), Said("skipped")).Should().Be((Count("testcase"), Count("failure"), Count("error"), Count("skipped")));
        }
    }

    private static string Render(string format, CaseRun run) => Render(format, run, new ReportOptions());

    private static string Render(string format, CaseRun run, ReportOptions options)
    {
        using var stream = new MemoryStream();
        CaseFormats.Find(format, options)!.Render(run, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
