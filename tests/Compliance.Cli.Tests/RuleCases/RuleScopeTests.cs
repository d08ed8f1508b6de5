using Compliance.Cli.Tests.Commands;
using Compliance.Cli.Tests.Facts;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.LoopbackProxmox;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>A check asks the API for what its rules read, and for nothing else; no verdict may depend on what was not asked for.</summary>
public sealed class RuleScopeTests
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    [Fact]
    public void Every_fact_is_made_from_what_somebody_collects()
        => FactScope.Of(FactTable.Facts).Should().HaveFlag(CollectionScope.GuestConfigs);

    // Of the token "backup" not every answer was recorded.
    public static IEnumerable<object[]> EstatesAndTokens => LiveCheckTests.EstatesAndTokens.Where(row => (string)row[1] != "backup");

    [SkippableTheory]
    [MemberData(nameof(EstatesAndTokens))]
    public async Task A_rule_judges_by_what_it_reads_as_it_would_by_everything(string estate, string token)
    {
        var whole = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), token);
        foreach (var rule in RuleSetLoader.BuiltIn.Rules)
        {
            var narrowed = InventoryScope.Narrow(whole, FactScope.Of(RuleFacts.Of(rule)));

            Judge(rule, narrowed).Should().Equal(Judge(rule, whole), rule.Id);
        }
    }

    /// <summary>A rule of an administrator's own may read any of them alone.</summary>
    [SkippableTheory]
    [MemberData(nameof(EstatesAndTokens))]
    public async Task A_fact_is_told_by_its_own_sources_as_by_everything(string estate, string token)
    {
        var whole = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), token);
        var told = Told(whole).ToLookup(fact => fact.Fact, fact => fact.Text);
        var scopes = FactTable.Facts.GroupBy(fact => FactScope.Of([fact])).ToList();
        foreach (var scope in scopes)
        {
            var alone = Told(InventoryScope.Narrow(whole, scope.Key)).ToLookup(fact => fact.Fact, fact => fact.Text);
            foreach (var fact in scope)
            {
                alone[fact].Should().Equal(told[fact], fact.FullName);
            }
        }

        scopes.Should().HaveCountGreaterThan(10, "facts read different parts");
    }

    [Theory]
    [InlineData("BKP101", CollectionScope.ClusterOnly)]
    [InlineData("BKP205", CollectionScope.NodeHealth)]
    [InlineData("BKP914", CollectionScope.Tasks)]
    public void A_rule_that_reads_little_asks_for_little(string id, CollectionScope scope)
        => FactScope.Of(RuleFacts.Of(RuleSetLoader.BuiltIn.Rules.Single(rule => rule.Id == id))).Should().Be(scope);

    private static IEnumerable<(Fact Fact, string Text)> Told(Inventory inventory)
        => UnknownFact.FactsOf(Estate.Build(Policy, SampleEvidence.Records, inventory, inventory.CollectedAt)).Select(pair => (
            pair.Fact,
            FactTable.Subjects.Single(subject => subject.Name == pair.Fact.Subject).Record.Find(pair.Fact.Name)!.Get(pair.Host).ToString()));

    private static IEnumerable<string> Judge(Rule rule, Inventory inventory)
        => RuleEngine.Evaluate(RuleSetLoader.BuiltIn with { Rules = [rule] }, Estate.Build(Policy, SampleEvidence.Records, inventory, inventory.CollectedAt))
            .Select(result => $"{result.Subject.Id} {result.CaseKey} {result.Verdict} {result.Message} {result.Expected} {result.Actual} {result.Fix} {string.Join("; ", result.Missing)}");
}
