using Compliance.Cli.Tests.Commands;
using Compliance.LoopbackProxmox;
using Xunit.Abstractions;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>
/// What a nightly check with all rules costs the cluster: at most 4 requests, 8 for each node, one for each storage of a node and one
/// for each job, and one for each guest's configuration. Nothing else is left out of the count.
/// </summary>
public sealed class RequestBudgetTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("compliant", "audit")]
    [InlineData("compliant", "plus")]
    [InlineData("cluster", "audit")]
    [InlineData("cluster", "plus")]
    [InlineData("large", "audit")]
    [InlineData("large", "plus")]
    public async Task A_check_stays_within_its_requests(string estate, string token)
    {
        var recording = Shared.Require(Path.Combine(Shared.Recordings, estate));
        await using var server = await ReplayServer.StartAsync(recording);
        var run = await CommandRun.OfAsync(
            ["check", "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint, "--policy", Samples.Policy],
            server.Recording.Tokens[token]);
        run.Output.Should().Contain("policy homelab", run.Error);

        var inventory = await RecordedInventory.CollectAsync(recording, token);
        var nodes = inventory.Nodes.Rows;
        var allowed = 4 + (8 * nodes.Length) + nodes.Sum(node => node.Storages.Rows.Length) + inventory.Jobs.Rows.Length;
        var made = server.Requests.Where(request => !request.EndsWith("/config?current=1", StringComparison.Ordinal)).ToList();
        output.WriteLine($"{estate} ({token}): {made.Count} requests of {allowed}, and {server.Requests.Length - made.Count} configurations");
        made.Should().HaveCountLessThanOrEqualTo(allowed);
        server.Requests.Should().OnlyHaveUniqueItems();
    }

    [SkippableFact]
    public async Task What_no_rule_can_ask_under_the_policy_is_not_asked()
    {
        await using var server = await ReplayServer.StartAsync(Shared.Require(Path.Combine(Shared.Recordings, "compliant")));
        await CommandRun.OfAsync(
            ["check", "--url", server.Url.AbsoluteUri, "--fingerprint", server.Fingerprint, "--policy", Samples.Policy],
            server.Recording.Tokens["audit"]);

        server.Requests.Should().NotContain(request => request.Contains("/notifications/", StringComparison.Ordinal), "there is no mail relay");
    }
}
