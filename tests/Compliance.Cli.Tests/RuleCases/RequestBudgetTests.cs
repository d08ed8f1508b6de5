using Compliance.Cli.Tests.Commands;
using Compliance.LoopbackProxmox;
using Xunit.Abstractions;

namespace Compliance.Cli.Tests.RuleCases;

/// <summary>
/// What a nightly check costs the cluster: with all rules that ship, at most 4 requests, 8 for each node, one for each storage of a
/// node, one more for each that the token may list the content of, and one for each job; guest configurations, one request each, come on top of it.
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
        // Sizes and verification stand in a call of their own, which is asked only where the token may see its rows.
        allowed += inventory.Backups.Count(listing => listing.Points is { IsKnown: true } points && points.Value.Any(point => point.Size.IsKnown));
        var made = server.Requests.Where(request => !request.EndsWith("/config?current=1", StringComparison.Ordinal)).ToList();
        output.WriteLine($"{estate} ({token}): {made.Count} requests of {allowed}");
        made.Should().HaveCountLessThanOrEqualTo(allowed);
        made.Should().OnlyHaveUniqueItems();
    }
}
