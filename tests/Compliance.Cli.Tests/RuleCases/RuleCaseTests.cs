using System.Globalization;
using System.Text;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>Every built-in rule: what passes, what fails, what nobody can say, and the text a person reads then.</summary>
public sealed class RuleCaseTests
{
    private static readonly CaseFiles Files = CaseFiles.Read(Commands.Samples.Policy, Repository.PathOf("rules/cases"));
    private static readonly CaseRunner Runner = new(RuleSetLoader.BuiltIn, Files.InventoryFolder, TimeProvider.System);

    public static TheoryData<string, string> Cases
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var one in Files.Cases)
            {
                rows.Add(one.Rule, one.Name);
            }

            return rows;
        }
    }

    public static TheoryData<string> Rules => [.. RuleSetLoader.BuiltIn.Rules.Select(r => r.Id)];

    [Fact]
    public void Case_files_are_free_of_problems()
        => ProblemText.Render(Files.Policy.Problems.Where(problem => problem.Severity != Severity.Info), Files.Policy.Sources).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_the_expected_verdicts(string rule, string name)
    {
        var result = Runner.Run(Files.Cases.Single(one => one.Rule == rule && one.Name == name));

        result.Fault.Should().BeNull();
        result.Mismatches.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_case_that_passes_fails_and_cannot_be_judged(string rule)
        => CaseJudge.Proofs(RuleSetLoader.BuiltIn, new HashSet<string> { rule }, [.. Files.Cases.Where(one => one.Rule == rule)])
            .Should().ContainSingle().Which.Lacking.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Finding_reads_as_approved(string rule)
    {
        var text = new StringBuilder();
        foreach (var one in Files.Cases.Where(c => c.Rule == rule && c.Expect.Any(e => e.Verdict is Verdict.Fail or Verdict.Unknown)))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {one.Name}\n");
            var subjects = one.Expect.Select(e => e.Subject).ToHashSet();
            foreach (var result in CaseJudge.Results(one, RuleSetLoader.BuiltIn, Runner.InventoryOf(one), Runner.PreviousOf(one))
                .Where(r => subjects.Contains(r.Subject.Id) && r.Verdict is Verdict.Fail or Verdict.Unknown))
            {
                Describe(result, text);
            }

            text.Append('\n');
        }

        // Findings about evidence name the file it stands in, here that of the case, relative to where the tests happen to run.
        var folder = Path.GetRelativePath(Directory.GetCurrentDirectory(), Files.CaseFolder).Replace('\\', '/');
        Approved.Verify(text.Replace(folder, "rules/cases").ToString(), $"tests/Compliance.Cli.Tests/goldens/findings/{rule}.txt");
    }

    private static void Describe(RuleResult result, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{result.Subject.Id} {VerdictText.Of(result.Verdict)}: {result.Message}\n");
        void Line(string label, object? value)
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {label,-9}{value}\n");
            }
        }

        Line("expected", result.Expected);
        Line("actual", result.Actual);
        Line("fix", result.Fix);
        Line("policy", result.Declared);
        Line("live", result.Live is { } live ? $"{live.Endpoint} {live.Field}" : null);
    }
}
