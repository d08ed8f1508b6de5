using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary>A folder with a file of targets, and runs over them.</summary>
internal sealed class TargetsRun : IDisposable
{
    public const string AsOf = "2026-11-23T09:00:00Z";

    public TemporaryFolder Folder { get; } = new();

    public string File => Folder.PathOf("targets.yaml");

    public void Dispose() => Folder.Dispose();

    /// <summary>An inventory of the sample, judged against the sample's policy.</summary>
    public static string Inventory(string name, string estate) => $"  - {{ name: {name}, inventory: \"{Samples.Inventory(estate)}\", policy: \"{Samples.Policy}\" }}\n";

    public void Write(params string[] targets) => Folder.File("targets.yaml", "targets:\n" + string.Concat(targets));

    public Task<CommandRun> CheckAsync(params string[] more)
        => CommandRun.OfAsync(["check", "--targets", File, "--as-of", AsOf, .. more], token: null);

    /// <summary>What a check of one sample alone prints.</summary>
    public static Task<CommandRun> AloneAsync(string estate, string format)
        => CommandRun.OfAsync(["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory(estate), "--as-of", AsOf, "-o", format], token: null);

    public string Report(string name) => System.IO.File.ReadAllText(Folder.PathOf($"r/{name}"));

    public static JsonArray Rows(CommandRun run) => JsonNode.Parse(run.Output)!["targets"]!.AsArray();
}
