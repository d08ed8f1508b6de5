using System.Text;
using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Xunit.Abstractions;

namespace Compliance.Cli.Tests.Mutations;

/// <summary>
/// Whether the rules notice what goes wrong: each change of the compliant estate must make exactly the findings that are approved, and
/// at least one; a harmless change must make none.
/// </summary>
public sealed class MutationMatrixTests(ITestOutputHelper output)
{
    private static readonly PolicyRepository Sample = PolicyFiles.Read(Samples.Policy).Repository!;
    private static readonly Lazy<HashSet<string>> Before = new(() => [.. Judge(new Mutation("nothing happens"))]);

    [Fact]
    public void Every_mutation_is_noticed_by_the_rules_that_should()
    {
        var matrix = new StringBuilder("# mutation: the findings it makes, and those it takes away\n");
        var unnoticed = new List<string>();
        foreach (var mutation in MutationTable.Harmful)
        {
            var after = Judge(mutation);
            var made = after.Where(finding => !Before.Value.Contains(finding)).ToList();
            var gone = Before.Value.Where(finding => !after.Contains(finding)).Order(StringComparer.Ordinal).ToList();
            unnoticed.AddRange(made.Count == 0 ? [mutation.Name] : []);
            matrix.Append('\n').Append(mutation.Name).Append('\n');
            foreach (var rule in made.GroupBy(finding => finding.Split(' ')[0] + " " + finding.Split(' ')[1]))
            {
                matrix.Append("  + ").Append(rule.Key).Append(": ").AppendJoin(", ", rule.Select(finding => finding.Split(' ')[2])).Append('\n');
            }

            foreach (var finding in gone)
            {
                matrix.Append("  - ").Append(finding).Append('\n');
            }
        }

        output.WriteLine(matrix.ToString());
        unnoticed.Should().BeEmpty("somebody must notice each of them");
        MutationTable.Harmful.Count.Should().BeGreaterThanOrEqualTo(60);
        Approved.Verify(matrix.ToString(), "tests/Compliance.Cli.Tests/goldens/mutations.txt");
    }

    [Fact]
    public void Harmless_changes_are_nobodys_concern()
    {
        foreach (var mutation in MutationTable.Harmless)
        {
            Judge(mutation).Where(finding => !Before.Value.Contains(finding)).Should().BeEmpty("it does no harm that {0}", mutation.Name);
        }

        MutationTable.Harmless.Count.Should().BeGreaterThanOrEqualTo(15);
    }

    private static SortedSet<string> Judge(Mutation mutation)
    {
        var inventory = mutation.Apply();
        var estate = Estate.Build(Sample.Policy, Sample.Evidence, inventory, inventory.CollectedAt + mutation.Later);
        return new SortedSet<string>(
            RuleEngine.Evaluate(RuleSetLoader.BuiltIn, estate)
                .Where(result => result.Verdict is Verdict.Fail or Verdict.Unknown)
                .Select(result => $"{result.Rule.Id} {(result.Verdict == Verdict.Fail ? "fail" : "unknown")} {result.Subject.Id}{(result.CaseKey.Length > 0 ? $"[{result.CaseKey}]" : "")}"),
            StringComparer.Ordinal);
    }
}
