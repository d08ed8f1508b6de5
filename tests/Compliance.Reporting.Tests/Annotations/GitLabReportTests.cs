using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Reporting.Tests.Annotations;

public sealed class GitLabReportTests
{
    private static readonly string SchemaFile = Path.Combine(Shared.Formats, "gitlab-codequality.schema.json");

    public static TheoryData<string> Runs => FormatRuns.Names;

    [SkippableTheory]
    [MemberData(nameof(Runs))]
    public async Task Document_follows_the_schema(string run)
    {
        var schema = await JsonSchema.FromFileAsync(Shared.Require(SchemaFile));

        schema.Validate(FormatRuns.Render("gitlab", run)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Fingerprints_are_unique_and_paths_relative(string run)
    {
        var issues = JsonNode.Parse(FormatRuns.Render("gitlab", run))!.AsArray();

        issues.Select(issue => (string)issue!["fingerprint"]!).Should().OnlyHaveUniqueItems().And.NotContain("");
        issues.Select(issue => (string)issue!["location"]!["path"]!).Where(path => !path.StartsWith("infra/backup policy/", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Moving_a_line_makes_no_new_fingerprint()
    {
        var broken = LintSample.Broken;
        var moved = broken with
        {
            Files = broken.Files.ToDictionary(file => file.Key, file => $"\n{file.Value}"),
            Problems = [.. broken.Problems.Select(problem => problem with { Place = problem.Place with { Line = problem.Place.Line + 1, EndLine = problem.Place.EndLine + 1 } })],
        };

        Fingerprints(moved).Should().Equal(Fingerprints(broken));
    }

    [Fact]
    public void Severities_follow_the_table_of_the_docs()
    {
        static IEnumerable<string> Of(string run) => JsonNode.Parse(FormatRuns.Render("gitlab", run))!.AsArray().Select(issue => (string)issue!["severity"]!);

        Of("unjudged").First().Should().Be("blocker");
        Of("rich").Distinct().Should().BeEquivalentTo("critical", "major", "minor", "info");
        Of("all-waived").Should().OnlyContain(severity => severity == "info");
    }

    private static IEnumerable<string> Fingerprints(LintRun run)
        => JsonNode.Parse(LintSample.Render("gitlab", run))!.AsArray().Select(issue => (string)issue!["fingerprint"]!);
}
