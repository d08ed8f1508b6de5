using System.Text;
using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Commands;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>What evidence says of a tier, a job and a clause at a given moment.</summary>
public sealed class EvidenceFactTests
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    [Fact]
    public void Nothing_recorded_is_never()
        => State(EvidenceRecords.None, hasTask: true).Should().Be("never", "a restore that nobody recorded was no test");

    [Fact]
    public void Recorded_and_seen_is_proven()
        => State(SampleEvidence.Records, hasTask: true).Should().Be("proven");

    [Fact]
    public void Recorded_and_not_seen_is_claimed()
        => State(SampleEvidence.Records, hasTask: false).Should().Be("claimed");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Restored_on_another_host_is_claimed_whatever_ran_here(bool hasTask)
    {
        var tests = Tier(Build(Policy, On("lab1"), hasTask, null)).RestoreTests;

        tests.State.Should().Be("claimed", "no task log of this cluster can tell");
        tests.Contradictions.Unreadable!.ToString().Should()
            .Be("could not read /nodes/lab1/tasks (lab1 is no node of this cluster, so nothing here shows the restore of qemu/110 to 9110)");
    }

    [Theory]
    [InlineData("pve1", true, "proven", 0)]
    [InlineData("PVE1", true, "proven", 0)]
    [InlineData("pve1", false, "claimed", 1)]
    public void A_host_that_is_a_node_is_held_against_its_task_log(string host, bool hasTask, string state, int contradictions)
    {
        var tests = Tier(Build(Policy, On(host), hasTask, null)).RestoreTests;

        tests.State.Should().Be(state);
        tests.Contradictions.Value.Should().HaveCount(contradictions);
    }

    [Fact]
    public void A_host_may_be_a_node_that_is_hidden()
    {
        var inventory = Inventory(hasTask: false);
        inventory["nodes"]!["hidden"] = JsonNode.Parse("""{"endpoint": "/cluster/resources", "reason": "refused", "needs": null}""");
        var seen = Parse(inventory);

        Tier(Estate.Build(Policy, On("pve2"), seen, seen.CollectedAt)).RestoreTests.Contradictions.Unreadable!.Endpoint.Should().Be("/cluster/resources");
    }

    [Fact]
    public void A_proven_test_settles_one_on_another_host()
    {
        var tests = Tier(Build(Policy, On("lab1") with { RestoreTests = [SampleEvidence.Test, .. On("lab1").RestoreTests] }, hasTask: true, null)).RestoreTests;

        tests.State.Should().Be("proven");
        tests.Contradictions.Value.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0, "proven")]
    [InlineData(1, "stale")]
    public void A_test_is_recent_up_to_the_very_second(int secondsOver, string state)
    {
        var policy = Policy with { Validation = Policy.Validation! with { RestoreTestEvery = new Placed<TimeSpan>(TimeSpan.FromDays(90), default) } };
        var moment = SampleEvidence.Test.Finished.Value + TimeSpan.FromDays(90) + TimeSpan.FromSeconds(secondsOver);

        Tier(Build(policy, SampleEvidence.Records, hasTask: true, moment)).RestoreTests.State.Should().Be(state);
    }

    [Theory]
    [InlineData("2026-10-31T23:59:59Z", false)]
    [InlineData("2026-11-01T00:00:00Z", true)]
    [InlineData("2026-11-30T23:59:59Z", true)]
    [InlineData("2026-12-01T00:00:00Z", false)]
    public void An_attestation_holds_from_its_first_day_to_the_end_of_its_last(string moment, bool holds)
        => Build(Policy, SampleEvidence.Records, hasTask: false, DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)).AttestedClauses
            .Should().Equal(holds ? ["RB-82"] : []);

    [Fact]
    public void Which_of_several_records_comes_first_does_not_matter()
    {
        var older = SampleEvidence.Test with { Finished = new(SampleEvidence.Test.Finished.Value.AddDays(-3), default), Started = new(SampleEvidence.Test.Started.Value.AddDays(-3), default) };
        foreach (var tests in (RestoreTest[][])[[older, SampleEvidence.Test], [SampleEvidence.Test, older]])
        {
            var tier = Tier(Build(Policy, SampleEvidence.Records with { RestoreTests = [.. tests] }, hasTask: true, null));
            tier.RestoreTests.Newest.Should().BeSameAs(SampleEvidence.Test);
            tier.RestoreTests.Contradictions.Value.Should().ContainSingle("nothing ran three days before");
        }
    }

    [Theory]
    [InlineData("tasks", false)]
    [InlineData("history", false)]
    [InlineData("tasks", true)]
    public void Hidden_tasks_neither_prove_nor_contradict(string what, bool hasTask)
    {
        var inventory = Inventory(hasTask);
        inventory["nodes"]!["rows"]![0]![what] = JsonNode.Parse(PatchedEstate.Unreadable($"/nodes/pve1/tasks"));
        var tests = Tier(Estate.Build(Policy, SampleEvidence.Records, Parse(inventory), Parse(inventory).CollectedAt)).RestoreTests;

        tests.State.Should().Be("claimed");
        tests.Contradictions.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void Reviews_of_one_node_do_not_cover_a_job_that_runs_on_two()
    {
        var inventory = Inventory(hasTask: false);
        var second = inventory["nodes"]!["rows"]![0]!.DeepClone();
        second["name"] = "pve2";
        inventory["nodes"]!["rows"]!.AsArray().Add(second);
        var seen = Parse(inventory);

        var job = Estate.Build(Policy, SampleEvidence.Records, seen, seen.CollectedAt).Jobs.First(j => j.State.Node is null);

        job.NewestLogReview.Value.Should().BeNull();
        job.IsLogReviewOverdue.Value.Should().BeTrue();
    }

    private static EvidenceRecords On(string host)
        => SampleEvidence.Records with { RestoreTests = [SampleEvidence.Test with { Host = new Placed<string>(host, default) }] };

    private static string State(EvidenceRecords evidence, bool hasTask) => Tier(Build(Policy, evidence, hasTask, null)).RestoreTests.State;

    private static TierFacts Tier(Estate estate) => estate.Tiers.Single(tier => tier.Level == 1);

    private static Estate Build(Policy policy, EvidenceRecords evidence, bool hasTask, DateTimeOffset? moment)
    {
        var seen = Parse(Inventory(hasTask));
        return Estate.Build(policy, evidence, seen, moment ?? seen.CollectedAt);
    }

    private static JsonNode Inventory(bool hasTask)
    {
        var inventory = JsonNode.Parse(Repository.Read("samples/homelab/inventories/compliant.json"))!;
        if (hasTask)
        {
            inventory["nodes"]!["rows"]![0]!["tasks"]!["value"]!.AsArray().Add(JsonNode.Parse(SampleEvidence.Task));
        }

        return inventory;
    }

    private static Inventory Parse(JsonNode inventory) => InventoryFile.Parse(Encoding.UTF8.GetBytes(inventory.ToJsonString()), "patched.json");
}
