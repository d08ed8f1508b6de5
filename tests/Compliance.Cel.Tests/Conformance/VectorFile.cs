using System.Text.Json;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>Reads the vectors of a file beside the checkout.</summary>
internal static class VectorFile
{
    public static string PathOf(string name) => Path.Combine(Shared.Vectors, "cel", name);

    /// <summary>Rows for a theory: file, and the vector's place in it. A missing file gives one row, which skips or fails.</summary>
    public static IEnumerable<object[]> Rows(string name)
        => Shared.Rows(PathOf(name), path => Read(path).Select((_, index) => new object[] { name, index }), name, -1);

    public static Vector Get(string name, int index)
    {
        Shared.Require(PathOf(name));
        return Read(PathOf(name))[index];
    }

    public static JsonElement Root(string name) => Documents.Of(PathOf(name));

    public static IReadOnlyList<Vector> Read(string path)
        => [.. Documents.Of(path).GetProperty("vectors").EnumerateArray().Select((row, index) => new Vector(IdOf(row, index), row.GetProperty("expr").GetString()!, IsInside(row), row))];

    private static string IdOf(JsonElement row, int index)
        => row.TryGetProperty("id", out var id) ? id.GetString()!
            : $"{index}: {row.GetProperty("file").GetString()}/{row.GetProperty("section").GetString()}/{row.GetProperty("name").GetString()}";

    // By the legend of the files: tiers core and strings-ext, accepted by a strict checker.
    private static bool IsInside(JsonElement row)
    {
        var tier = row.TryGetProperty("tier", out var t) ? t.GetString() : "core";
        var strict = row.TryGetProperty("strict", out var s) ? s.GetString() : "ok";
        return tier is "core" or "strings-ext" && strict == "ok";
    }

    private static class Documents
    {
        private static readonly Dictionary<string, JsonElement> Read = [];
        private static readonly Lock Gate = new();

        public static JsonElement Of(string path)
        {
            lock (Gate)
            {
                if (!Read.TryGetValue(path, out var root))
                {
                    using var document = JsonDocument.Parse(File.ReadAllText(path));
                    Read[path] = root = document.RootElement.Clone();
                }

                return root;
            }
        }
    }
}
