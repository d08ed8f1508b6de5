using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Reporting.Tests;

public class JsonReportTests
{
    private const string SchemaFile = "schemas/report.schema.json";

    // What NJsonSchema enforces; it passes over other keywords in silence, so a schema must not lean on them.
    private static readonly HashSet<string> Enforced =
        ["$schema", "$id", "$ref", "title", "description", "definitions", "type", "required", "properties", "items", "enum", "pattern", "minimum", "minLength"];

    public static TheoryData<string> States => [.. Sample.AllNames];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Document_follows_the_published_schema(string state)
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read(SchemaFile));

        schema.Validate(Render(Sample.Named(state))).Should().BeEmpty();
    }

    [Fact]
    public async Task Schema_refuses_a_document_that_lacks_any_field()
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read(SchemaFile));
        var document = Render(RichSample.Assessment);

        foreach (var path in Fields(JsonNode.Parse(document)!, "").Distinct(StringComparer.Ordinal))
        {
            var broken = JsonNode.Parse(document)!;
            Remove(broken, path);
            schema.Validate(broken.ToJsonString()).Should().NotBeEmpty($"{path} is promised");
        }
    }

    [Theory]
    [InlineData("\"drift\",", "\"red\",")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"kind\": \"guest\"", "\"kind\": \"Guest\"")]
    [InlineData("\"verdict\": \"unknown\"", "\"verdict\": \"pass\"")]
    [InlineData("\"not-checked\"", "null")]
    [InlineData("\"asOf\": \"2026-11-23T06:09:43Z\"", "\"asOf\": \"2026-11-23 06:09:43\"")]
    [InlineData("\"fail\": 5", "\"fail\": -5")]
    public async Task Schema_refuses_other_words_and_types(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read(SchemaFile));
        var document = Render(RichSample.Assessment);

        document.Should().Contain(right);
        schema.Validate(document.Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Fact]
    public void Schema_uses_only_keywords_that_are_enforced()
        => Keywords(JsonNode.Parse(Repository.Read(SchemaFile))!).Distinct(StringComparer.Ordinal).Should().BeSubsetOf(Enforced);

    [Fact]
    public void Hostile_text_comes_out_as_it_went_in()
    {
        using var document = JsonDocument.Parse(Render(HostileSample.Assessment));

        document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("subject").GetProperty("name").GetString())
            .Should().Equal(HostileSample.Names.Select(name => name.Replace('\uD800', '\uFFFD')));
    }

    [Theory]
    [InlineData(SubjectKind.Guest, "guest")]
    [InlineData(SubjectKind.Volume, "volume")]
    [InlineData(SubjectKind.Job, "job")]
    [InlineData(SubjectKind.Storage, "storage")]
    [InlineData(SubjectKind.NodeStorage, "storage")]
    [InlineData(SubjectKind.Node, "node")]
    [InlineData(SubjectKind.Service, "tier")]
    [InlineData(SubjectKind.Tier, "tier")]
    [InlineData(SubjectKind.Estate, "estate")]
    public void Kinds_of_subjects_are_spelled_as_their_ids(SubjectKind kind, string word)
        => First(RichSample.Findings[0] with { Subject = new Subject(kind, "x") }).GetProperty("subject").GetProperty("kind").GetString().Should().Be(word);

    [Fact]
    public void What_a_finding_lacks_is_null_and_never_left_out()
    {
        var finding = First(RichSample.Findings[0] with { Expected = null, Actual = null, Policy = null, Live = null, Fix = null, Subject = new Subject(SubjectKind.Estate, "estate") });

        foreach (var field in new[] { "expected", "actual", "policy", "live", "fix", "waiver" })
        {
            finding.GetProperty(field).ValueKind.Should().Be(JsonValueKind.Null, field);
        }
    }

    [Theory]
    [InlineData("2026-11-23T07:09:43+01:00", "2026-11-23T06:09:43Z")]
    [InlineData("2026-11-23T06:09:43.25Z", "2026-11-23T06:09:43.25Z")]
    public void Moments_are_UTC(string moment, string written)
    {
        var asOf = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        using var document = JsonDocument.Parse(Render(RichSample.Assessment with { AsOf = asOf }));

        document.RootElement.GetProperty("asOf").GetString().Should().Be(written);
    }

    private static string Render(Assessment assessment) => Sample.Render(new JsonRenderer(), assessment);

    private static JsonElement First(Finding finding)
    {
        using var document = JsonDocument.Parse(Render(RichSample.Assessment with { Findings = [finding] }));
        return document.RootElement.GetProperty("findings")[0].Clone();
    }

    // Paths of all fields; of an array's elements the first that is an object stands for all.
    private static IEnumerable<string> Fields(JsonNode node, string at) => node switch
    {
        JsonObject item => item.SelectMany(field => field.Value is null
            ? [$"{at}/{field.Key}"]
            : Fields(field.Value, $"{at}/{field.Key}").Prepend($"{at}/{field.Key}")),
        JsonArray { Count: > 0 } list => Fields(list[0]!, $"{at}/0"),
        _ => [],
    };

    private static void Remove(JsonNode document, string path)
    {
        var steps = path.Split('/')[1..];
        var parent = steps[..^1].Aggregate(document, (node, step) => node is JsonArray list ? list[0]! : node[step]!);
        parent.AsObject().Remove(steps[^1]).Should().BeTrue(path);
    }

    private static IEnumerable<string> Keywords(JsonNode schema) => schema is not JsonObject keywords ? [] : keywords.SelectMany(keyword => keyword.Key switch
    {
        "properties" or "definitions" => keyword.Value!.AsObject().SelectMany(named => Keywords(named.Value!)).Prepend(keyword.Key),
        "items" => Keywords(keyword.Value!).Prepend(keyword.Key),
        _ => [keyword.Key],
    });
}
