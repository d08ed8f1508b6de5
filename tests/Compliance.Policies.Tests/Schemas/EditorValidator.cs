using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>ajv, the validator inside most editors: installed by npm into a folder of its own, one process for all documents.</summary>
internal static class EditorValidator
{
    private static readonly bool IsGate = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>What it says of each document: <c>ok</c> or its first error. Without npm the test is skipped; in CI it fails.</summary>
    /// <param name="documents">the file name of a schema, and a document as JSON</param>
    public static async Task<string[]> JudgeAsync(IEnumerable<(string Schema, JToken Document)> documents)
    {
        var folder = Directory.CreateTempSubdirectory("pve-compliance-ajv-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests/Compliance.Policies.Tests/ajv"), "*.js*"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var install = await RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            if (install.ExitCode != 0 && !IsGate)
            {
                Skip.If(true, $"ajv could not be installed by npm: {install.Error.Split('\n')[0]}");
            }

            install.ExitCode.Should().Be(0, "CI checks the schemas with ajv: {0}", install.Error);
            var lines = documents.Select(one => new JObject { ["schema"] = one.Schema, ["document"] = one.Document }.ToString(Formatting.None));
            await File.WriteAllLinesAsync(Path.Combine(folder, "documents.jsonl"), lines);
            var run = await RunAsync("node", folder, "validate.js", Repository.PathOf("schemas"), "documents.jsonl");
            run.ExitCode.Should().Be(0, run.Error);
            return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, string folder, params string[] args)
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));
        if (!found)
        {
            return (127, "", $"{program} is not installed");
        }

        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
