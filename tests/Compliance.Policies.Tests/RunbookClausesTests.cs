using System.Text.RegularExpressions;
using Compliance.Core.Model;

namespace Compliance.Policies.Tests;

public class RunbookClausesTests
{
    [SkippableFact]
    public void Clauses_are_those_of_the_design_in_the_runbooks_order()
    {
        var design = File.ReadAllText(Shared.Require(Repository.PathOf("../shared/design/clauses.md")));
        var ids = Regex.Matches(design, @"^\| RB-(\d\d)(?:\.\.(\d\d))? \|", RegexOptions.Multiline)
            .SelectMany(row => Range(row.Groups[1].Value, row.Groups[2].Success ? row.Groups[2].Value : row.Groups[1].Value))
            .Order(StringComparer.Ordinal);

        RunbookClauses.Load().Select(clause => clause.Id).Should().Equal(ids);
    }

    [SkippableFact]
    public void Sections_are_headings_of_the_runbook()
    {
        var runbook = File.ReadAllText(Shared.Require(Repository.PathOf("../shared/runbook.md")));
        var headings = Regex.Matches(runbook, @"^## (.+?)\r?$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();

        var sections = RunbookClauses.Load().Select(clause => clause.Section).Distinct().ToList();

        sections.Should().BeSubsetOf(headings);
        sections.Should().BeInAscendingOrder(Comparer<string>.Create((a, b) => headings.IndexOf(a) - headings.IndexOf(b)));
    }

    [Fact]
    public void A_clause_that_nothing_judges_says_why()
    {
        var clauses = RunbookClauses.Load();

        clauses.Should().HaveCount(47);
        clauses.Where(clause => clause.How == ClauseProof.None).Should().OnlyContain(clause => clause.Why != null);
        RunbookClauses.Ids.Should().BeEquivalentTo(clauses.Select(clause => clause.Id));
    }

    private static IEnumerable<string> Range(string first, string last) =>
        Enumerable.Range(int.Parse(first), int.Parse(last) - int.Parse(first) + 1).Select(number => $"RB-{number:00}");
}
