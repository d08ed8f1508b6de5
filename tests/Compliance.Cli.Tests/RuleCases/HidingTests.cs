using System.Text;
using System.Text.Json.Nodes;
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
    [InlineData("compliant")]
    [InlineData("drifted")]
    public void Hiding_anything_never_makes_a_pass(string estate)
    {
        var text = Repository.Read($"samples/homelab/inventories/{estate}.json");
        var before = Judge(JsonNode.Parse(text)!);
        var places = Places(JsonNode.Parse(text)!, string.Empty).ToList();
        places.Should().HaveCountGreaterThan(50, "an inventory has that much to hide");
        foreach (var place in places)
        {
            foreach (var isEmptied in (bool[])[false, true])
            {
                var hidden = JsonNode.Parse(text)!;
                Hide(Find(hidden, place), isEmptied);
                var passes = Judge(hidden).Where(r => r.Value == Verdict.Pass && before.TryGetValue(r.Key, out var was) && was is Verdict.Fail or Verdict.Unknown);
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
            Hide(inventory[list]!.AsObject(), isEmptied);
            var verdicts = Judge(inventory).Values.ToList();
            verdicts.Should().Contain(Verdict.Unknown, $"{list} may hide what is wrong");
        }
    }

    private static Dictionary<string, Verdict> Judge(JsonNode inventory)
    {
        var seen = InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory.ToJsonString()), "hidden.json");
        return RuleEngine.Evaluate(Policy.Rules!, Estate.Build(Policy.Repository!.Policy, seen, seen.CollectedAt))
            .GroupBy(r => $"{r.Rule.Id} {r.Subject.Id} {r.CaseKey}")
            .ToDictionary(g => g.Key, g => g.Select(r => r.Verdict).Min());
    }

    private static void Hide(JsonObject target, bool isEmptied)
    {
        var gap = new JsonObject { ["endpoint"] = "/hidden", ["reason"] = "403 Permission check failed", ["needs"] = "a privilege" };
        if (!target.ContainsKey("rows"))
        {
            target.Remove("value");
            target["unreadable"] = gap;
            return;
        }

        target["hidden"] = gap;
        if (isEmptied)
        {
            target["rows"] = new JsonArray();
        }
    }

    // Every listing and every observed value, wherever it stands.
    private static IEnumerable<string> Places(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject map:
                if (path.Length > 0 && (map.ContainsKey("rows") || map.ContainsKey("value")))
                {
                    yield return path;
                }

                foreach (var place in map.SelectMany(member => Places(member.Value, $"{path}/{member.Key}")))
                {
                    yield return place;
                }

                break;
            case JsonArray list:
                foreach (var place in list.SelectMany((item, index) => Places(item, $"{path}/{index}")))
                {
                    yield return place;
                }

                break;
            default:
                break;
        }
    }

    private static JsonObject Find(JsonNode root, string path)
        => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!)
            .AsObject();
}
