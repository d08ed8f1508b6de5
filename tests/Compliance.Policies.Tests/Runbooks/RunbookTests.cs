using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Runbooks;

/// <summary>A policy's own runbook: which line states a clause, and that no change of its text goes unnoticed.</summary>
public class RunbookTests
{
    private const string Text = """
        # Backups

        ## Retention Policy (Local)
        Some words.
        | Tier | Daily |
        |---|---|
        | Tier 0 | 7 <!-- RB-50 --> |

        ### Details
        More words.

        ## Change Control
        <!-- RB-90, RB-91 -->

        All of it is written down.

        """;

    [Fact]
    public void A_marked_line_states_the_clause()
        => Stated(Text, "RB-50").Should().Be(new StatedAt("Retention Policy (Local)", new Place("runbook.md", 7, 1, 7, 30)));

    [Theory]
    [InlineData("RB-90")]
    [InlineData("RB-91")]
    public void A_marker_alone_marks_the_next_line_with_text(string clause)
    {
        var stated = Stated(Text, clause)!;

        (stated.Heading, stated.Place.Line).Should().Be(("Change Control", 15));
    }

    [Fact]
    public void Without_a_marker_the_heading_of_the_clause_does()
        => Stated(Text, "RB-51").Should().Be(new StatedAt("Retention Policy (Local)", new Place("runbook.md", 3, 1, 3, 28)));

    [Fact]
    public void A_clause_that_stands_nowhere_has_no_place()
        => Stated(Text, "RB-80").Should().BeNull();

    [Theory]
    [InlineData("##  retention  policy (local) ##")]
    [InlineData("   ###### Retention Policy (Local)")]
    [InlineData("## Retention Policy (Local) <!-- RB-50 -->")]
    public void A_heading_is_known_by_its_words(string heading)
        => Stated(Text.Replace("## Retention Policy (Local)", heading), "RB-51")!.Place.Line.Should().Be(3);

    [Theory]
    [InlineData("    ## Retention Policy (Local)")]
    [InlineData("##Retention Policy (Local)")]
    [InlineData("```\n## Retention Policy (Local)\n```")]
    [InlineData("~~~~\n~~~\n## Retention Policy (Local)\n~~~~")]
    public void What_is_no_heading_to_Markdown_is_none(string line)
        => Stated(Text.Replace("## Retention Policy (Local)", line), "RB-51").Should().BeNull();

    [Fact]
    public void A_marker_in_a_block_of_code_is_none()
        => Stated("```\n<!-- RB-50 -->\n```\nwords\n", "RB-50").Should().BeNull();

    [Fact]
    public void What_was_accepted_is_not_reported_again()
        => Changes(Text, Text).Should().BeEmpty();

    [Theory]
    [InlineData("| 7 <!-- RB-50 --> |", "| 7 |")]
    [InlineData("<!-- RB-90, RB-91 -->\n", "")]
    [InlineData("Some words.", "Some words.  ")]
    [InlineData("More words.\n", "More words.\n\n")]
    public void Markers_and_white_space_at_ends_are_no_change(string before, string after)
    {
        Text.Should().Contain(before);
        Changes(Text, Text.Replace(before, after)).Should().BeEmpty();
    }

    [Fact]
    public void A_changed_word_is_told_with_its_section_and_the_clauses_that_stand_there()
    {
        Changes(Text, Text.Replace("| 7 ", "| 5 ")).Should().Equal(
            "runbook.md:3:1 the section \"Retention Policy (Local)\" has changed since the policy was last held against it; it states RB-50, RB-51, RB-52, RB-53");
        Changes(Text, Text.Replace("More", "Fewer")).Should().Equal(
            "runbook.md:9:1 the section \"Details\" has changed since the policy was last held against it; it states RB-51, RB-52, RB-53");
    }

    [Fact]
    public void A_changed_heading_is_a_new_section_and_one_that_is_gone()
        => Changes(Text, Text.Replace("### Details", "### Exceptions")).Should().Equal(
            "runbook.md:9:1 the section \"Exceptions\" is new since the policy was last held against it; it states RB-51, RB-52, RB-53",
            "runbook.md.lock:10:14 the section \"Details\" is no longer in \"runbook.md\"");

    [Fact]
    public void Headings_that_repeat_are_told_apart()
    {
        const string twice = "# A\none\n# A\ntwo\n";

        Changes(twice, twice.Replace("two", "three")).Should().Equal("runbook.md:3:1 the section \"A\" has changed since the policy was last held against it");
        Changes(twice, "# A\none\n").Should().Equal("runbook.md.lock:8:14 the section \"A\" is no longer in \"runbook.md\"");
    }

    [Theory]
    [InlineData("# a \"quoted\" \\ heading: {x} # [y]\n")]
    [InlineData("# \nno title\n")]
    [InlineData("")]
    [InlineData("no heading\n")]
    [InlineData("# tab\there\n")]
    public void Any_text_can_be_accepted(string text) => Changes(text, text).Should().BeEmpty();

    [Fact]
    public void A_faulty_lock_is_an_error_and_not_a_match()
        => PolicyFiles.Read(Repository(Text).With("runbook.md.lock", "sections:\n  - heading: A\n")).Problems
            .Should().ContainSingle(problem => problem.Severity == Severity.Error).Which.Message.Should().Be("the section has no \"digest\"");

    [Fact]
    public void The_runbook_takes_part_in_the_digest_of_the_policy()
        => PolicyFiles.Read(Repository(Text)).Repository!.Digest.Should().NotBe(PolicyFiles.Read(Repository(Text + "more\n")).Repository!.Digest);

    [SkippableFact]
    public void The_samples_runbook_is_the_runbook_with_markers()
    {
        var sample = TestSupport.Repository.Read("samples/homelab/runbook.md");

        System.Text.RegularExpressions.Regex.Replace(sample, " <!-- RB-[0-9]{2} -->", "").Should().Be(
            File.ReadAllText(Shared.Require(TestSupport.Repository.PathOf("../shared/runbook.md"))).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Each_clause_has_a_line_in_the_sample()
    {
        var clauses = PolicyFiles.Read(TestSupport.Repository.PathOf("samples/homelab")).Rules!.Clauses;

        clauses.Should().OnlyContain(clause => clause.Stated != null);
        // RB-23 and RB-24 follow from their whole section; no line of it says them.
        clauses.Where(clause => clause.Id is not ("RB-23" or "RB-24")).Select(clause => clause.Stated!.Place.Line).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    private static MemoryFiles Repository(string runbook) => Examples.Repository(Examples.Policy + "runbook: runbook.md\n").With("runbook.md", runbook);

    private static StatedAt? Stated(string runbook, string clause)
        => PolicyFiles.Read(Repository(runbook)).Rules!.Clauses.Single(row => row.Id == clause).Stated;

    /// <summary>What lint says of a runbook when another text was accepted; without what it says of missing clauses.</summary>
    private static IEnumerable<string> Changes(string accepted, string now)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "policy.yaml"), Examples.Policy + "runbook: runbook.md\n");
            File.WriteAllText(Path.Combine(folder, "runbook.md"), accepted);
            var acceptance = RunbookAcceptance.Of(folder)!;
            acceptance.File.Should().Be(Path.Combine(folder, "runbook.md.lock"));
            return PolicyFiles.Read(Repository(now).With("runbook.md.lock", acceptance.Text)).Problems
                .Where(problem => problem.Code != "POL292")
                .Select(problem => $"{problem.Place} {problem.Message}")
                .ToList();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
