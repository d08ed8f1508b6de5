using System.Globalization;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>
/// Changes an inventory in its JSON form. A path reads <c>jobs.rows[id=backup-tier1].storage</c>: members by dots, rows of a list by
/// a member's value, <c>[*]</c> for all rows.
/// </summary>
internal static class InventoryPatch
{
    public static void Set(JsonNode root, string path, Func<JsonNode?> value)
        => Each(root, path, (parent, member) => parent[member] = value());

    /// <summary>Makes a list hidden, or an observed value unreadable.</summary>
    public static void Hide(JsonNode root, string path)
    {
        JsonObject Gap() => new() { ["endpoint"] = $"/{path}", ["reason"] = "403 Permission check failed", ["needs"] = "the privilege of this case" };
        Each(root, path, (parent, member) =>
        {
            var target = parent[member] as JsonObject
                ?? throw new InvalidOperationException($"{path} is neither a listing nor an observed value.");
            if (target.ContainsKey("rows"))
            {
                target["hidden"] = Gap();
            }
            else
            {
                parent[member] = new JsonObject { ["unreadable"] = Gap() };
            }
        });
    }

    public static void Remove(JsonNode root, string path)
    {
        var steps = Steps(path);
        foreach (var parent in Select(root, steps[..^1], path))
        {
            var last = steps[^1];
            var removed = parent is JsonArray rows
                ? rows.Where(row => Matches(row, last)).ToList() is { Count: > 0 } found && found.TrueForAll(rows.Remove)
                : parent.AsObject().Remove(last);
            removed.Should().BeTrue($"{path} must be there to be removed");
        }
    }

    private static void Each(JsonNode root, string path, Action<JsonNode, string> change)
    {
        var steps = Steps(path);
        foreach (var parent in Select(root, steps[..^1], path))
        {
            change(parent, steps[^1]);
        }
    }

    private static IEnumerable<JsonNode> Select(JsonNode root, IEnumerable<string> steps, string path)
    {
        IEnumerable<JsonNode> found = [root];
        foreach (var step in steps)
        {
            found = [.. found.SelectMany(node => Children(node, step))];
            found.Should().NotBeEmpty($"the step {step} of {path} must lead somewhere");
        }

        return found;
    }

    private static IEnumerable<JsonNode> Children(JsonNode node, string step)
        => node is JsonArray rows ? rows.Where(row => Matches(row, step)).Select(row => row!)
            : node[step] is { } child ? [child]
            : [];

    private static bool Matches(JsonNode? row, string selector)
    {
        if (selector == "[*]")
        {
            return true;
        }

        var equals = selector.IndexOf('=', StringComparison.Ordinal);
        var (member, value) = (selector[1..equals], selector[(equals + 1)..^1]);
        return string.Equals(Text(row![member]), value, StringComparison.Ordinal);
    }

    private static string? Text(JsonNode? node) => node is null ? null
        : node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? node.GetValue<long>().ToString(CultureInfo.InvariantCulture)
        : node.ToString();

    // "jobs.rows[id=a.b].x" → jobs, rows, [id=a.b], x
    private static string[] Steps(string path)
    {
        var steps = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i == path.Length || (depth == 0 && path[i] is '.' or '['))
            {
                if (i > start)
                {
                    steps.Add(path[start..i]);
                }

                start = i < path.Length && path[i] == '[' ? i : i + 1;
            }

            depth += i < path.Length ? (path[i] == '[' ? 1 : path[i] == ']' ? -1 : 0) : 0;
        }

        return [.. steps];
    }
}
