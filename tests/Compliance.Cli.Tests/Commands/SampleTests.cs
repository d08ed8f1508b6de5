using System.Text.Json;
using System.Text;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary>The samples are what the documented commands make.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task Inventory_is_what_collect_makes_of_the_recording(string estate)
    {
        var inventory = await RecordedInventory.CollectAsync(Samples.Recording(estate), "audit");
        Approved.Verify(Encoding.UTF8.GetString(InventoryFile.Format(inventory)), $"samples/homelab/inventories/{estate}.json");
    }

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task Compact_recording_answers_as_the_full_one(string estate)
    {
        var full = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), "audit");
        Encoding.UTF8.GetString(InventoryFile.Format(full)).Should().Be(Repository.Read($"samples/homelab/inventories/{estate}.json"));
    }

    [Fact]
    public async Task Compliant_sample_lacks_only_what_it_says_it_lacks()
    {
        var run = await CommandRun.OfAsync(
            ["check", "--policy", Samples.Policy, "--inventory", Samples.Inventory("compliant"), "-o", "json"], token: null);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("verdict").GetString().Should().Be("compliant");

        // One machine has no second one to copy to, its auditor may not see sizes, and nobody has tested a restore.
        report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("verdict")} {finding.GetProperty("severity")}").Distinct()
            .Should().BeEquivalentTo("BKP108 fail warning", "BKP408 unknown warning", "BKP501 fail warning");
    }
}
