using System.Text.Json.Nodes;

namespace Compliance.Proxmox;

/// <summary>Where a node stands in its document, by members and by places in lists.</summary>
internal sealed class JsonAddress
{
    private readonly Stack<object> steps = new();

    private JsonAddress(JsonNode node)
    {
        for (var at = node; at.Parent is { } parent; at = parent)
        {
            steps.Push(parent is JsonArray ? at.GetElementIndex() : at.GetPropertyName());
        }
    }

    public static JsonAddress Of(JsonNode node) => new(node);

    /// <summary>The node that stands there in another document; null when nothing does.</summary>
    public JsonNode? In(JsonNode? root) => steps.Aggregate(root, (node, step) => (node, step) switch
    {
        (JsonArray rows, int index) when index < rows.Count => rows[index],
        (JsonObject map, string member) => map[member],
        _ => null,
    });
}
