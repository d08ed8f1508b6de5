using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Makes the changes of a case to an inventory in its written form, so that a case can say whatever a file could.</summary>
public static class InventoryPatch
{
    /// <param name="utf8">the inventory as written</param>
    /// <param name="name">its name, for messages</param>
    /// <param name="changes">made in the order given</param>
    /// <exception cref="InventoryPatchException">a path leads nowhere, or what comes out is no inventory</exception>
    public static Inventory Apply(ReadOnlySpan<byte> utf8, string name, IReadOnlyList<InventoryChange> changes)
    {
        if (changes.Count == 0)
        {
            return InventoryFile.Parse(utf8, name);
        }

        var root = Parse(utf8, name);
        var set = new List<(InventoryChange Change, JsonAddress Parent)>();
        foreach (var change in changes)
        {
            Make(change, root, set);
        }

        try
        {
            var inventory = InventoryFile.Parse(Encoding.UTF8.GetBytes(root.ToJsonString()), name);
            CheckEffect(set, inventory);
            return inventory;
        }
        catch (InventoryException fault)
        {
            throw new InventoryPatchException(changes[^1].Place, $"with these changes the inventory {fault.Reason}");
        }
    }

    /// <summary>
    /// A member that no inventory has would be skipped when the file is read, and the case would prove nothing: what was set must
    /// still be there when the inventory is written again.
    /// </summary>
    private static void CheckEffect(List<(InventoryChange Change, JsonAddress Parent)> set, Inventory inventory)
    {
        if (set.Count == 0)
        {
            return;
        }

        var written = JsonNode.Parse(InventoryFile.Format(inventory));
        foreach (var (change, parent) in set)
        {
            if (parent.In(written) is JsonObject map && !map.ContainsKey(change.Path.Last.Name!))
            {
                throw new InventoryPatchException(change.Place, $"\"{change.Path}\" sets nothing: an inventory has no {change.Path.Last} there");
            }
        }
    }

    private static JsonNode Parse(ReadOnlySpan<byte> utf8, string name)
    {
        try
        {
            return JsonNode.Parse(utf8)!;
        }
        catch (JsonException)
        {
            InventoryFile.Parse(utf8, name); // says better what is wrong with it
            throw;
        }
    }

    private static void Make(InventoryChange change, JsonNode root, List<(InventoryChange Change, JsonAddress Parent)> set)
    {
        foreach (var parent in Parents(change, root))
        {
            switch (change.Kind)
            {
                case InventoryChangeKind.Remove:
                    Remove(change, parent);
                    break;
                case InventoryChangeKind.Add:
                    Add(change, parent);
                    break;
                case InventoryChangeKind.Set:
                    Set(change, parent);
                    set.Add((change, JsonAddress.Of(parent)));
                    break;
                default:
                    Hide(change, parent);
                    break;
            }
        }
    }

    /// <summary>What the path leads to without its last step.</summary>
    private static List<JsonNode> Parents(InventoryChange change, JsonNode root)
    {
        List<JsonNode> found = [root];
        foreach (var step in change.Path.Steps[..^1])
        {
            found = [.. found.SelectMany(node => Chosen(node, step))];
            if (found.Count == 0)
            {
                throw Nowhere(change, step);
            }
        }

        return found;
    }

    private static IEnumerable<JsonNode> Chosen(JsonNode node, PathStep step) => (node, step.IsRows) switch
    {
        (JsonArray rows, true) => rows.Where(row => IsChosen(row, step)).Select(row => row!),
        (JsonObject map, false) when map[step.Name!] is { } child => [child],
        _ => [],
    };

    private static bool IsChosen(JsonNode? row, PathStep step)
        => step.Name is null || (row is JsonObject map && map[step.Name] is JsonValue value && Text(value) == step.Value);

    // A number is compared as it is written, a text by what it says.
    private static string Text(JsonValue value)
        => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static void Remove(InventoryChange change, JsonNode parent)
    {
        var last = change.Path.Last;
        if (parent is JsonArray rows && last.IsRows)
        {
            var chosen = rows.Where(row => IsChosen(row, last)).ToList();
            chosen.ForEach(row => rows.Remove(row));
            if (chosen.Count > 0)
            {
                return;
            }
        }
        else if (!last.IsRows && parent is JsonObject map && map.Remove(last.Name!))
        {
            return;
        }

        throw Nowhere(change, last);
    }

    private static void Add(InventoryChange change, JsonNode parent)
    {
        if (!change.Path.Last.IsRows && parent is JsonObject map && map[change.Path.Last.Name!] is JsonArray rows)
        {
            rows.Add(Value(change));
            return;
        }

        throw new InventoryPatchException(change.Place, $"\"{change.Path}\" is no list of the inventory, so nothing can be added to it");
    }

    private static void Set(InventoryChange change, JsonNode parent)
    {
        if (change.Path.Last.IsRows || parent is not JsonObject map)
        {
            throw Nowhere(change, change.Path.Last);
        }

        map[change.Path.Last.Name!] = Value(change);
    }

    private static void Hide(InventoryChange change, JsonNode parent)
    {
        var last = change.Path.Last;
        if (last.IsRows || parent is not JsonObject map || map[last.Name!] is not JsonObject target)
        {
            throw Nowhere(change, last);
        }

        var gap = new JsonObject
        {
            ["endpoint"] = $"/{change.Path}",
            ["reason"] = "403 Permission check failed",
            ["needs"] = "the privilege of this case",
        };
        if (target.ContainsKey("rows"))
        {
            target["hidden"] = gap;
        }
        else if (target.ContainsKey("value") || target.ContainsKey("unreadable"))
        {
            map[last.Name!] = new JsonObject { ["unreadable"] = gap };
        }
        else
        {
            throw new InventoryPatchException(
                change.Place, $"\"{change.Path}\" cannot be hidden: it is neither a listing nor an observed value of the inventory");
        }
    }

    private static JsonNode? Value(InventoryChange change) => JsonNode.Parse(change.Json!);

    private static InventoryPatchException Nowhere(InventoryChange change, PathStep step)
        => new(change.Place, $"\"{change.Path}\" leads nowhere in the inventory: there is no {step}");
}
