using Compliance.Core.Facts.Table;
using Compliance.Policies;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>rules</c>, <c>explain</c> and <c>facts</c>: nothing of what is judged is hidden.</summary>
public sealed class ListTests
{
    public static TheoryData<string> Rules => [.. RuleSetLoader.BuiltIn.Rules.Select(r => r.Id).ToArray()];

    [Fact]
    public async Task Rules_lists_every_rule_once()
    {
        var run = await CommandRun.OfAsync("rules");
        run.Output.TrimEnd().Split('\n').Select(line => line[..6]).Should().BeEquivalentTo(RuleSetLoader.BuiltIn.Rules.Select(r => r.Id).ToArray());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Explain_says_what_why_and_which_clause(string rule)
    {
        var run = await CommandRun.OfAsync($"explain {rule}");
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().StartWith(rule).And.Contain("Runbook RB-").And.Contain("assert").And.Contain("It reads");
    }

    [Fact]
    public async Task Explain_knows_problem_codes()
        => (await CommandRun.OfAsync("explain POL012")).Output.Should().StartWith("POL012 unknown key");

    [Fact]
    public async Task Facts_lists_every_fact()
    {
        var run = await CommandRun.OfAsync("facts");
        foreach (var fact in FactTable.Facts)
        {
            run.Output.Should().Contain($"{fact.Subject}.{fact.Name} ");
        }
    }

    [Fact]
    public async Task Facts_takes_a_prefix()
    {
        var run = await CommandRun.OfAsync("facts job.comp");
        run.Output.TrimEnd().Split('\n').Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("job.compression", StringComparison.Ordinal));
    }
}
