using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Model;
using Compliance.Policies.Tests.Schemas;
using CsCheck;

namespace Compliance.Policies.Tests;

/// <summary>The file of a baseline: what is written is read again, and what anything else is, is said.</summary>
public class BaselineFileTests
{
    private static readonly Baseline Example = new()
    {
        Policy = "homelab",
        Estate = "lab \"one\"",
        MadeAt = new DateTimeOffset(2026, 11, 23, 6, 9, 43, TimeSpan.Zero),
        Findings =
        [
            new BaselineEntry("5f1c7a90e2b4d836", "BKP104", "qemu/101", Verdict.Fail, IsWaived: false),
            new BaselineEntry("9b02d4410c77fe15", "BKP305", "node/pve1/storage/<b>", Verdict.Unknown, IsWaived: true),
        ],
    };

    /// <summary>Values that are wrong in most places.</summary>
    private static readonly ImmutableArray<string> Others = ["null", "true", "7", "1.5", "\"\"", "\" \"", "\"x y\"", "[]", "{}", "[{}]", "\"BKP104\"", "\"2026-11-23\""];

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = BaselineFile.Parse(Written(Example), "b.json");

        read.Fault.Should().BeNull();
        read.Baseline.Should().BeEquivalentTo(Example);
        Encoding.UTF8.GetString(Written(read.Baseline!)).Should().Be(Encoding.UTF8.GetString(Written(Example)));
    }

    [Fact]
    public void The_text_is_the_approved_one()
        => Approved.Verify(Encoding.UTF8.GetString(Written(Example)), "tests/Compliance.Policies.Tests/Approved/baseline.json");

    [Fact]
    public async Task Schema_and_reader_refuse_the_same_changes()
    {
        var schema = await SchemaOracle.LoadAsync("schemas/baseline.schema.json");
        var text = Encoding.UTF8.GetString(Written(Example));
        schema.ErrorLines(text).Should().BeEmpty();
        var refused = 0;
        foreach (var changed in Changes(text))
        {
            var bySchema = schema.ErrorLines(changed).Count > 0;
            var fault = BaselineFile.Parse(Encoding.UTF8.GetBytes(changed), "b.json").Fault;
            (fault is not null).Should().Be(bySchema, "the reader says {0} of\n{1}", fault ?? "nothing", changed);
            refused += bySchema ? 1 : 0;
        }

        refused.Should().BeGreaterThan(100, "most changes break it");
    }

    [Theory]
    [InlineData("", "b.json:1:1 is not a readable baseline: ")]
    [InlineData("{\n  \"version\": 1,\n}", "b.json:3:1 is not a readable baseline: ")]
    [InlineData("[]", "b.json is not a readable baseline: the file is no object; write it again with \"pve-compliance baseline\".")]
    [InlineData("{}", "b.json is not a readable baseline: the file has no \"version\"; ")]
    [InlineData("{ \"version\": 2, \"more\": [] }", "b.json is not a readable baseline: it has version 2, written by a newer pve-compliance than this one, which knows 1; use the newer one.")]
    [InlineData("{ \"version\": 1, \"policy\": \"\\uD800\" }", "b.json is not a readable baseline: a text in it is no Unicode; ")]
    [InlineData("{ \"version\": 0 }", "there is no version 0")]
    [InlineData("{ \"version\": 1, \"version\": 1 }", "is not a readable baseline: ")]
    public void Anything_else_is_refused_with_its_place(string text, string fault)
        => BaselineFile.Parse(Encoding.UTF8.GetBytes(text), "b.json").Fault.Should().Contain(fault);

    [Fact]
    public void A_fingerprint_stands_there_once()
        => BaselineFile.Parse(Written(Example with { Findings = [Example.Findings[0], Example.Findings[0]] }), "b.json").Fault
            .Should().Contain("the fingerprint 5f1c7a90e2b4d836 stands there twice");

    [Fact]
    public void A_name_that_means_nothing_cannot_steer_the_terminal()
        => BaselineFile.Parse("""{ "version": 1, "policy": "p", "estate": "e", "madeAt": "2026-11-23T06:00:00Z", "findings": [], "\u001b[2J": 1 }"""u8.ToArray(), "b.json").Fault
            .Should().Contain("means nothing there").And.NotContain("\u001b");

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        var good = Encoding.UTF8.GetString(Written(Example));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 30], Gen.String["{}[]:,\"\\u0a1.-e tfn\n"]).Sample(
            (at, cut, insert) => OneOfTheTwo(Encoding.UTF8.GetBytes(good[..at] + insert + good[Math.Min(good.Length, at + cut)..])), iter: 3000);
        Gen.Byte.Array[0, 200].Sample(OneOfTheTwo, iter: 1000);
    }

    private static void OneOfTheTwo(byte[] bytes)
    {
        var read = BaselineFile.Parse(bytes, "b.json");
        (read.Baseline is null).Should().Be(read.Fault is not null);
        (read.Fault ?? "").Should().NotContain("\n");
    }

    private static byte[] Written(Baseline baseline)
    {
        using var stream = new MemoryStream();
        BaselineFile.Write(baseline, stream);
        return stream.ToArray();
    }

    /// <summary>Every member removed, and replaced by every other value; every object with one member more.</summary>
    private static IEnumerable<string> Changes(string text)
    {
        foreach (var path in Objects(JsonNode.Parse(text)!).ToList())
        {
            JsonObject At(JsonNode root) => (path < 0 ? root : root["findings"]![path]!).AsObject();
            foreach (var name in At(JsonNode.Parse(text)!).Select(member => member.Key).ToList())
            {
                yield return With(text, root => At(root).Remove(name));
                foreach (var other in Others)
                {
                    yield return With(text, root => At(root)[name] = JsonNode.Parse(other));
                }
            }

            yield return With(text, root => At(root)["more"] = 1);
        }
    }

    private static IEnumerable<int> Objects(JsonNode root) => Enumerable.Range(-1, 1 + root["findings"]!.AsArray().Count);

    private static string With(string text, Action<JsonNode> change)
    {
        var root = JsonNode.Parse(text)!;
        change(root);
        return root.ToJsonString();
    }
}
