using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

/// <summary>A file that is narrowed is what a live collection of the same scope gives.</summary>
public sealed class Scopes
{
    private static IEnumerable<CollectionScope> All => Enum.GetValues<CollectionScope>()
        .SelectMany(flag => new[] { flag, CollectionScope.Everything & ~flag })
        .Distinct();

    public static TheoryData<string, string> EstatesAndTokens()
    {
        var rows = new TheoryData<string, string>();
        foreach (var estate in new[] { "compliant", "drifted", "cluster", "large" })
        {
            foreach (var token in new[] { "audit", "plus", "none", "backup" })
            {
                rows.Add(estate, token);
            }
        }

        return rows;
    }

    [SkippableTheory]
    [MemberData(nameof(EstatesAndTokens))]
    public async Task A_narrowed_file_is_a_narrow_collection_byte_for_byte(string estate, string token)
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded(estate));
        var whole = await rig.CollectAsync(token);
        foreach (var scope in All)
        {
            var live = await Rig.CollectAsync(rig.Options(token), scope);

            Text(InventoryScope.Narrow(whole, scope)).Should().Be(Text(live with { CollectedAt = whole.CollectedAt }), "{0}", scope);
        }
    }

    [Fact]
    public async Task Everything_is_the_inventory_itself()
    {
        var whole = await Rig.CollectAsync(Rig.Sample("drifted"), "audit");

        Text(InventoryScope.Narrow(whole, CollectionScope.Everything)).Should().Be(Text(whole));
    }

    [Theory]
    [InlineData(CollectionScope.GuestConfigs, "/config")]
    [InlineData(CollectionScope.IncludedVolumes, "included_volumes")]
    [InlineData(CollectionScope.Backups, "prunebackups")]
    [InlineData(CollectionScope.Disks, "/disks/")]
    [InlineData(CollectionScope.Disks, "/report")]
    [InlineData(CollectionScope.Tasks, "/tasks?limit")]
    [InlineData(CollectionScope.Readiness, "/tasks?source=active")]
    [InlineData(CollectionScope.Readiness, "/replication")]
    [InlineData(CollectionScope.VzdumpDefaults, "/vzdump/defaults")]
    [InlineData(CollectionScope.NodeHealth, "/time")]
    public async Task What_no_rule_reads_is_not_asked_for(CollectionScope scope, string endpoint)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));

        await Rig.CollectAsync(rig.Options("audit"), CollectionScope.Everything & ~scope);
        rig.Server.Requests.Should().NotContain(request => request.Contains(endpoint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Volumes_of_jobs_are_asked_for_when_a_configuration_could_not_be_read()
    {
        var asked = await WithoutRedundancy(rig => rig.Server.Override(
            "/nodes/pve1/lxc/101/config?current=1", new Fault { Status = 500, Reason = "got timeout", Body = [] }));
        asked.Should().Contain(request => request.EndsWith("/included_volumes", StringComparison.Ordinal));
        (await WithoutRedundancy(_ => { })).Should().NotContain(request => request.EndsWith("/included_volumes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mount_units_are_asked_for_when_the_report_tells_no_mounts()
    {
        var asked = await WithoutRedundancy(rig => rig.Server.Override(
            "/nodes/pve1/report", new Fault { Status = 200, Reason = "OK", Body = "{\"data\":\"==== general ====\"}"u8.ToArray() }));
        asked.Should().Contain(request => request.EndsWith("/disks/directory", StringComparison.Ordinal));
        (await WithoutRedundancy(_ => { })).Should().NotContain(request => request.EndsWith("/disks/directory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_pools_that_may_lend_rights_are_asked_for_unless_nobody_can_tell_which_do()
    {
        var asked = await WithoutRedundancy(_ => { });
        asked.Where(IsPool).Should().Equal("/api2/json/pools?poolid=tier1");
        asked = await WithoutRedundancy(rig => rig.Server.Override("/access/acl", new Fault { Status = 500, Reason = "no", Body = [] }));
        asked.Count(IsPool).Should().Be(5);
    }

    [SkippableFact]
    public async Task Newest_log_is_asked_for_where_the_token_sees_no_sizes()
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded("compliant"));
        await Rig.CollectAsync(rig.Options("plus"), CollectionScope.Everything & ~CollectionScope.Redundant);
        rig.Server.Requests.Should().NotContain(request => request.Contains("/log?", StringComparison.Ordinal), "no run failed");
        await Rig.CollectAsync(rig.Options("audit"), CollectionScope.Everything & ~CollectionScope.Redundant);
        rig.Server.Requests.Count(request => request.Contains("/log?", StringComparison.Ordinal)).Should().Be(1);
    }

    private static bool IsPool(string request) => request.Contains("/pools?", StringComparison.Ordinal);

    private static async Task<ImmutableArray<string>> WithoutRedundancy(Action<Rig> change)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        change(rig);
        await Rig.CollectAsync(rig.Options("audit"), CollectionScope.Everything & ~CollectionScope.Redundant);
        return [.. rig.Server.Requests];
    }

    private static string Text(Inventory inventory) => Encoding.UTF8.GetString(InventoryFile.Format(inventory));
}
