using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>Reads <c>rules/cases/BKPnnn.yaml</c>.</summary>
internal static class RuleCaseFile
{
    private static readonly string[] Keys = ["name", "given", "as-of", "policy", "set", "hide", "remove", "expect"];

    public static IEnumerable<string> Names => Directory.GetFiles(Repository.PathOf("rules/cases"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public static IEnumerable<RuleCase> Read(string rule)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read($"rules/cases/{rule}.yaml")));
        var root = (YamlMappingNode)yaml.Documents.Single().RootNode;
        root["rule"].ToString().Should().Be(rule, "a case file is named for its rule");
        return ((YamlSequenceNode)root["cases"]).Cast<YamlMappingNode>().Select(c => Case(rule, c));
    }

    /// <summary>A YAML value as JSON: plain scalars are what they look like, quoted ones are text.</summary>
    public static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
        YamlMappingNode map => new JsonObject(map.Select(p => KeyValuePair.Create(p.Key.ToString(), ToJson(p.Value)))),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static RuleCase Case(string rule, YamlMappingNode node)
    {
        node.Children.Keys.Select(k => k.ToString()).Should().BeSubsetOf(Keys);
        return new RuleCase
        {
            Rule = rule,
            Name = node["name"].ToString(),
            Given = Optional(node, "given")?.ToString() ?? "compliant",
            AsOf = Optional(node, "as-of")?.ToString(),
            Policy = [.. Pairs(node, "policy").Select(p => KeyValuePair.Create(p.Key, p.Value.ToString()))],
            Set = [.. Pairs(node, "set")],
            Hide = [.. Texts(node, "hide")],
            Remove = [.. Texts(node, "remove")],
            Expect = Pairs(node, "expect").ToDictionary(p => p.Key, p => p.Value.ToString()),
        };
    }

    private static YamlNode? Optional(YamlMappingNode node, string key)
        => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static IEnumerable<KeyValuePair<string, YamlNode>> Pairs(YamlMappingNode node, string key)
        => Optional(node, key) is YamlMappingNode map ? map.Children.Select(p => KeyValuePair.Create(p.Key.ToString(), p.Value)) : [];

    private static IEnumerable<string> Texts(YamlMappingNode node, string key)
        => Optional(node, key) is YamlSequenceNode list ? list.Select(n => n.ToString()) : [];
}
