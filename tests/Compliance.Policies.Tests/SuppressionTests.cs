using System.Text.Json.Nodes;
using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary>A warning or a note can be accepted on its line or in the policy, with a reason; nothing vanishes by it.</summary>
public class SuppressionTests
{
    private const string Weekly = """
        name: small
        backup: { target: local-backup, mode: snapshot, compression: zstd }
        storages:
          - id: local-backup
        tiers:
          - tier: 2
            title: Core
            guests: { tags: [tier2] }
            schedule: weekly
            retention: { keep-daily: 5 }

        """;

    private const string Comment = "# pve-compliance: allow POL305 five weeks are meant";

    [Fact]
    public void Without_a_suppression_the_note_is_there()
        => Read(Weekly).Problems.Select(problem => problem.Code).Should().Equal("POL305");

    [Theory]
    [InlineData("keep-daily: 5 } " + Comment)]
    [InlineData("keep-daily: 5 }\t#pve-compliance:  allow POL305: five weeks are meant  ")]
    public void A_comment_on_the_line_accepts_it(string line)
        => ShouldBeAccepted(Read(Weekly.Replace("keep-daily: 5 }", line)), "five weeks are meant");

    [Theory]
    [InlineData("    " + Comment + "\n")]
    [InlineData("    # pve-compliance: allow POL305 five weeks are meant\n# another remark\n")]
    public void A_comment_that_stands_alone_speaks_for_the_next_line(string comment)
        => ShouldBeAccepted(Read(Weekly.Replace("    retention", comment + "    retention")), "five weeks are meant");

    [Fact]
    public void An_entry_of_the_policy_accepts_it_everywhere()
        => ShouldBeAccepted(Read(Weekly + "lint:\n  - { code: POL305, reason: weeks are meant }\n"), "weeks are meant");

    [Theory]
    [InlineData("    title: Core " + Comment, "its own line has none")]
    [InlineData("    " + Comment + "\n\n    title: Core", "a blank line ends it")]
    [InlineData("    " + Comment + "\n    title: Core", "the next line is another one")]
    public void A_comment_elsewhere_accepts_nothing_and_is_reported(string title, string because)
        => Read(Weekly.Replace("    title: Core", title)).Problems.Select(problem => problem.Code).Should().BeEquivalentTo(["POL305", "POL323"], because);

    [Theory]
    [InlineData("    title: \"Core " + Comment + "\"")]
    [InlineData("    title: 'Core " + Comment + "'")]
    [InlineData("    title: Core#" + "pve-compliance: allow POL305 x")]
    [InlineData("    title: |\n      Core\n      " + Comment)]
    [InlineData("    title: >-\n      Core\n\n      " + Comment)]
    [InlineData("    title: \"Core\n      " + Comment + "\"")]
    public void A_number_sign_inside_text_is_no_comment(string title)
    {
        var files = Read(Weekly.Replace("    title: Core", title).Replace("    schedule", "    schedule"));

        files.Problems.Where(problem => problem.Code != "POL006").Select(problem => problem.Code).Should().BeSubsetOf(["POL305"]);
        files.Suppressed.Should().BeEmpty();
    }

    [Fact]
    public void A_comment_behind_the_sign_of_a_block_is_one()
    {
        var text = Weekly.Replace("title: Core", "title: | " + Comment + "\n      Core");

        Read(text).Problems.Select(problem => problem.Code).Should().BeEquivalentTo("POL305", "POL323");
    }

    [Fact]
    public void Comments_are_read_in_every_yaml_file_and_in_no_other()
    {
        var runbook = Repository.Read("samples/homelab/runbook.md") + "\n# pve-compliance: nonsense\n";
        var files = Examples.Repository(Examples.Policy + "runbook: runbook.md\nlint:\n  - { code: POL290, reason: none }\n  - { code: POL307, reason: known }\n").With("runbook.md", runbook)
            .With("rules/ACME101-a.yaml", Examples.Rule + "when: 1 < 2 # pve-compliance: allow POL109 it is an example\n");

        var read = CaseFiles.Read(files).Policy;

        read.Problems.Should().BeEmpty();
        read.Suppressed.Select(accepted => accepted.Problem.Code).Should().BeEquivalentTo("POL290", "POL307", "POL109");
    }

    [Fact]
    public void An_error_is_never_accepted()
    {
        var files = Read(Weekly.Replace("weekly", "weekly\n    color: red # pve-compliance: allow POL012 we like it"));

        files.Problems.Select(problem => problem.Code).Should().BeEquivalentTo("POL012", "POL322");
        files.Repository.Should().BeNull();
    }

    [Fact]
    public void While_errors_keep_checks_from_running_nobody_knows_what_a_suppression_hides()
        => Read(Weekly.Replace("title: Core", "titel: Core") + "lint:\n  - { code: POL305, reason: weeks are meant }\n")
            .Problems.Should().NotContain(problem => problem.Code == "POL323");

    [Fact]
    public void Json_lists_what_was_accepted_with_reason_and_place()
    {
        var files = Read(Weekly + "lint:\n  - { code: POL305, reason: weeks are meant }\n");
        using var stream = new MemoryStream();
        ProblemJson.Write(files.Problems, files.Suppressed, stream);

        var only = JsonNode.Parse(stream.ToArray())!["problems"]!.AsArray().Single()!;

        ((string?)only["code"], (int?)only["line"]).Should().Be(("POL305", 10));
        only["suppressed"]!.ToJsonString().Should().Be("""{"reason":"weeks are meant","file":"policy.yaml","line":12,"column":5}""");
    }

    private static PolicyFiles Read(string policy) => CaseFiles.Read(Examples.Repository(policy)).Policy;

    private static void ShouldBeAccepted(PolicyFiles files, string reason)
    {
        ProblemText.Render(files.Problems, files.Sources).Should().BeEmpty();
        files.Suppressed.Select(accepted => (accepted.Problem.Code, accepted.Problem.Severity, accepted.Reason)).Should().Equal(("POL305", Severity.Info, reason));
        files.Repository.Should().NotBeNull();
    }
}
