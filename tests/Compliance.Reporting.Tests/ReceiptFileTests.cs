using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Compliance.Reporting.Tests;

/// <summary>A receipt that somebody touched, wherever and however, is no receipt any more.</summary>
public sealed class ReceiptFileTests
{
    private const string SchemaFile = "schemas/receipt.schema.json";

    public static TheoryData<string> States => [.. ReadinessSample.Names];

    [Theory]
    [MemberData(nameof(States))]
    public void What_was_written_reads_as_it_was(string state)
    {
        var receipt = Receipt.Of(ReadinessSample.Named(state));
        var file = ReceiptFile.Format(receipt);
        var reading = ReceiptFile.Parse(file);

        reading.Fault.Should().BeNull();
        reading.Hash.Should().Be(ReceiptFile.HashOf(receipt));
        ReceiptFile.Format(reading.Receipt!).Should().Equal(file);
    }

    [Fact]
    public void The_file_is_the_approved_one()
        => Approved.Verify(Encoding.UTF8.GetString(ReceiptFile.Format(Receipt.Of(ReadinessSample.NoGo))), "tests/Compliance.Reporting.Tests/goldens/ready/receipt.json");

    [Fact]
    public void Its_hash_is_what_other_tools_compute_over_the_file_without_its_last_two_members()
    {
        var file = Encoding.UTF8.GetString(ReceiptFile.Format(Receipt.Of(ReadinessSample.Go)));
        var content = file[..file.IndexOf(",\n  \"hash\": ", StringComparison.Ordinal)] + "\n}\n";
        file.Should().Contain($"\"hash\": \"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}\"");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_byte_counts(bool isSigned)
    {
        var file = File(isSigned);
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var other in (byte[])[(byte)(file[at] ^ 1), (byte)' ', (byte)'0', (byte)'"', 0xFF])
            {
                if (other != file[at])
                {
                    var altered = file.ToArray();
                    altered[at] = other;
                    ReceiptFile.Parse(altered).Receipt.Should().BeNull($"byte {at} was {file[at]} and is {other}");
                }
            }

            ReceiptFile.Parse((byte[])[.. file[..at], .. file[(at + 1)..]]).Receipt.Should().BeNull($"byte {at} is gone");
            ReceiptFile.Parse((byte[])[.. file[..at], (byte)'\n', .. file[at..]]).Receipt.Should().BeNull($"a line begins at byte {at}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_member_counts(bool isSigned)
    {
        var text = Encoding.UTF8.GetString(File(isSigned));
        var leaves = Leaves(JsonNode.Parse(text)!, "$").ToList();
        leaves.Count.Should().BeGreaterThan(50);
        foreach (var path in leaves)
        {
            foreach (var change in (Action<JsonNode, string>[])[Replace, Remove])
            {
                var document = JsonNode.Parse(text)!;
                change(document, path);
                var reading = ReceiptFile.Parse(Encoding.UTF8.GetBytes(document.ToJsonString()));
                reading.Receipt.Should().BeNull(path);
            }
        }
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 1,\n  \"note\": \"x\",")]
    [InlineData("\"node\": \"pve1\",", "\"node\": \"pve1\",\n  \"node\": \"pve1\",")]
    [InlineData("\"maxAgeSeconds\": 14400,", "\"maxAgeSeconds\": 1.44e4,")]
    [InlineData("\"node\": \"pve1\"", "\"node\": \"\\u0070ve1\"")]
    [InlineData("\n", "\r\n")]
    [InlineData("  \"verdict\"", "\t\"verdict\"")]
    public void Another_form_of_the_same_is_not_the_same(string from, string to)
    {
        var file = Encoding.UTF8.GetString(File(isSigned: false));
        file.Should().Contain(from);
        var reading = ReceiptFile.Parse(Encoding.UTF8.GetBytes(file.Replace(from, to, StringComparison.Ordinal)));
        reading.Receipt.Should().BeNull();
        reading.IsAltered.Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"kind\":1}")]
    [InlineData("{\"kind\":\"readiness-receipt\"}")]
    [InlineData("{\"kind\":\"\\uD800\",\"version\":1}")]
    [InlineData("null")]
    public void What_never_was_one_is_told_from_what_was_altered(string text)
    {
        var reading = ReceiptFile.Parse(Encoding.UTF8.GetBytes(text));
        reading.Receipt.Should().BeNull();
        reading.IsAltered.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Document_follows_the_published_schema(string state)
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read(SchemaFile));
        schema.Validate(Encoding.UTF8.GetString(ReceiptFile.Format(Receipt.Of(ReadinessSample.Named(state))))).Should().BeEmpty();
        if (state == "go")
        {
            schema.Validate(Encoding.UTF8.GetString(File(isSigned: true))).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Schema_refuses_a_document_that_lacks_any_member_or_has_another()
    {
        var schema = await JsonSchema.FromJsonAsync(Repository.Read(SchemaFile));
        var text = Encoding.UTF8.GetString(File(isSigned: true));
        foreach (var path in Leaves(JsonNode.Parse(text)!, "$"))
        {
            var broken = JsonNode.Parse(text)!;
            Remove(broken, path);
            schema.Validate(broken.ToJsonString()).Should().NotBeEmpty($"{path} is promised");
        }

        var more = JsonNode.Parse(text)!;
        more["note"] = "x";
        schema.Validate(more.ToJsonString()).Should().NotBeEmpty();
    }

    private static byte[] File(bool isSigned)
    {
        var receipt = Receipt.Of(ReadinessSample.Go with { Blocking = [RichSample.Findings[0]], WaiverProblems = ReadinessSample.NoGo.WaiverProblems });
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ReceiptFile.Format(isSigned ? ReceiptFile.Signed(receipt, key) : receipt);
    }

    private static IEnumerable<string> Leaves(JsonNode? node, string at) => node switch
    {
        JsonObject item => item.SelectMany(member => Leaves(member.Value, $"{at}/{member.Key}")),
        JsonArray list => list.SelectMany((element, index) => Leaves(element, $"{at}/{index}")),
        _ => [at],
    };

    private static void Replace(JsonNode document, string path)
    {
        var (parent, name) = Parent(document, path);
        var now = parent[name];
        parent[name] = now?.GetValueKind() switch
        {
            null => "x",
            System.Text.Json.JsonValueKind.Number => now.GetValue<int>() + 1,
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            _ => (string)now! + "x",
        };
    }

    private static void Remove(JsonNode document, string path)
    {
        var (parent, name) = Parent(document, path);
        parent.Remove(name).Should().BeTrue(path);
    }

    private static (JsonObject Parent, string Name) Parent(JsonNode document, string path)
    {
        var steps = path.Split('/')[1..];
        return (steps[..^1].Aggregate(document, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!).AsObject(), steps[^1]);
    }
}
