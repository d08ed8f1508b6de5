using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Compliance.Benchmarks;

/// <summary>
/// <c>lint</c> of the sample repository beside the two schema validators people would take instead, on the same policy, in turn.
/// They check the form of one file; lint reads the whole repository, checks it against the runbook, and simulates its retention.
/// </summary>
internal static class LintBesideOthers
{
    private static readonly string[] Packages = ["ajv-cli@5.0.0", "@stoplight/spectral-cli@6.16.3"];

    public static int Run(string binary, int rounds)
    {
        var work = Directory.CreateTempSubdirectory("pve-compliance-bench-").FullName;
        try
        {
            Install(work);
            var (policy, schema) = (Path.GetFullPath("samples/homelab/policy.yaml"), Path.GetFullPath("schemas/policy.schema.json"));
            var ruleset = Path.Combine(work, "ruleset.json");
            File.WriteAllText(ruleset, Ruleset(File.ReadAllText(schema)));
            string Tool(string name) => Path.Combine(work, "node_modules", ".bin", name);

            var lint = new Timing("pve-compliance lint, whole repository", binary, "lint", Path.GetDirectoryName(policy)!);
            List<Timing> all =
            [
                lint,
                new("pve-compliance --help, start-up alone", binary, "--help"),
                new("node -e 0, start-up alone", "node", "-e", "0"),
                new("ajv validate, policy.yaml by its schema", Tool("ajv"), "validate", "--strict=false", "-s", schema, "-d", policy),
                new("spectral lint, policy.yaml by its schema", Tool("spectral"), "lint", "-r", ruleset, policy),
            ];
            Timing.Measure(rounds, all);
            Console.WriteLine($"{"milliseconds, whole process",-44} {"min",8} {"median",8} {"max",8} {"ratio",8}");
            all.ForEach(timing => Console.WriteLine(timing.Row(lint)));
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Install(string folder)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--silent", .. Packages]))!;
        npm.WaitForExit();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm could not install {string.Join(" and ", Packages)}");
        }
    }

    /// <summary>Spectral has no option for a schema; a rule holds it.</summary>
    private static string Ruleset(string schema) => new JsonObject
    {
        ["rules"] = new JsonObject
        {
            ["policy"] = new JsonObject
            {
                ["given"] = "$",
                ["severity"] = "error",
                ["then"] = new JsonObject { ["function"] = "schema", ["functionOptions"] = new JsonObject { ["schema"] = JsonNode.Parse(schema) } },
            },
        },
    }.ToJsonString();
}
