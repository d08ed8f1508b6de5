using System.Globalization;
using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>Every listing and every observed value of an inventory file, wherever it stands, and how to hide one.</summary>
internal static class InventoryPlaces
{
    /// <summary>Paths such as <c>/guests/rows/3/pool</c>.</summary>
    public static IEnumerable<string> Of(JsonNode inventory) => Below(inventory, string.Empty);

    public static JsonObject Find(JsonNode inventory, string place)
        => Steps(place).Aggregate(inventory, (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!)
            .AsObject();

    public static string[] Steps(string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Makes a value unreadable, or rows of a listing possibly hidden.</summary>
    /// <param name="target">the value or listing</param>
    /// <param name="isEmptied">no row of the listing is left</param>
    /// <param name="endpoint">that the gap names</param>
    public static void Hide(JsonObject target, bool isEmptied, string endpoint)
    {
        var gap = new JsonObject { ["endpoint"] = endpoint, ["reason"] = "403 Permission check failed" };
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

    private static IEnumerable<string> Below(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject map:
                if (path.Length > 0 && (map.ContainsKey("rows") || map.ContainsKey("value")))
                {
                    yield return path;
                }

                foreach (var place in map.SelectMany(member => Below(member.Value, $"{path}/{member.Key}")))
                {
                    yield return place;
                }

                break;
            case JsonArray list:
                foreach (var place in list.SelectMany((item, index) => Below(item, $"{path}/{index}")))
                {
                    yield return place;
                }

                break;
            default:
                break;
        }
    }
}
