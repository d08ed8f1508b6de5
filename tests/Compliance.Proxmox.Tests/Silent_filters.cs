using System.Text;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

/// <summary>What the token may see decides whether a list that came back proves anything.</summary>
public class Silent_filters
{
    private static async Task<Inventory> CollectAsync(Fault permissions)
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/access/permissions", permissions);
        return await rig.CollectAsync("audit");
    }

    private static Fault Replacing(string path, string other) => new()
    {
        Edit = body => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(path, other, StringComparison.Ordinal)),
    };

    [Fact]
    public async Task Unreadable_permissions_hide_every_filtered_list()
    {
        var inventory = await CollectAsync(new Fault { Status = 500, Reason = "no", Body = [] });

        inventory.Sight.IsKnown.Should().BeFalse();
        foreach (var gap in new[] { inventory.Guests.Hidden, inventory.Storages.Hidden, inventory.Pools.Hidden, inventory.Acl.Hidden })
        {
            gap!.Reason.Should().Be("the list is filtered silently, and what the token may see could not be read: 500 no");
        }

        inventory.Guests.Rows.Should().HaveCount(12).And.OnlyContain(g => g.Pool.Value != null || !g.Pool.IsKnown);
        inventory.Nodes.Rows.Single().Tasks.IsKnown.Should().BeFalse();
        inventory.Jobs.Rows.Should().OnlyContain(j => !j.Included.IsKnown);
    }

    [Fact]
    public async Task Path_that_permissions_leave_out_is_found_through_the_access_control_list()
    {
        // NoAccess on one guest: the API then gives no entry for its path, and the guest's row is gone.
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/access/permissions", Replacing("/vms/110", "/vms/7777"));

        var inventory = await rig.CollectAsync("audit");

        inventory.Sight.Value!.Has("VM.Audit", "/vms/110").Should().BeFalse();
        inventory.Guests.Hidden.Should().Be(new Gap("/cluster/resources", "the list is filtered silently", "VM.Audit on /vms"));
        inventory.Storages.IsComplete.Should().BeTrue();
    }

    [Fact]
    public async Task Token_shut_out_of_access_cannot_prove_anything_by_an_empty_access_control_list()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/access/permissions", Replacing("\"/access\"", "\"/elsewhere\""));
        rig.Server.Override("/access/acl", new Fault { Body = Encoding.UTF8.GetBytes("""{"data":[]}""") });

        var inventory = await rig.CollectAsync("audit");

        inventory.Acl.Hidden!.Needs.Should().Be("Sys.Audit on /access");
        inventory.Guests.Hidden!.Should().Be(new Gap(
            "/cluster/resources", "the answer is filtered silently, and without all of /access/acl nobody can tell where", "Sys.Audit on /access"));
        inventory.Nodes.Rows.Single().Tasks.Unreadable!.Needs.Should().Be("Sys.Audit on /access");
    }

    [Fact]
    public async Task Pool_without_access_may_hide_its_members()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("drifted"));
        rig.Server.Override("/access/permissions", Replacing("/pool/tier1", "/pool/other"));

        var inventory = await rig.CollectAsync("audit");

        inventory.Guests.Hidden!.Needs.Should().Be("VM.Audit on each pool");
        inventory.Guests.Rows.Where(g => g.Pool.Value is null).Should().OnlyContain(g => !g.Pool.IsKnown);
    }

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    [InlineData("cluster")]
    public async Task What_every_call_needs_is_in_the_table_of_rights(string estate)
    {
        await using var rig = await Rig.StartAsync(Rig.Recorded(estate));
        await rig.CollectAsync("audit");

        rig.Server.Requests.Where(request => CallRights.Of(request["/api2/json".Length..]) is null).Should().BeEmpty();
    }
}
