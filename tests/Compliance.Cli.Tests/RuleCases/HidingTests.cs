using System.Text;
using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Facts;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>
/// The fear of every user is a green report that is wrong. Whatever a token cannot see, one thing after the other: nothing that
/// failed or was unknown may pass because of it.
/// </summary>
public sealed class HidingTests
{
    private static readonly PolicyFiles Policy = PolicyFiles.Read(Commands.Samples.Policy);

    [Theory]
    [InlineData("compliant", false, false)]
    [InlineData("compliant", true, false)]
    [InlineData("compliant", true, true)]
    [InlineData("drifted", true, false)]
    public void Hiding_anything_never_makes_a_pass(string estate, bool hasTests, bool areTrue)
    {
        var evidence = hasTests ? SampleEvidence.Records : Policy.Repository!.Evidence;
        var text = Sample(estate, areTrue);
        var before = Judge(JsonNode.Parse(text)!, evidence);
        var places = InventoryPlaces.Of(JsonNode.Parse(text)!).ToList();
        places.Should().HaveCountGreaterThan(50, "an inventory has that much to hide");
        foreach (var place in places)
        {
            foreach (var isEmptied in (bool[])[false, true])
            {
                var hidden = JsonNode.Parse(text)!;
                InventoryPlaces.Hide(InventoryPlaces.Find(hidden, place), isEmptied, "/hidden");
                var passes = Judge(hidden, evidence).Where(r => r.Value == Verdict.Pass && before.TryGetValue(r.Key, out var was) && was is Verdict.Fail or Verdict.Unknown);
                passes.Select(r => r.Key).Should().BeEmpty($"hiding {place} cannot make anything right");
            }
        }
    }

    [Theory]
    [InlineData("guests")]
    [InlineData("jobs")]
    [InlineData("storages")]
    [InlineData("nodes")]
    public void Hidden_list_leaves_no_compliant_estate(string list)
    {
        foreach (var isEmptied in (bool[])[false, true])
        {
            var inventory = JsonNode.Parse(Repository.Read("samples/homelab/inventories/compliant.json"))!;
            InventoryPlaces.Hide(inventory[list]!.AsObject(), isEmptied, "/hidden");
            var verdicts = Judge(inventory, Policy.Repository!.Evidence).Values.ToList();
            verdicts.Should().Contain(Verdict.Unknown, $"{list} may hide what is wrong");
        }
    }

    private static string Sample(string estate, bool hasRestoreTask)
    {
        var inventory = JsonNode.Parse(Repository.Read($"samples/homelab/inventories/{estate}.json"))!;
        if (hasRestoreTask)
        {
            inventory["nodes"]!["rows"]![0]!["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(SampleEvidence.Task));
        }

        return inventory.ToJsonString();
    }

    private static Dictionary<string, Verdict> Judge(JsonNode inventory, EvidenceRecords evidence)
    {
        var seen = InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory.ToJsonString()), "hidden.json");
        return RuleEngine.Evaluate(Policy.Rules!, Estate.Build(Policy.Repository!.Policy, evidence, seen, seen.CollectedAt))
            .GroupBy(r => $"{r.Rule.Id} {r.Subject.Id} {r.CaseKey}")
            .ToDictionary(g => g.Key, g => g.Select(r => r.Verdict).Min());
    }
}
