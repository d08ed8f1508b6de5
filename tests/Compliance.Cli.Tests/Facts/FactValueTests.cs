using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>What the table says of a fact's values is true of the values.</summary>
public sealed class FactValueTests
{
    public static TheoryData<string> Estates => ["compliant", "drifted"];

    public static TheoryData<string> Words => [.. FactTable.Facts.Where(f => f.Type is CelEnumType).Select(f => f.FullName).ToArray()];

    [Theory]
    [MemberData(nameof(Estates))]
    public void Word_is_one_of_its_values(string estate)
    {
        var words = Values(estate).Where(v => v.Fact.Type is CelEnumType && v.Value.Kind == CelKind.String).ToList();
        words.Select(w => w.Fact).Distinct().Should().HaveCountGreaterThan(10);
        words.Should().OnlyContain(w => ((CelEnumType)w.Fact.Type).Values.Contains(w.Value.AsString()));
    }

    [Theory]
    [MemberData(nameof(Estates))]
    public void Only_what_may_be_absent_is_absent_and_nothing_is_an_error(string estate)
    {
        var values = Values(estate).ToList();
        values.Where(v => v.Value.Kind == CelKind.Absent).Select(v => v.Fact).Distinct().Should().HaveCountGreaterThan(5).And.OnlyContain(f => f.IsOptional);
        values.Should().NotContain(v => v.Value.Kind == CelKind.Error);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Rule_that_compares_a_word_with_another_one_does_not_compile(string fact)
    {
        var record = FactTable.Subjects.Single(s => s.Name == fact.Split('.')[0]).Record;
        var compilation = CelCompiler.Compile($"{fact} == \"unheard-of\"", new CelEnvironment((record.Name, record)));
        compilation.Issues.Should().Contain(issue => issue.Severity == CelSeverity.Error);
    }

    private static ImmutableArray<(Fact Fact, CelValue Value)> Values(string estate)
    {
        var policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;
        var inventory = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory(estate)), estate);
        var built = Estate.Build(policy, SampleEvidence.Records, inventory, inventory.CollectedAt);
        return [.. UnknownFact.FactsOf(built).Select(pair => (pair.Fact, FieldOf(pair.Fact).Get(pair.Host)))];
    }

    private static CelField FieldOf(Fact fact) => FactTable.Subjects.Single(s => s.Name == fact.Subject).Record.Find(fact.Name)!;
}
