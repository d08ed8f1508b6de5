using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using NJsonSchema;

namespace Compliance.Reporting.Tests;

/// <summary>The overview above several reports, in every format: as approved, inert, and never greener than what it stands above.</summary>
public sealed class OverviewTests
{
    public static TheoryData<string> States => [.. OverviewSample.Names];

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var format in OverviewFormats.Names)
            {
                foreach (var state in OverviewSample.Names)
                {
                    all.Add(format, state);
                }
            }

            return all;
        }
    }

    [Theory]
    [InlineData("text", "mixed", "txt")]
    [InlineData("json", "mixed", "json")]
    [InlineData("md", "mixed", "md")]
    [InlineData("html", "mixed", "html")]
    [InlineData("text", "hostile", "txt")]
    [InlineData("md", "hostile", "md")]
    [InlineData("text", "part", "txt")]
    [InlineData("text", "unassessed", "txt")]
    public void Overview_is_the_approved_one(string format, string state, string extension)
        => Approved.Verify(OverviewSample.Render(format, state), $"tests/Compliance.Reporting.Tests/goldens/overview/{state}.{extension}");

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_from_outside_repaints_a_terminal(string format, string state)
        => OverviewSample.Render(format, state).EnumerateRunes().Where(rune => rune.Value != '\n').Should().OnlyContain(rune => !UntrustedText.IsDeceptive(rune));

    [Theory]
    [MemberData(nameof(States))]
    public void Page_is_well_formed_and_links_to_files_beside_it_only(string state)
    {
        var page = Page(state);
        var style = page.Descendants("style").Single().Value;
        style.Should().NotContainAny("url(", "@import", "http:", "https:", "expression(");
        page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value
            .Should().Be($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; img-src data:; base-uri 'none'; form-action 'none'");
        page.Descendants().Attributes("src").Should().BeEmpty();
        page.Descendants("a").Attributes("href").Select(href => href.Value).Where(href => !href.EndsWith(".html", StringComparison.Ordinal) || href.Contains('/') || href.Contains(':')).Should().BeEmpty();
        page.Descendants().Select(element => element.Name.LocalName).Should().NotContain(["script", "img", "iframe", "object", "embed", "form", "base"]);
        page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Should().OnlyContain(name => !name.StartsWith("on", StringComparison.Ordinal) && name != "style");
        page.Descendants("use").Attributes("href").Select(href => href.Value).Should().OnlyContain(href => page.Descendants("symbol").Any(symbol => $"#{(string?)symbol.Attribute("id")}" == href));
        page.Descendants("th").Where(th => th.Attribute("scope") is null).Should().BeEmpty();
    }

    [Theory]
    [InlineData("mixed", "DRIFT", "1 of 5 clusters is compliant, 1 drifted, 3 could not be assessed.")]
    [InlineData("compliant", "COMPLIANT", "2 of 2 clusters are compliant.")]
    [InlineData("unassessed", "COULD NOT BE ASSESSED", "0 of 2 clusters are compliant, 2 could not be assessed.")]
    [InlineData("part", "COMPLIANT, AS FAR AS ASKED", "1 of 1 cluster is compliant.")]
    public void The_worst_stands_first_and_hides_no_other(string state, string headline, string sentence)
    {
        Page(state).Descendants("h1").Single().Value.Should().Be(headline);
        Page(state).Descendants("p").Select(p => p.Value).Should().Contain(sentence);
        OverviewSample.Render("text", state).Should().StartWith($"{headline}  {sentence}\n");
        OverviewSample.Render("md", state).Should().Contain($" {headline}\n\n{sentence}\n");
    }

    [Theory]
    [InlineData(Outcome.Compliant, false, Outcome.Compliant)]
    [InlineData(Outcome.Compliant, true, Outcome.Unknown)]
    [InlineData(Outcome.Drift, true, Outcome.Drift)]
    [InlineData(Outcome.Unknown, false, Outcome.Unknown)]
    public void A_fault_takes_the_green_and_leaves_the_red(Outcome judged, bool hasFault, Outcome shown)
        => new OverviewTarget("a", CompliantSample.Assessment with { Outcome = judged }, hasFault ? "why" : null, 3).Outcome.Should().Be(shown);

    [Fact]
    public void No_targets_prove_nothing()
    {
        var nothing = new Overview { At = Sample.AsOf, Targets = [] };

        (nothing.Outcome, nothing.ExitCode).Should().Be((Outcome.Unknown, 3));
    }

    [Fact]
    public void Every_cluster_is_on_the_page_and_in_the_text_however_many_there_are()
    {
        Page("many").Descendants("tbody").Single().Elements("tr").Should().HaveCount(400);
        OverviewSample.Render("text", "many").Split('\n').Count(line => line.StartsWith("cluster-", StringComparison.Ordinal)).Should().Be(400);
        OverviewSample.Render("md", "many").Length.Should().BeLessThanOrEqualTo(60_000);
        OverviewSample.Render("md", "many").Should().Contain("left out here");
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Document_follows_the_published_schema(string state)
        => (await SchemaAsync()).Validate(OverviewSample.Render("json", state)).Should().BeEmpty();

    [Fact]
    public async Task Schema_refuses_a_document_that_lacks_a_member()
    {
        var schema = await SchemaAsync();
        var document = OverviewSample.Render("json", "mixed");
        foreach (var path in (string[])["", "targets", "targets/findings", "targets/estate", "targets/policy", "targets/sinceLastRun", "targets/worst"])
        {
            foreach (var name in At(JsonNode.Parse(document)!, path).Select(member => member.Key))
            {
                var broken = JsonNode.Parse(document)!;
                At(broken, path).Remove(name);
                schema.Validate(broken.ToJsonString()).Should().NotBeEmpty($"{path}/{name} is promised");
            }
        }
    }

    private static JsonObject At(JsonNode node, string path)
    {
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node[step] is JsonArray list ? list[0]! : node[step]!;
        }

        return node.AsObject();
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromJsonAsync(Repository.Read("schemas/overview.schema.json"));

    private static XDocument Page(string state)
    {
        using var reader = XmlReader.Create(new StringReader(OverviewSample.Render("html", state)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
