using System.Text;
using System.Text.Json.Nodes;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests;

/// <summary>Users, groups, pools, matchers and targets: what is kept of them, and what is not.</summary>
public class Access_and_notifications
{
    private static readonly string[] Members = ["users", "groups", "poolMembers", "matchers", "targets"];

    [Fact]
    public async Task An_auditor_sees_all_of_them()
    {
        var inventory = await Rig.CollectAsync(Rig.Sample("compliant"), "audit");

        inventory.Users.Rows.Single(u => u.Id == "root@pam").Email.Should().Be("root@lab.example");
        inventory.Users.Rows.Single(u => u.Id == "gone@pve").IsEnabled.Should().BeFalse();
        inventory.Groups.Rows.Single().Members.Should().Equal("audit@pve");
        inventory.PoolMembers.Rows.Should().Contain([new PoolMember("tier1", "/vms/110"), new PoolMember("tier1", "/vms/111")]);
        var matcher = inventory.Matchers.Rows.Single(m => m.Name == "backup-failures");
        matcher.Fields.Should().Equal("exact:type=vzdump");
        matcher.Severities.Should().Equal("warning,error");
        matcher.Targets.Should().Equal("ops-mail", "relay");
        var mail = inventory.Targets.Rows.Single(t => t.Name == "ops-mail").Mail.Value!;
        mail.Addresses.Should().Equal("ops@lab.example");
        mail.Users.Should().Equal("root@pam");
        new[] { inventory.Users.Hidden, inventory.Groups.Hidden, inventory.PoolMembers.Hidden, inventory.Matchers.Hidden, inventory.Targets.Hidden }
            .Should().OnlyContain(gap => gap == null);
    }

    [SkippableFact]
    public async Task Token_without_rights_sees_that_it_sees_nothing()
    {
        var inventory = await Rig.CollectAsync(Rig.Recorded("drifted"), "none");

        inventory.Users.Hidden!.Needs.Should().Be("Sys.Audit on /access/groups");
        inventory.Groups.Hidden!.Needs.Should().Be("Sys.Audit on /access/groups");
        inventory.PoolMembers.Hidden!.Needs.Should().Be("Pool.Audit on /pool");
        inventory.Matchers.Hidden!.Needs.Should().Be("Mapping.Audit on /mapping/notifications");
        inventory.Targets.Hidden!.Needs.Should().Be("Mapping.Audit on /mapping/notifications");
    }

    [Fact]
    public async Task Nothing_of_a_target_but_its_recipients_is_kept()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("compliant"));
        rig.Server.Override("/cluster/notifications/endpoints/smtp", new Fault
        {
            Body = Encoding.UTF8.GetBytes("""{"data":[{"name":"relay","server":"smtp.secret.example","username":"mailer","password":"hunter2","mailto":["ops@lab.example"]}]}"""),
        });
        rig.Server.Override("/access/users", new Fault
        {
            Body = Encoding.UTF8.GetBytes("""{"data":[{"userid":"root@pam","keys":"v2-ABCDEF","firstname":"Olga","comment":"the boss","expire":4102444800}]}"""),
        });

        var inventory = await rig.CollectAsync("audit");

        inventory.Users.Rows.Single().Should().Be(new UserState("root@pam", true, DateTimeOffset.FromUnixTimeSeconds(4102444800), null));
        var file = Encoding.UTF8.GetString(InventoryFile.Format(inventory));
        file.Should().Contain("2100-01-01T00:00:00Z");
        foreach (var secret in new[] { "smtp.secret", "mailer", "hunter2", "v2-ABCDEF", "Olga", "the boss" })
        {
            file.Should().NotContain(secret);
        }

        rig.Server.Requests.Should().NotContain(r => r.Contains("webhook") || r.Contains("gotify"));
    }

    [Fact]
    public async Task Recipients_that_could_not_be_read_are_not_none()
    {
        await using var rig = await Rig.StartAsync(Rig.Sample("compliant"));
        rig.Server.Override("/cluster/notifications/endpoints/smtp", new Fault { Body = Encoding.UTF8.GetBytes("""{"data":[]}""") });
        rig.Server.Override("/pools?poolid=tier1", new Fault { Body = Encoding.UTF8.GetBytes("""{"data":[]}""") });

        var inventory = await rig.CollectAsync("audit");

        inventory.Targets.Rows.Single(t => t.Name == "relay").Mail.Unreadable!.Reason.Should().Contain("not in the list");
        inventory.Targets.Rows.Single(t => t.Name == "ops-mail").Mail.IsKnown.Should().BeTrue();
        inventory.PoolMembers.Hidden.Should().Be(new Gap("/pools", "0 pools answered in place of one"));
    }

    [Fact]
    public void Inventory_of_an_older_version_did_not_see_them()
    {
        var old = JsonNode.Parse(Repository.Read("samples/homelab/inventories/compliant.json"))!.AsObject();
        foreach (var member in Members)
        {
            old.Remove(member).Should().BeTrue(member);
        }

        var inventory = InventoryFile.Parse(Encoding.UTF8.GetBytes(old.ToJsonString()), "old.json");
        var gaps = new[] { inventory.Users.Hidden, inventory.Groups.Hidden, inventory.PoolMembers.Hidden, inventory.Matchers.Hidden, inventory.Targets.Hidden };
        gaps.Should().OnlyContain(gap => gap!.Reason.StartsWith("not in this inventory"));
        InventoryFile.Parse(InventoryFile.Format(inventory), "again.json").Targets.Hidden.Should().Be(inventory.Targets.Hidden);
    }
}
