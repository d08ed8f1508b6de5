using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>ajv, the validator inside most editors: installed by npm into a folder of its own, one process for all documents.</summary>
internal static class EditorValidator
{
    /// <summary>What it says of each document: <c>ok</c> or its first error. Without npm the test is skipped; in CI it fails.</summary>
    /// <param name="documents">the file name of a schema, and a document as JSON</param>
    public static async Task<string[]> JudgeAsync(IEnumerable<(string Schema, JToken Document)> documents)
    {
        using var folder = await NpmFolder.InstallAsync("tests/Compliance.Policies.Tests/ajv", "ajv");
        var lines = documents.Select(one => new JObject { ["schema"] = one.Schema, ["document"] = one.Document }.ToString(Formatting.None));
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "documents.jsonl"), lines);
        var run = await folder.RunAsync("node", "validate.js", Repository.PathOf("schemas"), "documents.jsonl");
        run.ExitCode.Should().Be(0, run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
