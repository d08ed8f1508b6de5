using Newtonsoft.Json.Linq;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>Every setting that a schema names, and every word it allows, as <c>tiers[].schedule</c> and <c>tiers[].schedule=daily</c>.</summary>
internal static class SchemaPaths
{
    public static HashSet<string> Of(string file)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var root = JObject.Parse(Repository.Read(file));
        Collect(root, root, "", paths);
        return paths;
    }

    public static void Collect(Doc document, string path, HashSet<string> paths)
    {
        switch (document)
        {
            case DocMap map:
                foreach (var (key, value) in map.Entries)
                {
                    var setting = $"{path}.{key.Trim('"', '\'')}";
                    paths.Add(setting);
                    Collect(value, setting, paths);
                }

                break;
            case DocList list:
                list.Items.ForEach(item => Collect(item, path + "[]", paths));
                break;
            case DocText text:
                paths.Add($"{path}={text.Written.Trim('"', '\'')}");
                break;
        }
    }

    private static void Collect(JObject root, JToken? schema, string path, HashSet<string> paths)
    {
        if (schema is not JObject node)
        {
            return;
        }

        foreach (var property in (node["properties"] as JObject)?.Properties() ?? [])
        {
            paths.Add($"{path}.{property.Name}");
            Collect(root, property.Value, $"{path}.{property.Name}", paths);
        }

        foreach (var word in (node["enum"] as JArray)?.Where(word => word.Type == JTokenType.String) ?? [])
        {
            paths.Add($"{path}={word}");
        }

        foreach (var part in ((JArray?[])[(JArray?)node["allOf"], (JArray?)node["anyOf"]]).OfType<JArray>().SelectMany(parts => parts))
        {
            Collect(root, part, path, paths);
        }

        Collect(root, node["items"], path + "[]", paths);
        if ((string?)node["$ref"] is { } reference)
        {
            Collect(root, root.SelectToken(reference["#/".Length..].Replace('/', '.')), path, paths);
        }
    }
}
