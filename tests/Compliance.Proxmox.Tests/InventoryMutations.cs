using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Compliance.Proxmox.Tests;

/// <summary>
/// An inventory with one member left out, made null or made another type, for each kind of member once. Long lists are cut
/// first: the second row of a kind teaches nothing new.
/// </summary>
internal static class InventoryMutations
{
    public static IEnumerable<(string What, string Json)> Of(JsonObject inventory)
    {
        Cut(inventory);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in Places(inventory).ToArray())
        {
            var kind = Regex.Replace(place.GetPath(), @"\[\d+\]", "[*]");
            if (!seen.Add(kind))
            {
                continue;
            }

            foreach (var (how, replacement) in new (string, JsonNode?)[] { ("null", null), ("text", "odd"), ("number", 7), ("flag", true), ("list", new JsonArray("odd", null)), ("object", new JsonObject { ["odd"] = 1 }) })
            {
                yield return ($"{kind} as {how}", With(inventory, place, replacement));
            }

            if (place.Parent is JsonObject)
            {
                yield return ($"{kind} left out", Without(inventory, place));
            }
        }
    }

    private static void Cut(JsonNode? node)
    {
        foreach (var child in Children(node).ToArray())
        {
            Cut(child);
        }

        while (node is JsonArray { Count: > 2 } list)
        {
            list.RemoveAt(1);
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
        => Children(node).OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child));

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject item => item.Select(member => member.Value),
        JsonArray list => list,
        _ => [],
    };

    private static string With(JsonObject inventory, JsonNode place, JsonNode? replacement)
    {
        var parent = place.Parent!;
        if (parent is JsonObject item)
        {
            var name = place.GetPropertyName();
            item[name] = replacement;
            var json = inventory.ToJsonString();
            item[name] = place;
            return json;
        }

        var index = place.GetElementIndex();
        parent[index] = replacement;
        var changed = inventory.ToJsonString();
        parent[index] = place;
        return changed;
    }

    private static string Without(JsonObject inventory, JsonNode place)
    {
        var (parent, name) = (place.Parent!.AsObject(), place.GetPropertyName());
        var index = parent.IndexOf(name);
        parent.RemoveAt(index);
        var json = inventory.ToJsonString();
        parent.Insert(index, name, place);
        return json;
    }
}
