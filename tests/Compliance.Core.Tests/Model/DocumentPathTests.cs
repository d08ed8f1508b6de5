using System.Text.RegularExpressions;
using Compliance.Core.Model;
using CsCheck;

namespace Compliance.Core.Tests.Model;

public sealed class DocumentPathTests
{
    [Theory]
    [InlineData("jobs", "jobs")]
    [InlineData("jobs.rows[id=backup-tier1].storage", "jobs|rows|[id=backup-tier1]|storage")]
    [InlineData("backups[storage=a.b][*].points", "backups|[storage=a.b]|[*]|points")]
    [InlineData("jobs.rows[comment=]", "jobs|rows|[comment=]")]
    [InlineData("jobs.rows[comment=a=b]", "jobs|rows|[comment=a=b]")]
    public void A_path_is_read_step_by_step(string text, string steps)
    {
        DocumentPath.TryParse(text, out var path, out _).Should().BeTrue();

        string.Join('|', path!.Steps).Should().Be(steps);
        path.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("", "a member has no name")]
    [InlineData(".jobs", "a member has no name")]
    [InlineData("jobs.", "a member has no name")]
    [InlineData("jobs..rows", "a member has no name")]
    [InlineData("[id=x]", "\"[id=x]\" chooses no row: write [member=value] or [*] after a list")]
    [InlineData("jobs[x]", "\"[x]\" chooses no row: write [member=value] or [*] after a list")]
    [InlineData("jobs[=x]", "\"[=x]\" chooses no row: write [member=value] or [*] after a list")]
    [InlineData("jobs[id=x", "a bracket is not closed")]
    [InlineData("jobs[id=x]rows", "after \"jobs[id=x]\" a dot or a bracket must follow")]
    [InlineData("jobs]", "after \"jobs\" a dot or a bracket must follow")]
    public void What_is_no_path_says_why(string text, string fault)
    {
        DocumentPath.TryParse(text, out _, out var found).Should().BeFalse();

        found.Should().Be(fault);
    }

    [Fact]
    public void The_pattern_of_the_schema_says_the_same()
    {
        // The pattern stands in schemas/cases.schema.json for editors; the parser is what counts.
        var pattern = new Regex(@"^[^.\[\]]+(\.[^.\[\]]+|\[(\*|[^=\]]+=[^\]]*)\])*\z");
        Repository.Read("schemas/cases.schema.json").Should().Contain("\"^[^.\\\\[\\\\]]+(\\\\.[^.\\\\[\\\\]]+|\\\\[(\\\\*|[^=\\\\]]+=[^\\\\]]*)\\\\])*$\"");
        Gen.Char["ab.[]=*"].Array[0, 12].Select(characters => new string(characters))
            .Sample(text => DocumentPath.TryParse(text, out _, out _).Should().Be(pattern.IsMatch(text), "{0}", text), iter: 20_000);
    }
}
