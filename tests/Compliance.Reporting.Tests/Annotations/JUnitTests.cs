using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Compliance.Reporting.Tests.Annotations;

public sealed class JUnitTests
{
    public static TheoryData<string> Runs => FormatRuns.Names;

    [SkippableTheory]
    [MemberData(nameof(Runs))]
    public void Document_is_valid_by_both_schemas(string run)
    {
        foreach (var schema in (string[])["junit-jenkins-10.xsd", "junit-windyroad.xsd"])
        {
            var schemas = new XmlSchemaSet();
            schemas.Add(null, Shared.Require(Path.Combine(Shared.Formats, schema)));
            var faults = new List<string>();
            Parse(run).Validate(schemas, (_, fault) => faults.Add(fault.Message));
            faults.Should().BeEmpty(schema);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Counts_are_those_of_the_elements(string run)
    {
        foreach (var suite in Parse(run).Descendants("testsuite"))
        {
            int Count(string name) => suite.Descendants(name).Count();
            int Said(string name) => XmlConvert.ToInt32(suite.Attribute(name)!.Value);
            (Said("tests"), Said("failures"), Said("errors"), Said("skipped")).Should().Be((Count("testcase"), Count("failure"), Count("error"), Count("skipped")));
            Count("testcase").Should().BePositive("an empty suite looks like a pass");
        }
    }

    [Fact]
    public void Fail_unknown_and_waived_are_failure_error_and_skipped()
    {
        var document = Parse("accepted");
        var waived = AcceptedSample.Assessment.Findings.Count(finding => finding.Waiver is not null);

        document.Descendants("failure").Should().HaveCount(
            AcceptedSample.Assessment.Findings.Count(finding => finding is { Verdict: Verdict.Fail, Waiver: null }) + AcceptedSample.Assessment.WaiverProblems.Length);
        document.Descendants("error").Should().HaveCount(AcceptedSample.Assessment.Findings.Count(finding => finding.Verdict == Verdict.Unknown));
        document.Descendants("skipped").Count(one => one.Attribute("message")!.Value.StartsWith("waived by ", StringComparison.Ordinal)).Should().Be(waived).And.BePositive();
    }

    [Fact]
    public void A_rule_passes_only_when_nothing_failed_and_something_held()
    {
        var document = Parse("rich");
        foreach (var rule in RichSample.Assessment.Rules)
        {
            var passed = document.Descendants("testcase").Any(one => one.Attribute("classname")!.Value == rule.Id && !one.HasElements);
            passed.Should().Be(rule is { Fail: 0, Unknown: 0, Pass: > 0 }, rule.Id);
        }
    }

    [Theory]
    [InlineData("unjudged")]
    [InlineData("nothing")]
    public void Without_a_verdict_the_first_case_is_an_error(string run)
        => Parse(run).Descendants("testcase").First().Element("error")!.Attribute("message")!.Value.Should().StartWith("COULD NOT BE JUDGED");

    [Fact]
    public void A_file_passes_only_without_a_problem_and_one_that_was_not_read_is_an_error()
    {
        var suites = Parse("lint-broken").Descendants("testsuite").ToDictionary(suite => suite.Attribute("name")!.Value);

        const string Folder = "infra/backup policy";
        suites.Keys.Should().BeEquivalentTo($"{Folder}/evidence/b.yaml", $"{Folder}/policy.yaml", $"{Folder}/rules/A.yaml", $"{Folder}/rules/B.yml");
        suites[$"{Folder}/evidence/b.yaml"].Descendants("error").Should().ContainSingle();
        suites[$"{Folder}/policy.yaml"].Descendants("failure").Should().HaveCount(2);
        suites[$"{Folder}/rules/A.yaml"].Descendants("testcase").Should().ContainSingle().Which.HasElements.Should().BeFalse();
    }

    private static XDocument Parse(string run) => XDocument.Parse(FormatRuns.Render("junit", run));
}
