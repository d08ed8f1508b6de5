using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Reporting.Tests.Annotations;

public sealed class SarifTests
{
    public static TheoryData<string> Runs => FormatRuns.Names;

    [SkippableTheory]
    [MemberData(nameof(Runs))]
    public async Task Document_follows_the_schema_of_OASIS(string run)
    {
        var schema = await Schema.Value;

        schema.Validate(FormatRuns.Render("sarif", run)).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("\"kind\": \"fail\"", "\"kind\": \"failed\"")]
    [InlineData("\"executionSuccessful\": true", "\"executionSuccessful\": \"yes\"")]
    [InlineData("\"columnKind\": \"utf16CodeUnits\"", "\"columnKind\": \"bytes\"")]
    [InlineData("\"startLine\": 22", "\"startLine\": 0")]
    [InlineData("\"level\": \"error\"", "\"level\": \"fatal\"")]
    public async Task Schema_refuses_what_SARIF_does_not_know(string right, string wrong)
    {
        var schema = await Schema.Value;
        var document = FormatRuns.Render("sarif", "rich");

        document.Should().Contain(right);
        schema.Validate(document.Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Code_scanning_finds_all_it_demands(string name)
    {
        var run = Run(name);
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        rules.Select(rule => (string)rule!["id"]!).Should().OnlyHaveUniqueItems();
        foreach (var rule in rules)
        {
            Text(rule!["shortDescription"]!["text"], 1024);
            Text(rule["fullDescription"]!["text"], 1024);
            Text(rule["name"], 255);
            Text(rule["help"]!["text"], int.MaxValue);
            Text(rule["help"]!["markdown"], int.MaxValue);
            ((string)rule["defaultConfiguration"]!["level"]!).Should().BeOneOf("error", "warning", "note");
            rule["properties"]!["tags"]!.AsArray().Count.Should().BeLessThanOrEqualTo(10);
            rule["properties"]!.AsObject().Should().NotContainKey("security-severity");
        }

        var results = run["results"]!.AsArray();
        results.Count.Should().BeLessThanOrEqualTo(5000);
        foreach (var result in results)
        {
            ((string)rules[(int)result!["ruleIndex"]!]!["id"]!).Should().Be((string)result["ruleId"]!);
            Text(result["message"]!["text"], int.MaxValue);
            ((string)result["kind"]!).Should().Be("fail", "another kind must have the level none, and readers hide that");
            ((string)result["level"]!).Should().BeOneOf("error", "warning", "note");
            foreach (var location in result["locations"]!.AsArray().Concat(result["relatedLocations"]?.AsArray() ?? []))
            {
                Place(location!["physicalLocation"]!);
            }
        }

        results.Select(result => (string)result!["partialFingerprints"]!["primaryLocationLineHash"]!).Should().OnlyHaveUniqueItems().And.NotContain("");
        ((string)run["automationDetails"]!["id"]!).Should().MatchRegex("^pve-compliance/[a-z-]+/$");
    }

    [Fact]
    public void Places_are_ours_and_percent_encoded()
    {
        var location = Result("rich", "qemu/101")["locations"]![0]!["physicalLocation"]!;

        ((string)location["artifactLocation"]!["uri"]!).Should().Be("infra/backup%20policy/policy.yaml");
        location["region"]!.ToJsonString().Should().Be("""{"startLine":22,"startColumn":5,"endLine":22,"endColumn":20}""");
    }

    [Fact]
    public void What_no_line_asks_for_is_told_at_the_first_line_of_the_policy()
        => Result("point", "qemu/101")["locations"]![0]!["physicalLocation"]!["region"]!.ToJsonString()
            .Should().Be("""{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}""");

    [Fact]
    public void The_live_text_is_a_related_location_of_its_Proxmox_object()
    {
        var related = Result("rich", "qemu/101")["relatedLocations"]!.AsArray().Single()!;

        ((string)related["message"]!["text"]!).Should().Be("live: /cluster/backup/weekly-core enabled: job \"weekly-core\": enabled 0");
        ((string)related["logicalLocations"]![0]!["fullyQualifiedName"]!).Should().Be("qemu/101 (ca01)");
        ((string)related["logicalLocations"]![0]!["properties"]!["subjectKind"]!).Should().Be("guest");
    }

    [Fact]
    public void What_could_not_be_judged_weighs_what_its_rule_weighs()
    {
        var unknown = Run("rich")["results"]!.AsArray().Where(result => (string)result!["properties"]!["verdict"]! == "unknown").ToList();

        unknown.Should().HaveCount(RichSample.Findings.Count(finding => finding.Verdict == Verdict.Unknown)).And.NotBeEmpty();
        unknown.Should().OnlyContain(result => ((string)result!["message"]!["text"]!).Contains("could not be judged"));
    }

    [Theory]
    [InlineData("unjudged")]
    [InlineData("nothing")]
    [InlineData("gate-unknown")]
    public void Without_a_verdict_a_result_of_level_error_says_so(string name)
    {
        var run = Run(name);

        var result = run["results"]![0]!;
        ((string)result["ruleId"]!, (string)result["level"]!).Should().Be(("no-verdict", "error"));
        ((bool)run["invocations"]![0]!["executionSuccessful"]!).Should().BeFalse();
    }

    [Fact]
    public void Waived_findings_are_suppressed_from_outside_with_their_reason()
    {
        var results = Run("accepted")["results"]!.AsArray();
        var waived = results.Where(result => result!["suppressions"]!.AsArray().Count > 0).ToList();

        waived.Should().HaveCount(2);
        var suppression = waived.Select(result => result!["suppressions"]![0]!).First(one => ((string)one["justification"]!).Contains("OPS-231"));
        ((string)suppression["kind"]!, (string)suppression["status"]!).Should().Be(("external", "accepted"));
        ((string)suppression["justification"]!).Should().Contain("by maria until 2027-01-31").And.Contain("the second disk is ordered");
    }

    [Fact]
    public void Every_result_stands_to_the_baseline_or_none_does()
    {
        static List<string?> States(string name) => [.. Run(name)["results"]!.AsArray().Select(result => (string?)result!["baselineState"])];

        States("rich").Should().OnlyContain(state => state == null);
        States("accepted").Should().OnlyContain(state => state == "new" || state == "unchanged").And.Contain("unchanged");
        States("unchanged").Should().OnlyContain(state => state == "unchanged");
    }

    [Fact]
    public void What_could_not_be_read_is_a_notification()
        => Run("rich")["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().Select(one => (string)one!["message"]!["text"]!)
            .Should().Contain(text => text.StartsWith("could not read /access/acl", StringComparison.Ordinal));

    [Fact]
    public void A_what_if_does_not_replace_what_is_said_of_today()
    {
        ((string)Run("what-if")["automationDetails"]!["id"]!).Should().Be("pve-compliance/check-what-if-pbs/");
        ((string)Run("rich")["automationDetails"]!["id"]!).Should().Be("pve-compliance/check/");
        ((string)Run("lint-broken")["automationDetails"]!["id"]!).Should().Be("pve-compliance/lint/");
    }

    [Fact]
    public void More_results_than_are_kept_are_cut_and_counted_the_least_severe_first()
    {
        var findings = Enumerable.Range(0, 6000).Select(at => RichSample.Findings[0] with
        {
            Severity = at < 5990 ? Severity.Warning : Severity.Error,
            Fingerprint = $"{at:x16}",
        });
        var run = JsonNode.Parse(FormatRuns.Render("sarif", RichSample.Assessment with { Findings = [.. findings] }))!["runs"]![0]!;
        var results = run["results"]!.AsArray();

        results.Should().HaveCount(5000);
        ((string)results[0]!["message"]!["text"]!).Should().StartWith("1001 results of 6000 left out here");
        results.Count(result => (string)result!["level"]! == "error").Should().Be(10);
    }

    [Fact]
    public void No_text_of_others_is_a_link()
    {
        var messages = Run("hostile-more")["results"]!.AsArray().SelectMany(result => (string[])
            [(string)result!["message"]!["text"]!, .. (result["relatedLocations"]?.AsArray() ?? []).Select(one => (string)one!["message"]!["text"]!)]).ToList();

        messages.Should().Contain(text => text.Contains(@"\[text\](1)", StringComparison.Ordinal));
        messages.Should().NotContain(text => text.Contains("[text](1)", StringComparison.Ordinal) || text.Contains("[click](", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Nothing_in_it_deceives_a_reader(string name)
        => All(JsonNode.Parse(FormatRuns.Render("sarif", name))!).SelectMany(text => text.EnumerateRunes())
            .Should().NotContain(rune => rune.Value != '\n' && UntrustedText.IsDeceptive(rune));

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromFileAsync(Shared.Require(Path.Combine(Shared.Formats, "sarif-schema-2.1.0.json"))));

    private static IEnumerable<string> All(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(field => All(field.Value)),
        JsonArray list => list.SelectMany(All),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static JsonNode Run(string name) => JsonNode.Parse(FormatRuns.Render("sarif", name))!["runs"]!.AsArray().Single()!;

    private static JsonNode Result(string run, string subject)
        => Run(run)["results"]!.AsArray().First(result => ((string)result!["message"]!["text"]!).StartsWith(subject, StringComparison.Ordinal))!;

    private static void Text(JsonNode? node, int limit) => ((string)node!).Should().NotBeNullOrWhiteSpace().And.Match(text => text.Length <= limit);

    private static void Place(JsonNode physical)
    {
        var (uri, region) = ((string)physical["artifactLocation"]!["uri"]!, physical["region"]!);
        Uri.IsWellFormedUriString(uri, UriKind.Relative).Should().BeTrue(uri);
        uri.Should().NotStartWith("/").And.NotStartWith("./").And.NotContain("\\");
        ((string)physical["artifactLocation"]!["uriBaseId"]!).Should().Be("%SRCROOT%");
        var (line, column) = ((int)region["startLine"]!, (int)region["startColumn"]!);
        var (endLine, endColumn) = ((int)region["endLine"]!, (int)region["endColumn"]!);
        Math.Min(line, column).Should().BeGreaterThanOrEqualTo(1);
        (endLine > line || (endLine == line && endColumn >= column)).Should().BeTrue();
    }
}
