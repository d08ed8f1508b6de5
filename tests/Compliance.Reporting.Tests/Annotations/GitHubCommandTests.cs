using System.Text.RegularExpressions;

namespace Compliance.Reporting.Tests.Annotations;

public sealed partial class GitHubCommandTests
{
    public static TheoryData<string> Runs => FormatRuns.Names;

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_line_is_one_command_of_ours(string run)
    {
        var report = FormatRuns.Render("github", run);

        report.Should().EndWith("\n").And.NotContain("\r");
        report.TrimEnd('\n').Split('\n')[..^1].Where(line => !Annotation().IsMatch(line)).Should().BeEmpty();
        report.TrimEnd('\n').Split('\n')[^1].Should().StartWith("::notice title=pve-compliance::");
        report.EnumerateRunes().Should().NotContain(rune => rune.Value != '\n' && UntrustedText.IsDeceptive(rune));
    }

    [Fact]
    public void There_are_as_many_as_there_are_findings_and_a_summary()
        => FormatRuns.Render("github", "hostile-more").TrimEnd('\n').Split('\n')
            .Should().HaveCount(LintSample.Assessment.Findings.Length + LintSample.Assessment.WaiverProblems.Length + 1);

    // The vectors of actions/toolkit, packages/core/src/command.ts.
    [Theory]
    [InlineData("50% a,b: c", "50%25 a%2Cb%3A c", "50%25 a,b: c")]
    [InlineData("%0A", "%250A", "%250A")]
    public void Properties_and_messages_are_escaped_as_the_runner_undoes_it(string text, string property, string message)
    {
        var line = LintSample.Render("github", LintSample.Clean with
        {
            Sources = SourceRoot.Itself,
            Problems = [new Problem("POL012", Severity.Error, new Place(text, 1, 2, 1, 3), text)],
        }).Split('\n')[0];

        line.Should().Be($"::error file={property},line=1,col=2,endColumn=3,title=POL012::{message}");
    }

    [Fact]
    public void The_worst_comes_first_and_what_is_accepted_last_as_a_notice()
    {
        var lines = FormatRuns.Render("github", "accepted").TrimEnd('\n').Split('\n')[..^1];
        var notices = lines.Where(line => line.StartsWith("::notice", StringComparison.Ordinal)).ToList();

        lines.Select(line => Array.IndexOf(["::error", "::warning", "::notice"], line.Split(' ')[0])).Should().BeInAscendingOrder();
        notices.Count(line => line.Contains("title=waived%3A ", StringComparison.Ordinal)).Should().Be(2);
        notices.Should().Contain(line => line.Contains("title=in the baseline%3A ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_could_not_be_judged_is_never_accepted_by_a_baseline()
        => FormatRuns.Render("github", "unchanged").Split('\n').Where(line => line.Contains("could not be judged%3A", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(line => !line.StartsWith("::notice", StringComparison.Ordinal));

    [Fact]
    public void A_drift_of_which_nobody_knows_whether_it_is_new_is_an_error()
        => FormatRuns.Render("github", "gate-unknown").Should().StartWith("::error ").And.Contain("title=no-verdict::what is not in the baseline could not all be judged. DRIFT, NOTHING NEW");

    [Theory]
    [InlineData("unjudged")]
    [InlineData("nothing")]
    public void Without_a_verdict_the_first_line_is_an_error(string run)
        => FormatRuns.Render("github", run).Should().StartWith("::error file=infra/backup policy/policy.yaml,line=1,col=1,title=no-verdict::COULD NOT BE JUDGED");

    [GeneratedRegex(@"^::(error|warning|notice) file=[^,:\n]+,line=[1-9]\d*,col=[1-9]\d*(,endColumn=[1-9]\d*)?,title=[^,:\n]+::.+$")]
    private static partial Regex Annotation();
}
