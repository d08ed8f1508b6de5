using System.Text;
using Compliance.Core.Model;
using Compliance.Policies;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The table of <c>docs/readiness.md</c> is that of the rules.</summary>
public sealed class ReadinessPageTests
{
    private const string Page = "docs/readiness.md";
    private const string Begin = "<!-- rules -->\n";
    private const string End = "<!-- /rules -->";

    [Fact]
    public void Table_of_what_is_asked_is_that_of_the_rules()
    {
        var text = Repository.Read(Page);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        from.Should().BeGreaterThan(Begin.Length);
        to.Should().BeGreaterThanOrEqualTo(from);
        Approved.Verify($"{text[..from]}{Table()}{text[to..]}", Page);
    }

    private static string Table()
    {
        var table = new StringBuilder("| rule | what must hold | before | clauses |\n|---|---|---|---|\n");
        foreach (var rule in RuleSetLoader.BuiltIn.Rules.Where(rule => !rule.Before.IsEmpty))
        {
            var before = rule.Before.Length == Enum.GetValues<ChangeKind>().Length ? "all" : string.Join(", ", rule.Before.Select(WordOf));
            table.Append($"| {rule.Id} | {rule.Title}{(rule.IsChecked ? " *" : "")} | {before} | {string.Join(", ", rule.Clauses)} |\n");
        }

        return table.Append("\n\\* judged by `check` every day, too\n").ToString();
    }

    private static string WordOf(ChangeKind change) => change switch
    {
        ChangeKind.Upgrade => "upgrade",
        ChangeKind.NetworkChange => "network",
        _ => "storage",
    };
}
