using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using NJsonSchema;

namespace Compliance.Reporting.Tests;

/// <summary>The gate's answer in every format: as approved, inert, and fit to print.</summary>
public sealed class ReadinessFormatTests
{
    public static TheoryData<string> States => [.. ReadinessSample.Names];

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in ReadinessFormats.Names)
            {
                foreach (var state in ReadinessSample.Names)
                {
                    all.Add(format, state);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Answer_is_the_approved_one(string format, string state)
        => Approved.Verify(ReadinessSample.Render(format, ReadinessSample.Named(state)), $"tests/Compliance.Reporting.Tests/goldens/ready/{state}.{(format is "text" or "ticket" ? $"{format}.txt" : format)}");

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_from_outside_repaints_a_terminal(string format, string state)
        => ReadinessSample.Render(format, ReadinessSample.Named(state)).EnumerateRunes().Where(rune => rune.Value != '\n')
            .Should().OnlyContain(rune => !UntrustedText.IsDeceptive(rune));

    [Theory]
    [MemberData(nameof(States))]
    public void Page_is_well_formed_and_asks_nobody_for_anything(string state)
    {
        var page = Page(state);
        var style = page.Descendants("style").Single().Value;
        style.Should().NotContainAny("url(", "@import", "http:", "https:", "expression(");
        page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value
            .Should().Be($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; img-src data:; base-uri 'none'; form-action 'none'");
        page.Descendants().Attributes("src").Should().BeEmpty();
        page.Descendants().Attributes("href").Select(href => href.Value).Should().OnlyContain(href => href.StartsWith('#') || href == "data:,");
        page.Descendants().Select(element => element.Name.LocalName).Should().NotContain(["script", "img", "iframe", "object", "embed", "form", "base"]);
        page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should().OnlyContain(name => !name.StartsWith("on", StringComparison.Ordinal) && name != "style");
        page.Descendants().Attributes("href").Select(href => href.Value).Where(href => href.StartsWith('#')).Should().OnlyContain(href => page.Descendants().Attributes("id").Any(id => id.Value == href.Substring(1)));
    }

    [Theory]
    [InlineData("go", "GO")]
    [InlineData("no-go", "NO-GO")]
    [InlineData("unknown", "UNKNOWN")]
    [InlineData("nothing", "UNKNOWN")]
    public void Answer_stands_first_and_in_words(string state, string word)
    {
        Page(state).Descendants("h1").Single().Value.Should().Be(word);
        ReadinessSample.Render("text", ReadinessSample.Named(state)).Should().StartWith($"{word}  for ");
        ReadinessSample.Render("ticket", ReadinessSample.Named(state)).Should().StartWith($"pve-compliance ready: {word} for ");
        ReadinessSample.Render("md", ReadinessSample.Named(state)).Should().Contain($" {word} for ");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("html")]
    public void What_is_in_the_way_comes_before_what_is_in_order_and_each_with_its_command(string format)
    {
        var text = ReadinessSample.Render(format, ReadinessSample.NoGo).Replace("&#39;", "'").Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&amp;", "&");
        foreach (var fix in ReadinessSample.NoGo.Blocking.Where(finding => finding.Verdict == Verdict.Fail && finding.Fix is not null).Select(finding => finding.Fix!))
        {
            text.Should().Contain(fix);
            text.IndexOf(fix, StringComparison.Ordinal).Should().BeLessThan(text.LastIndexOf("n order", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_hostile_name_is_text_on_the_page()
    {
        var text = string.Concat(Page("hostile").Descendants("main").Single().DescendantNodes().OfType<XText>().Select(node => node.Value));
        foreach (var name in HostileSample.Names)
        {
            text.Should().Contain(UntrustedText.Shortened(name, 80));
        }
    }

    [Fact]
    public void Ticket_carries_the_hash_of_the_receipt()
        => ReadinessSample.Render("ticket", ReadinessSample.Go).Should().EndWith($"Receipt {ReceiptFile.HashOf(Receipt.Of(ReadinessSample.Go))}\n");

    [Theory]
    [MemberData(nameof(States))]
    public async Task Document_follows_the_published_schema(string state)
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/readiness.schema.json"));
        schema.Validate(ReadinessSample.Render("json", ReadinessSample.Named(state))).Should().BeEmpty();
    }

    [Fact]
    public async Task Schema_refuses_a_document_that_lacks_a_member()
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read("schemas/readiness.schema.json"));
        var document = ReadinessSample.Render("json", ReadinessSample.NoGo);
        foreach (var name in JsonNode.Parse(document)!.AsObject().Select(member => member.Key))
        {
            var broken = JsonNode.Parse(document)!.AsObject();
            broken.Remove(name);
            schema.Validate(broken.ToJsonString()).Should().NotBeEmpty($"{name} is promised");
        }

        foreach (var list in (string[])["items", "disabled", "waiverProblems", "blocking"])
        {
            foreach (var name in JsonNode.Parse(document)![list]![0]!.AsObject().Select(member => member.Key))
            {
                var broken = JsonNode.Parse(document)!.AsObject();
                broken[list]![0]!.AsObject().Remove(name);
                schema.Validate(broken.ToJsonString()).Should().NotBeEmpty($"{list}/{name} is promised");
            }
        }
    }

    private static XDocument Page(string state)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        using var reader = XmlReader.Create(new StringReader(ReadinessSample.Render("html", ReadinessSample.Named(state))), settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
