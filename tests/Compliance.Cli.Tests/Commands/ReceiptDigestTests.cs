using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Assessments;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary>Which members of an inventory a receipt watches: every one of them is changed in turn, and the list is approved, so that a new one is decided on.</summary>
public sealed class ReceiptDigestTests
{
    private static readonly ReadinessRequest Upgrade = new(ChangeKind.Upgrade, null, ReadinessRequest.DefaultMaxAge);

    [Fact]
    public void What_is_watched_is_the_approved_list()
    {
        var inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("compliant")))!;
        var before = Digests(inventory);
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var list in (string[])["nodes", "guests", "jobs", "storages"])
        {
            foreach (var member in inventory[list]!["rows"]![0]!.AsObject().Select(member => member.Key))
            {
                var moved = Variants(inventory[list]!["rows"]![0]![member]).Select(value =>
                {
                    var changed = inventory.DeepClone();
                    changed[list]!["rows"]![0]![member] = value;
                    return Try(changed);
                }).FirstOrDefault(digests => digests is not null);
                moved.Should().NotBeNull($"{list}.{member} can be changed");
                lines.Add($"{list}.{member} {(moved == before ? "may move" : "must not move")}");
            }
        }

        Approved.Verify(string.Concat(lines.Select(line => $"{line}\n")), "tests/Compliance.Cli.Tests/goldens/ready/watched.txt");
    }

    [Fact]
    public void The_order_of_an_inventory_means_nothing()
    {
        var inventory = JsonNode.Parse(File.ReadAllText(Samples.Inventory("drifted")))!;
        var before = Digests(inventory);
        foreach (var list in (string[])["nodes", "guests", "jobs", "storages"])
        {
            var rows = inventory[list]!["rows"]!.AsArray();
            inventory[list]!["rows"] = new JsonArray([.. rows.Reverse().Select(row => row!.DeepClone())]);
        }

        Digests(inventory).Should().Be(before);
    }

    [Fact]
    public void A_change_to_one_node_watches_what_is_on_it()
    {
        var inventory = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory("compliant")), "x");
        var parts = RelevantDigests.Of(RuleSetLoader.BuiltIn.Before(ChangeKind.Upgrade), inventory, Upgrade with { Node = "pve9" });
        parts.Single(part => part.Name == "guests").Members.Should().BeEmpty();
        parts.Single(part => part.Name == "nodes").Members.Should().NotBeEmpty("the others give the quorum");
        parts.Single(part => part.Name == "jobs").Members.Should().NotBeEmpty("a job without a node runs there, too");
    }

    [Fact]
    public void Another_rule_is_another_gate()
    {
        var inventory = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory("compliant")), "x");
        var rules = RuleSetLoader.BuiltIn.Before(ChangeKind.Upgrade);
        var then = RelevantDigests.Of(rules, inventory, Upgrade);
        var now = RelevantDigests.Of(rules with { Rules = [rules.Rules[0] with { When = rules.Rules[0].Assert }, .. rules.Rules[1..^1]] }, inventory, Upgrade);
        DigestComparison.Of(then, now).Should().ContainSingle().Which.Should().Be(
            new DigestChange("rules", $"{rules.Rules[^1].Id} is gone, {rules.Rules[0].Id} changed", IsCertain: true));
    }

    [Fact]
    public void Compared_with_itself_nothing_moved_and_a_missing_part_is_not_the_same()
    {
        var inventory = InventoryFile.Parse(File.ReadAllBytes(Samples.Inventory("compliant")), "x");
        var parts = RelevantDigests.Of(RuleSetLoader.BuiltIn.Before(ChangeKind.Upgrade), inventory, Upgrade);
        DigestComparison.Of(parts, parts).Should().BeEmpty();
        DigestComparison.Of(parts[1..], parts).Should().ContainSingle().Which.IsCertain.Should().BeFalse();
        DigestComparison.Of(parts, parts[1..]).Should().ContainSingle().Which.IsCertain.Should().BeFalse();
        DigestComparison.Of([parts[0] with { Members = [.. parts[0].Members, parts[0].Members[0]] }], [parts[0]]).Should().ContainSingle().Which.IsCertain.Should().BeFalse("one id twice is nobody's digest");
        DigestComparison.Of([parts[0] with { Digest = "x" }], [parts[0]]).Should().ContainSingle().Which.IsCertain.Should().BeTrue();
    }

    private static string? Try(JsonNode inventory)
    {
        try
        {
            return Digests(inventory);
        }
        catch (InventoryException)
        {
            return null;
        }
    }

    private static string Digests(JsonNode inventory) => string.Join('\n', RelevantDigests
        .Of(RuleSetLoader.BuiltIn.Before(ChangeKind.Upgrade), InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory.ToJsonString()), "x"), Upgrade)
        .Select(part => part.Digest));

    private static IEnumerable<JsonNode> Variants(JsonNode? value)
    {
        var gap = """{"unreadable":{"endpoint":"/x","reason":"403","needs":null}}""";
        JsonNode[] all = value switch
        {
            JsonObject known when known.ContainsKey("value") => [JsonNode.Parse(gap)!],
            JsonObject known when known.ContainsKey("rows") => [JsonNode.Parse("""{"rows":[],"hidden":{"endpoint":"/x","reason":"403","needs":null}}""")!],
            JsonObject known when known.ContainsKey("unreadable") => [JsonNode.Parse("""{"value":"Europe/Berlin"}""")!, JsonNode.Parse("""{"value":[]}""")!, JsonNode.Parse("""{"value":{}}""")!],
            JsonArray { Count: > 0 } => [new JsonArray()],
            JsonArray => [new JsonArray("x"), new JsonArray(1)],
            JsonValue text when text.GetValueKind() == System.Text.Json.JsonValueKind.String => [(string)text! + "x"],
            JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => [(int)number + 1],
            JsonValue truth when truth.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => [!(bool)truth],
            _ => ["x", 1, true, new JsonArray("x")],
        };
        return all;
    }
}
