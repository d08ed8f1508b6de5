using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;

namespace Compliance.Reporting.Tests.Annotations;

/// <summary>No text at all breaks out of a format: names of guests, of files and messages are anybody's.</summary>
public sealed class AnyTextTests
{
    // Whole UTF-16, halves of pairs included, and often what these formats are made of.
    private const string Telling = "<>&\"':,%;\n\r\t \0\e\uFFFE\uFFFF\uD800\uDC00[](){}#|\\";

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Char, Gen.Int[0, Telling.Length - 1].Select(at => Telling[at])).Array[0, 30].Select(characters => new string(characters));

    [Fact]
    public void One_problem_is_one_line_for_GitHub()
        => Text.Sample(text => LintSample.Render("github", Of(text)).Split('\n') is [var line, var summary, ""]
            && line.StartsWith("::error file=", StringComparison.Ordinal) && summary.StartsWith("::notice title=pve-compliance::lint: ", StringComparison.Ordinal));

    [Fact]
    public void One_problem_is_one_failure_of_JUnit()
        => Text.Sample(text => XDocument.Parse(LintSample.Render("junit", Of(text))).Descendants("failure").Count() == 1);

    [Fact]
    public void One_problem_is_one_result_of_SARIF_and_one_issue_of_GitLab()
        => Text.Sample(text => JsonNode.Parse(LintSample.Render("sarif", Of(text)))!["runs"]![0]!["results"]!.AsArray().Count == 1
            && JsonNode.Parse(LintSample.Render("gitlab", Of(text)))!.AsArray().Count == 1);

    private static LintRun Of(string text) => LintSample.Clean with
    {
        Problems = [new Problem("POL012", Severity.Error, new Place(text, 1, 1, 1, 2), text, text)],
        Files = new Dictionary<string, string> { [text] = text },
    };
}
