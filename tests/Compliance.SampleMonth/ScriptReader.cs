using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Compliance.Policies;

namespace Compliance.SampleMonth;

/// <summary>Reads the script as YAML of the product's own dialect, so that values of an inventory mean what they mean in rule cases.</summary>
internal static class ScriptReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <exception cref="InvalidOperationException">not a script, or nights that are not in their order within the month</exception>
    public static MonthScript Read(string path)
    {
        var problems = new ProblemList();
        var root = YamlReader.Read(new SourceText(path, File.ReadAllText(path)), problems);
        if (root is null || problems.HasErrors)
        {
            throw new InvalidOperationException($"{path} cannot be read: {string.Join("; ", problems.Sorted().Select(problem => $"{problem.Place}: {problem.Message}"))}");
        }

        var script = JsonSerializer.Deserialize<MonthScript>(YamlJson.Of(root), Options)!;
        var nights = script.Nights.Select(night => night.Night).ToList();
        return nights.SequenceEqual(nights.Distinct().Order()) && nights.TrueForAll(night => night >= script.First && night <= script.Last)
            ? script
            : throw new InvalidOperationException($"{path}: nights are written in their order, each once, from {script.First} to {script.Last}");
    }
}
