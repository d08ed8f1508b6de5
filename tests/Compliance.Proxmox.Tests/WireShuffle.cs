using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compliance.Proxmox.Tests;

/// <summary>Turns every array and every object of an answer around, as the real API does from call to call.</summary>
internal static class WireShuffle
{
    public static byte[] Reverse(byte[] body)
        => body.Length == 0 ? body : JsonSerializer.SerializeToUtf8Bytes(Reversed(JsonNode.Parse(body)));

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Reverse().Select(Reversed)]),
        JsonObject item => new JsonObject(item.Reverse().Select(member => KeyValuePair.Create(member.Key, WithList(member.Key, member.Value)))),
        _ => node?.DeepClone(),
    };

    /// <summary>Comma lists that have no order either.</summary>
    private static JsonNode? WithList(string key, JsonNode? value)
        => key is "content" or "privs" or "nodes" && value is JsonValue text && text.TryGetValue<string>(out var list)
            ? JsonValue.Create(string.Join(',', list.Split(',').Reverse()))
            : Reversed(value);
}
