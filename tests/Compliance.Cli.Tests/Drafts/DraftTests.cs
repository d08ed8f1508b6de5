using System.Text;
using System.Text.Json;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Drafts;

/// <summary>The draft of a policy says what is live, demands what the runbook demands, and hides no fault.</summary>
public sealed class DraftTests
{
    /// <summary>The runbook's schedule and retention by tier, as its tables print them.</summary>
    private static readonly (Cadence Schedule, int Daily, int Weekly, int Monthly)[] Runbook =
    [
        (Cadence.Daily, 7, 4, 3), (Cadence.Daily, 7, 4, 2), (Cadence.Weekly, 5, 2, 0), (Cadence.OnDemand, 2, 0, 0),
    ];

    public static TheoryData<string, string> Recorded
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var estate in (string[])["compliant", "drifted", "cluster", "large"])
            {
                foreach (var token in (string[])["audit", "none", "plus"])
                {
                    data.Add(estate, token);
                }
            }

            return data;
        }
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public void Sample_gives_the_approved_draft(string estate)
    {
        using var repository = new DraftedRepository(DraftedRepository.Sample(estate));
        Approved.Verify(repository.Text, $"tests/Compliance.Cli.Tests/goldens/init/{estate}.yaml");
        repository.ShouldReadBack(estate);
    }

    [SkippableFact]
    public async Task Cluster_gives_the_approved_draft()
    {
        using var repository = new DraftedRepository(await RecordingAsync("cluster", "audit"));
        Approved.Verify(repository.Text, "tests/Compliance.Cli.Tests/goldens/init/cluster.yaml");
    }

    [SkippableTheory]
    [MemberData(nameof(Recorded))]
    public async Task Every_estate_as_every_token_sees_it_gives_a_policy_that_lints_and_is_no_weaker_than_the_runbook(string estate, string token)
    {
        using var repository = new DraftedRepository(await RecordingAsync(estate, token));
        repository.ShouldReadBack($"{estate} ({token})");
        ShouldDemandTheRunbook(repository.Policy);
    }

    /// <summary>Of these tokens not every answer was recorded; what was not is one more thing that could not be read.</summary>
    [SkippableTheory]
    [InlineData("compliant", "backup")]
    [InlineData("compliant", "ci")]
    [InlineData("drifted", "backup")]
    [InlineData("drifted", "ci")]
    [InlineData("cluster", "backup")]
    [InlineData("cluster", "ci")]
    [InlineData("large", "backup")]
    public async Task Estate_that_half_answers_gives_such_a_policy_too(string estate, string token)
    {
        await using var server = await ReplayServer.StartAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)));
        var run = await Commands.CommandRun.OfAsync(
            ["collect", "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint, "-o", "-"], server.Recording.Tokens[token]);
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error);
        using var repository = new DraftedRepository(InventoryFile.Parse(Encoding.UTF8.GetBytes(run.Output), estate));
        repository.ShouldReadBack($"{estate} ({token})");
        ShouldDemandTheRunbook(repository.Policy);
    }

    [Fact]
    public async Task Compliant_sample_has_no_errors_under_its_draft()
    {
        using var repository = new DraftedRepository(DraftedRepository.Sample("compliant"));
        var run = await repository.CheckAsync();
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Error + run.Output);

        // What the sample policy finds too, and that no inventory can show that somebody read the logs.
        Findings(run).Select(finding => finding.Split(' ')[0]).Distinct().Should().BeEquivalentTo("BKP108", "BKP408", "BKP501", "BKP208");
    }

    [Fact]
    public async Task Every_fault_of_the_drifted_sample_is_a_finding_under_its_draft()
    {
        using var repository = new DraftedRepository(DraftedRepository.Sample("drifted"));
        var drafted = Findings(await repository.CheckAsync());
        var sample = Findings(await Commands.CommandRun.OfAsync(
            ["check", "--policy", Commands.Samples.Policy, "--inventory", Commands.Samples.Inventory("drifted"), "-o", "json"], token: null));
        sample.Where(finding => finding.Contains(" fail ", StringComparison.Ordinal)).Should().HaveCountGreaterThan(50);
        sample.Except(drafted).Should().BeEmpty();
    }

    private static void ShouldDemandTheRunbook(Policy policy)
    {
        foreach (var tier in policy.Tiers.Where(tier => tier.Level.Value < Runbook.Length))
        {
            var (schedule, daily, weekly, monthly) = Runbook[tier.Level.Value];
            if (schedule != Cadence.OnDemand)
            {
                tier.Schedule.Value.Should().BeOneOf(Cadence.Daily, schedule);
            }

            tier.Retention.Daily.Value.Should().BeGreaterThanOrEqualTo(daily);
            tier.Retention.Weekly.Value.Should().BeGreaterThanOrEqualTo(weekly);
            tier.Retention.Monthly.Value.Should().BeGreaterThanOrEqualTo(monthly);
        }

        (policy.Backup.Mode.Value, policy.Backup.Compression.Value, policy.Copies!.Local!.Value.Value).Should().Be(("snapshot", "zstd", "required"));
        policy.Rules.Should().BeEmpty("a draft turns no rule off");
    }

    private static async Task<Inventory> RecordingAsync(string estate, string token)
        => await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, estate)), token);

    private static List<string> Findings(Commands.CommandRun run)
    {
        using var report = JsonDocument.Parse(run.Output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding
            => $"{finding.GetProperty("rule")} {finding.GetProperty("verdict")} {finding.GetProperty("subject").GetProperty("id")}")];
    }
}
