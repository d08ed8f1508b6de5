using System.Text.Json;
using System.Text.Json.Nodes;
using Compliance.Core.Facts.Configurations;
using Compliance.Core.Tests.Facts;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Configurations;

/// <summary>What Proxmox's own parsers make of configuration files: each vector is one row.</summary>
public sealed class ConfigurationVectorTests(ITestOutputHelper output)
{
    private const string File = "storage-cfg.json";
    private static readonly string[] Kinds = ["storage.cfg", "jobs.cfg", "vzdump.cron"];

    public static IEnumerable<object[]> Rows => VectorFile.Rows(File, Kinds);

    [SkippableTheory]
    [MemberData(nameof(Rows))]
    public void File_is_read_as_Proxmox_reads_it(int row, string label)
    {
        var vector = VectorFile.Get(File, row);
        var text = vector.GetProperty("text").GetString()!;
        var reading = VectorFile.KindOf(vector) switch
        {
            "storage.cfg" => StorageConfiguration.Parse(text),
            "jobs.cfg" => JobConfiguration.Parse(text),
            _ => CronConfiguration.Parse(text),
        };

        Json(reading).Should().Be(Normal(vector.GetProperty("expected")), label);
        reading.Warnings.Should().HaveCount(vector.GetProperty("warnings").GetInt32(), string.Join("\n", reading.Warnings));
        reading.Fault.Should().BeNull();
    }

    [SkippableFact]
    public void No_vector_is_of_a_kind_that_nobody_executes()
    {
        var summary = VectorFile.Summary(File, Kinds);
        output.WriteLine(summary);
        summary.Should().MatchRegex(@"(\d+) of \1 run");
    }

    private static string Json(ConfigurationReading reading)
        => Normal(JsonSerializer.SerializeToElement(new JsonArray([.. reading.Entries.Select(e => Node(new ConfigurationValue.Parts(e.Values)))])));

    private static JsonNode Node(ConfigurationValue value) => value switch
    {
        ConfigurationValue.Text text => JsonValue.Create(text.Value),
        ConfigurationValue.Number number => JsonValue.Create(number.Value),
        ConfigurationValue.Items items => new JsonArray([.. items.Values.Select(v => (JsonNode)JsonValue.Create(v))]),
        ConfigurationValue.Parts parts => new JsonObject(parts.Values.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, Node(p.Value)))),
        _ => throw new InvalidOperationException("not a value"),
    };

    /// <summary>Keys in order, and the members of the lists whose order is random in reality.</summary>
    private static string Normal(JsonElement element, string name = "") => element.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(",\n", element.EnumerateArray().Select(e => Normal(e)))}]",
        JsonValueKind.Object => $"{{{string.Join(", ", element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"\"{p.Name}\":{Normal(p.Value, p.Name)}"))}}}",
        JsonValueKind.String when name is "content" or "nodes" => $"\"{string.Join(',', element.GetString()!.Split(',').Order(StringComparer.Ordinal))}\"",
        _ => element.GetRawText(),
    };
}
