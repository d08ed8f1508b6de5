using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

/// <summary>
/// Whatever one answer is replaced with, the inventory either says the same as without the fault, or says that it does not know.
/// It never says less: a green report that is wrong begins with a list that silently got shorter.
/// </summary>
public class Every_fault_at_every_endpoint
{
    private static readonly (int Status, string Reason, string Body)[] Faults =
    [
        (500, "no", """{"data":null,"message":"no\n"}"""),
        (403, "Permission check failed", """{"data":null,"message":"Permission check failed\n"}"""),
        (595, "Connection refused", ""),
        (200, "OK", ""),
        (200, "OK", "<html>"),
        (200, "OK", """{"data":null}"""),
        (200, "OK", """{"data":"odd"}"""),
        (200, "OK", """{"data":[null]}"""),
        (200, "OK", """{"data":[[]]}"""),
        (200, "OK", """{"data":[{}]}"""),
        (200, "OK", """{"data":[{"type":[],"storage":[],"id":{},"vmid":"x","node":"..","name":".."}]}"""),
        (204, "No Content", ""),
        (301, "Moved", ""),
    ];

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task Says_the_same_or_that_it_does_not_know(string estate)
    {
        var recording = Recording.Load(Rig.Sample(estate));
        var straight = await CollectAsync(recording, target: null, instead: null);
        var lies = new List<string>();
        var tried = 0;
        foreach (var target in recording.Answers.Select(a => a.Target["/api2/json".Length..]).Where(t => t != "/version"))
        {
            foreach (var (status, reason, body) in Faults)
            {
                var faulted = await CollectAsync(recording, target, new ProxmoxReply(status, reason, System.Text.Encoding.UTF8.GetBytes(body)));
                lies.AddRange(Lies(straight, faulted, "$").Select(lie => $"{target} answering {status} {body}: {lie}"));
                tried++;
            }
        }

        lies.Should().BeEmpty();
        tried.Should().BeGreaterThan(400);
    }

    private static async Task<JsonNode> CollectAsync(Recording recording, string? target, ProxmoxReply? instead)
    {
        var options = new ProxmoxOptions
        {
            Servers = [new Uri("https://pve1:8006")],
            Token = ApiToken.Parse(recording.Tokens["audit"], out _)!,
            Trust = ServerTrust.System,
        };
        using var transport = new RecordedTransport(recording, "audit", target, instead);
        var inventory = await new LiveInventorySource(transport, options, TimeProvider.System).CollectAsync(CollectionScope.Everything, CancellationToken.None);
        return JsonNode.Parse(InventoryFile.Format(inventory with { CollectedAt = DateTimeOffset.UnixEpoch }))!;
    }

    /// <summary>Places where the faulted inventory says something else, and does not say that it does not know.</summary>
    private static IEnumerable<string> Lies(JsonNode? straight, JsonNode? faulted, string at)
    {
        if (faulted is JsonObject { Count: 1 } observed && observed.ContainsKey("unreadable"))
        {
            return [];
        }

        return (straight, faulted) switch
        {
            (JsonObject a, JsonObject b) when b["hidden"] is not null && b["rows"] is JsonArray rows => HiddenLies(a["rows"]!.AsArray(), rows, at),
            (JsonObject a, JsonObject b) when a.Count == b.Count => a.SelectMany(member => Lies(member.Value, b[member.Key], $"{at}.{member.Key}")),
            (JsonArray a, JsonArray b) => RowLies(a, b, at),
            _ => JsonNode.DeepEquals(straight, faulted) || IsNameOfUnknownCluster(at, faulted) ? [] : [$"{at} was {straight?.ToJsonString()}, is {faulted?.ToJsonString()}"],
        };
    }

    /// <summary>A hidden list may be shorter; the rows it has are compared.</summary>
    private static IEnumerable<string> HiddenLies(JsonArray straight, JsonArray faulted, string at)
        => faulted.SelectMany(row => straight.FirstOrDefault(s => Id(s) == Id(row)) is { } same ? Lies(same, row, $"{at}[{Id(row)}]") : [$"{at} invents {row?.ToJsonString()}"]);

    private static IEnumerable<string> RowLies(JsonArray straight, JsonArray faulted, string at)
    {
        var now = faulted.ToLookup(Id);
        foreach (var row in straight)
        {
            // Without a list of storages a node's defaults are missing, which the node's hidden list says; backups are not excused.
            var same = now[Id(row)].FirstOrDefault() ?? (at == "$.backups" ? now[$"{row!["storage"]}@unknown"].FirstOrDefault() : null);
            if (same is null && at.EndsWith(".defaults", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var lie in same is null ? [$"{at} lost {Id(row)}"] : Lies(row, same is JsonObject && at == "$.backups" ? WithNode(same, row!) : same, $"{at}[{Id(row)}]"))
            {
                yield return lie;
            }
        }
    }

    private static JsonNode WithNode(JsonNode same, JsonNode row)
    {
        var copy = same.DeepClone();
        copy["node"] = row["node"]!.DeepClone();
        return copy;
    }

    private static string Id(JsonNode? row) => row switch
    {
        JsonObject o when o["points"] is not null => $"{o["storage"]}@{o["node"]}",
        JsonObject o when o["principal"] is not null => o.ToJsonString(),
        JsonObject o => (o["volumeId"] ?? o["upid"] ?? o["devPath"] ?? o["id"] ?? o["vmId"] ?? o["name"] ?? o["path"] ?? o["storage"])?.ToJsonString() ?? o.ToJsonString(),
        _ => row?.ToJsonString() ?? "null",
    };

    /// <summary>The one thing that is no observation: a title.</summary>
    private static bool IsNameOfUnknownCluster(string at, JsonNode? faulted) => at == "$.name" && faulted?.GetValue<string>() == "unknown";
}
