using System.Text;
using Compliance.Core.Model;

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
    [InlineData(CollectionScope.Tasks, "/tasks")]
    [InlineData(CollectionScope.VzdumpDefaults, "/vzdump/defaults")]
    [InlineData(CollectionScope.NodeHealth, "/time")]
    public async Task What_no_rule_reads_is_not_asked_for(CollectionScope scope, string endpoint)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));

        await Rig.CollectAsync(rig.Options("audit"), CollectionScope.Everything & ~scope);
        rig.Server.Requests.Should().NotContain(request => request.Contains(endpoint, StringComparison.Ordinal));
    }

    private static string Text(Inventory inventory) => Encoding.UTF8.GetString(InventoryFile.Format(inventory));
}
