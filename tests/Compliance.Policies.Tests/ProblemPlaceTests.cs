using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

/// <summary>A problem inside a block scalar points at the very characters, whatever the block's style and indentation.</summary>
public class ProblemPlaceTests
{
    [Theory]
    [InlineData("assert: |\n  has(job.comment) &&\n  job.coment != \"x\"\n")]
    [InlineData("assert: >\n  has(job.comment) &&\n  job.coment != \"x\"\n")]
    [InlineData("assert: >-\n  has(job.comment)\n    && true ||\n  job.coment != \"x\"\n")]
    [InlineData("assert: |2-\n    has(job.comment) &&\n      job.coment != \"x\"\n")]
    [InlineData("assert: >1 # in words\n   has(job.comment) &&\n\n     job.coment != \"x\"\n")]
    [InlineData("assert: |+\n\n  has(job.comment) &&\n  job.coment != \"x\"\n\n\n")]
    [InlineData("assert: \"has(job.comment) &&\n  job.coment != \\\"x\\\"\"\n")]
    [InlineData("assert: has(job.comment) &&\n  job.coment != \"x\"\n")]
    public void A_misspelt_fact_is_marked_where_it_stands(string assert)
    {
        var rule = Examples.Rule.Replace("assert: job.id.startsWith(\"backup-\")\n", assert);

        var problem = CaseFiles.Read(Examples.WithRule(rule)).Policy.Problems.Should().ContainSingle().Subject;

        problem.Code.Should().Be("POL108");
        Marked(rule, problem.Place).Should().Be("coment");
    }

    [Fact]
    public void A_template_in_a_block_is_marked_inside_its_braces()
    {
        var rule = Examples.Rule.Replace("message: \"the job is called {job.id}\"\n", "message: >-\n  the job\n  is called {job.id + 1}\n  or {job.nmae}\n");

        CaseFiles.Read(Examples.WithRule(rule)).Policy.Problems.Select(problem => Marked(rule, problem.Place)).Should().Equal("+", "nmae");
    }

    [Theory]
    [InlineData("calendar: |-\n      mon..frx 22:00\n", "f")]
    [InlineData("calendar: \"mon..fri \\x32x:00\"\n", "x")]
    public void A_calendar_is_marked_where_proxmox_stops_reading(string calendar, string marked)
    {
        var policy = Examples.Policy.Replace("    schedule: daily\n", "    schedule: daily\n    " + calendar);

        var problem = CaseFiles.Read(Examples.Repository(policy)).Policy.Problems.Should().ContainSingle().Subject;

        problem.Code.Should().Be("POL300");
        Marked(policy, problem.Place).Should().Be(marked);
    }

    private static string Marked(string text, Place place)
    {
        var lines = text.Split('\n');
        int Index(int line, int column) => lines.Take(line - 1).Sum(row => row.Length + 1) + column - 1;
        return text[Index(place.Line, place.Column)..Index(place.EndLine, place.EndColumn)];
    }
}
