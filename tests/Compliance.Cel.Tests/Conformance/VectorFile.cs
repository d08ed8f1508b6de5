using System.Text.Json.Nodes;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>A file of vectors, read once per test run.</summary>
public sealed class VectorFile
{
    private readonly Dictionary<string, Vector> byKey = new(StringComparer.Ordinal);

    private VectorFile(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var environments = root["environments"]?.AsObject();
        foreach (var row in root["vectors"]!.AsArray())
        {
            var vector = new Vector(row!.AsObject(), environments);

            // Names repeat in the official suite; the position makes the key.
            byKey.Add($"{byKey.Count:0000} {vector.Name}", vector);
        }
    }

    public static VectorFile Subset => subset.Value;

    public static VectorFile Extra => extra.Value;

    public static string SubsetPath { get; } = Path.Combine(Shared.Vectors, "cel", "cel-subset.json");

    public static string ExtraPath { get; } = Path.Combine(Shared.Vectors, "cel", "cel-extra.json");

    public IReadOnlyCollection<string> Keys => byKey.Keys;

    public IReadOnlyCollection<Vector> Vectors => byKey.Values;

    public Vector this[string key] => byKey[key];

    private static readonly Lazy<VectorFile> subset = new(() => new VectorFile(SubsetPath));
    private static readonly Lazy<VectorFile> extra = new(() => new VectorFile(ExtraPath));
}
