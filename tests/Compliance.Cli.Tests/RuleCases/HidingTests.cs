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
    [InlineData("compliant", false, false, PolicyPhase.Local)]
    [InlineData("compliant", true, false, PolicyPhase.Local)]
    [InlineData("compliant", true, true, PolicyPhase.Local)]
    [InlineData("drifted", true, false, PolicyPhase.Local)]
    [InlineData("compliant", false, false, PolicyPhase.Transition)]
    [InlineData("compliant", false, false, PolicyPhase.Pbs)]
    public void Hiding_anything_never_makes_a_pass(string estate, bool hasTests, bool areTrue, PolicyPhase phase)
    {
        var evidence = hasTests ? SampleEvidence.Records : Policy.Repository!.Evidence;
        var text = Sample(estate, areTrue);
        var before = Judge(JsonNode.Parse(text)!, evidence, phase);
        var places = InventoryPlaces.Of(JsonNode.Parse(text)!).ToList();
        places.Should().HaveCountGreaterThan(50, "an inventory has that much to hide");
        foreach (var place in places)
        {
            foreach (var isEmptied in (bool[])[false, true])
            {
                var hidden = JsonNode.Parse(text)!;
                InventoryPlaces.Hide(InventoryPlaces.Find(hidden, place), isEmptied, "/hidden");
                var passes = Judge(hidden, evidence, phase).Where(r => r.Value == Verdict.Pass && before.TryGetValue(r.Key, out var was) && was is Verdict.Fail or Verdict.Unknown);
                passes.Select(r => r.Key).Should().BeEmpty($"hiding {place} cannot make anything right");
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hiding_anything_never_makes_a_change_documented(bool isEarlierHidden)
    {
        var text = Repository.Read("samples/homelab/inventories/compliant.json");
        var previous = InventoryFile.Parse(Encoding.UTF8.GetBytes(text), "previous.json");
        var changed = JsonNode.Parse(text)!;
        changed["jobs"]!["rows"]![1]!["schedule"] = "04:00";
        changed["jobs"]!["rows"]![1]!["pruneBackups"] = "keep-last=1";
        changed["jobs"]!["rows"]![1]!["storage"] = "local-lvm";
        string[] rules = ["BKP901", "BKP902", "BKP903"];
        var job = $"job/{changed["jobs"]!["rows"]![1]!["id"]}";
        Judge(changed, Policy.Repository!.Evidence, PolicyPhase.Local, previous).Where(r => rules.Contains(r.Key[..6])).Where(r => r.Key.Contains(job, StringComparison.Ordinal))
            .Should().HaveCount(3).And.OnlyContain(r => r.Value == Verdict.Fail);
        var whole = isEarlierHidden ? JsonNode.Parse(text)! : changed;
        foreach (var place in InventoryPlaces.Of(whole).ToList())
        {
            foreach (var isEmptied in (bool[])[false, true])
            {
                var hidden = whole.DeepClone();
                InventoryPlaces.Hide(InventoryPlaces.Find(hidden, place), isEmptied, "/hidden");
                var results = isEarlierHidden
                    ? Judge(changed, Policy.Repository!.Evidence, PolicyPhase.Local, InventoryFile.Parse(Encoding.UTF8.GetBytes(hidden.ToJsonString()), "hidden.json"))
                    : Judge(hidden, Policy.Repository!.Evidence, PolicyPhase.Local, previous);
                results.Where(r => rules.Contains(r.Key[..6]) && r.Key.Contains(job, StringComparison.Ordinal))
                    .Should().NotContain(r => r.Value == Verdict.Pass, $"hiding {place} documents nothing");
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

    private static Dictionary<string, Verdict> Judge(
        JsonNode inventory, EvidenceRecords evidence, PolicyPhase phase = PolicyPhase.Local, Inventory? previous = null)
    {
        var seen = InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory.ToJsonString()), "hidden.json");
        var policy = Policy.Repository!.Policy with { Phase = Policy.Repository.Policy.Phase with { Value = phase } };
        return RuleEngine.Evaluate(Policy.Rules!, Estate.Build(policy, evidence, seen, seen.CollectedAt, previous))
            .GroupBy(r => $"{r.Rule.Id} {r.Subject.Id} {r.CaseKey}")
            .ToDictionary(g => g.Key, g => g.Select(r => r.Verdict).Min());
    }
}
