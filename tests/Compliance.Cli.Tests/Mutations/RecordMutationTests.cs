using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Compliance.Cli.Tests.Commands;
using Compliance.Proxmox;
using Xunit.Abstractions;

namespace Compliance.Cli.Tests.Mutations;

/// <summary>
/// Whether a check notices what goes wrong in the policy repository, over an estate that does not change: each mutation must make
/// exactly the findings that are approved, and at least one; a harmless one must make none. Judged by the command people run.
/// </summary>
public sealed partial class RecordMutationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ITestOutputHelper output;
    private readonly Dictionary<string, string> files;
    private readonly string inventory;

    public RecordMutationTests(ITestOutputHelper output)
    {
        this.output = output;
        Samples.CopyRecords(folder);
        var policy = Repository.Read("samples/homelab/policy.yaml").Replace("  to-new-vmid: true\n", "  to-new-vmid: true\n  restore-test-every: 90d\n", StringComparison.Ordinal);
        files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy.yaml"] = policy,
            ["evidence/restore-tests.yaml"] = RecordMutationTable.Evidence,
            ["evidence/log-reviews.yaml"] = Repository.Read("samples/homelab/evidence/log-reviews.yaml"),
            ["waivers.yaml"] = RecordMutationTable.Waivers,
        };
        var restored = new Mutation("a restore was tested") { Add = [("nodes.rows[name=pve1].tasks.value", RecordMutationTable.Restore)] };
        inventory = folder.File("inventory.json", Encoding.UTF8.GetString(InventoryFile.Format(restored.Apply())));
    }

    [Fact]
    public async Task Every_mutation_is_noticed_by_the_rules_that_should()
    {
        var before = await FindingsAsync();
        var matrix = new StringBuilder("# mutation: the findings it makes, and those it takes away\n");
        var unnoticed = new List<string>();
        foreach (var mutation in RecordMutationTable.Harmful)
        {
            var after = await FindingsAsync(mutation);
            unnoticed.AddRange(after.Except(before).Any() ? [] : [mutation.Name]);
            matrix.Append('\n').Append(mutation.Name).Append('\n');
            Append(matrix, "  + ", after.Except(before));
            Append(matrix, "  - ", after.Any(IsOfLint) ? [] : before.Except(after));
        }

        output.WriteLine(matrix.ToString());
        unnoticed.Should().BeEmpty("somebody must notice each of them");
        Approved.Verify(matrix.ToString(), "tests/Compliance.Cli.Tests/goldens/record-mutations.txt");
    }

    [Fact]
    public async Task Harmless_changes_are_nobodys_concern()
    {
        var before = await FindingsAsync();
        foreach (var mutation in RecordMutationTable.Harmless)
        {
            (await FindingsAsync(mutation)).Should().BeEquivalentTo(before, "it does no harm that {0}", mutation.Name);
        }
    }

    public void Dispose() => folder.Dispose();

    private static void Append(StringBuilder matrix, string sign, IEnumerable<string> findings)
    {
        foreach (var rule in findings.GroupBy(finding => finding[..finding.LastIndexOf(' ')]))
        {
            matrix.Append(sign).Append(rule.Key).Append(": ").AppendJoin(", ", rule.Select(finding => finding[(finding.LastIndexOf(' ') + 1)..])).Append('\n');
        }
    }

    private static bool IsOfLint(string finding) => finding.StartsWith("lint ", StringComparison.Ordinal);

    /// <summary>Rule, verdict and subject of all that is found, and what is wrong with waivers.</summary>
    private async Task<SortedSet<string>> FindingsAsync(RecordMutation? mutation = null)
    {
        foreach (var (name, text) in files)
        {
            folder.File(name, name == mutation?.File ? mutation.Apply(text) : text);
        }

        var run = await CommandRun.OfAsync(["check", "--policy", folder.Path, "--inventory", inventory, "-o", "json"], token: null);
        if (run.ExitCode == 2)
        {
            // The gate on the repository stopped it: nothing was judged.
            run.Output.Should().BeEmpty();
            return new SortedSet<string>(Refusal().Matches(run.Error).Select(match => $"lint {match.Groups[2]} {match.Groups[1]}"), StringComparer.Ordinal);
        }

        using var report = JsonDocument.Parse(run.Output);
        var found = report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => $"{Text(f, "rule")} {Text(f, "verdict")} {f.GetProperty("subject").GetProperty("id").GetString()}");
        var waivers = report.RootElement.GetProperty("waiverProblems").EnumerateArray().Select(w => $"waiver {Text(w, "fault")} {Text(w, "rule")}");
        return new SortedSet<string>(found.Concat(waivers), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(\S+?):\d+:\d+ error (POL\d{3}): ", RegexOptions.Multiline)]
    private static partial Regex Refusal();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
