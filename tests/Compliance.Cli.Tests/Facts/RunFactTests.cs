using System.Text;
using System.Text.Json.Nodes;
using Compliance.Cel;
using Compliance.Cli.Tests.Commands;
using Compliance.Cli.Tests.RuleCases;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>What runs and restore points say of the recorded estates, and that hiding something never makes it better.</summary>
public sealed class RunFactTests
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    private static readonly HashSet<string> Names =
    [
        "job.failedInARow", "job.newestRun", "job.newestRunStatus", "guest.failedRunsSinceNewest", "guest.newestSurvivesNextRun",
        "guest.newestIsProtected", "guest.longestRestorePointGap", "guest.newestSize", "guest.newestLoggedSize", "guest.newestSizeVerdict",
        "guest.newestIsEncrypted", "guest.newestVerification", "guest.emptyRestorePoints", "storage.orphanedBackups", "storage.renamedBackups", "node.runsCompleteSince", "node.failedRuns",
        "job.unreviewedFailures", "tier.restoreTestContradictions",
    ];

    [SkippableTheory]
    [InlineData("drifted", "job.failedInARow", "backup-tier1", "3")]
    [InlineData("drifted", "job.failedInARow", "backup-tier0", "1")]
    [InlineData("drifted", "job.failedInARow", "backup-tier2", "unknown")]
    [InlineData("drifted", "job.newestRunStatus", "backup-tier0", "\"error\"")]
    [InlineData("drifted", "job.newestRunStatus", "backup-d2c4f1a0-9c1e", "\"ok\"")]
    [InlineData("drifted", "job.newestRun", "backup-othernode", "absent")]
    [InlineData("drifted", "guest.failedRunsSinceNewest", "qemu/111", "1")]
    [InlineData("drifted", "guest.failedRunsSinceNewest", "lxc/202", "0")]
    [InlineData("drifted", "guest.newestSurvivesNextRun", "qemu/110", "false")]
    [InlineData("drifted", "guest.newestSurvivesNextRun", "qemu/100", "true")]
    [InlineData("drifted", "guest.newestSizeVerdict", "lxc/202", "\"normal\"")]
    [InlineData("drifted", "guest.newestSizeVerdict", "lxc/201", "\"too-few\"")]
    [InlineData("drifted", "guest.emptyRestorePoints", "lxc/101", "[\"local-backup:backup/vzdump-lxc-101-2025_07_11-01_00_00.tgz\"]")]
    [InlineData("drifted", "storage.orphanedBackups", "local-backup", "[\"local-backup:backup/vzdump-qemu-555-2026_04_27-03_00_00.vma.zst\"]")]
    [InlineData("drifted", "storage.renamedBackups", "local-backup", "[\"local-backup:backup/odoo-export.tar.gz\", \"local-backup:backup/vzdump-qemu-110-before-upgrade.vma.zst\"]")]
    [InlineData("compliant", "job.failedInARow", "backup-tier1", "0")]
    [InlineData("compliant", "guest.longestRestorePointGap", "qemu/110", "duration(\"86400s\")")]
    [InlineData("compliant", "guest.newestSizeVerdict", "qemu/110", "\"normal\"")]
    [InlineData("compliant", "node.runsCompleteSince", "pve1", "absent")]
    [InlineData("large", "job.newestRun", "backup-job-05", "timestamp(\"2026-11-23T05:05:00Z\")")]
    [InlineData("cluster", "job.failedInARow", "backup-tier0", "unknown")]
    [InlineData("cluster", "node.failedRuns", "pve2", "unknown")]
    public async Task Recorded_estate_says(string estate, string fact, string subject, string value)
    {
        var inventory = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), "plus");
        Values(inventory)[$"{fact} {subject}"].Text.Should().Be(value);
    }

    [Theory]
    [InlineData("BKP408", SubjectKind.Guest, "guest.newestSizeVerdict in [\"normal\", \"too-few\"]")]
    [InlineData("BKP911", SubjectKind.Job, "!job.isEnabled || job.failedInARow < 3")]
    [InlineData("BKP912", SubjectKind.Guest, "guest.failedRunsSinceNewest == 0 || guest.newestSurvivesNextRun")]
    public void Planned_rule_is_one_line(string id, SubjectKind subject, string expression)
        => CelCompiler.Compile(expression, FactTable.EnvironmentOf(subject)).Issues.Should().NotContain(i => i.Severity == CelSeverity.Error, id);

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task Hiding_anything_makes_it_no_better(string estate)
    {
        var seen = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), "plus");
        var before = Values(seen);
        var text = Encoding.UTF8.GetString(InventoryFile.Format(seen));
        foreach (var place in InventoryPlaces.Of(JsonNode.Parse(text)!).ToList())
        {
            foreach (var isEmptied in (bool[])[false, true])
            {
                var hidden = JsonNode.Parse(text)!;
                InventoryPlaces.Hide(InventoryPlaces.Find(hidden, place), isEmptied, PlaceEndpoint.Of(place));
                var after = Values(InventoryFile.Parse(Encoding.UTF8.GetBytes(hidden.ToJsonString()), "hidden.json"));
                after.Where(v => before.TryGetValue(v.Key, out var was) && !IsAsGood(was, v.Value))
                    .Select(v => $"{v.Key}: {before[v.Key].Text}, then {v.Value.Text}")
                    .Should().BeEmpty($"hiding {place} cannot make anything right");
            }
        }
    }

    // The same, not known, or still something: of what is counted or listed, a part may be seen.
    private static bool IsAsGood((string Text, CelKind Kind) before, (string Text, CelKind Kind) after)
        => after.Text == before.Text || after.Text == "unknown"
            || (after.Kind == before.Kind && after.Kind is CelKind.Int or CelKind.List && after.Text is not ("0" or "[]"));

    private static Dictionary<string, (string Text, CelKind Kind)> Values(Inventory inventory)
        => UnknownFact.FactsOf(Estate.Build(Policy, SampleEvidence.Records, inventory, inventory.CollectedAt))
            .Where(pair => Names.Contains(pair.Fact.FullName))
            .Select(pair => (Key: $"{pair.Fact.FullName} {Id(pair.Host)}", Value: FactTable.Subjects.Single(s => s.Name == pair.Fact.Subject).Record.Find(pair.Fact.Name)!.Get(pair.Host)))
            .ToDictionary(pair => pair.Key, pair => (pair.Value.Kind == CelKind.Unknown ? "unknown" : pair.Value.ToString()!, pair.Value.Kind));

    private static string Id(object host) => host switch
    {
        GuestFacts guest => guest.Id,
        JobFacts job => job.State.Id,
        StorageFacts storage => storage.Id,
        TierFacts tier => tier.Declared.Title.Value,
        _ => ((NodeFacts)host).State.Name,
    };
}
