using System.Text;
using Compliance.Core.Model;

namespace Compliance.Proxmox.Tests;

/// <summary>What a case may do to the inventory it begins with.</summary>
public sealed class Inventory_patches
{
    private static readonly byte[] Compliant = Encoding.UTF8.GetBytes(Repository.Read("samples/homelab/inventories/compliant.json"));
    private static readonly Place Here = new("rules/cases/ACME101.yaml", 7, 3, 7, 9);

    [Fact]
    public void Without_changes_it_is_the_inventory()
        => InventoryFile.Format(InventoryPatch.Apply(Compliant, "x", [])).Should().Equal(InventoryFile.Format(InventoryFile.Parse(Compliant, "x")));

    [Fact]
    public void A_member_is_set_in_the_rows_that_are_chosen_and_in_no_other()
    {
        var jobs = Apply(InventoryChangeKind.Set, "jobs.rows[id=backup-tier1].comment", "\"x\"").Jobs.Rows;

        jobs.Where(job => job.Comment == "x").Select(job => job.Id).Should().Equal("backup-tier1");
    }

    [Fact]
    public void All_rows_are_chosen_by_a_star()
        => Apply(InventoryChangeKind.Set, "jobs.rows[*].comment", "null").Jobs.Rows.Should().HaveCountGreaterThan(1).And.OnlyContain(job => job.Comment == null);

    [Fact]
    public void A_row_is_chosen_by_a_number()
        => Apply(InventoryChangeKind.Remove, "guests.rows[vmId=110]", null).Guests.Rows.Should().NotContain(guest => guest.VmId == 110).And.NotBeEmpty();

    [Fact]
    public void Something_is_added_at_the_end_of_a_list()
        => Apply(InventoryChangeKind.Add, "jobs.rows[id=backup-tier0].vmIds", "999").Jobs.Rows.Single(job => job.Id == "backup-tier0").VmIds.Should().EndWith(999);

    [Fact]
    public void A_listing_becomes_one_that_may_hide_rows_and_keeps_those_that_were_seen()
    {
        var jobs = Apply(InventoryChangeKind.Hide, "jobs", null).Jobs;

        jobs.Rows.Should().NotBeEmpty();
        jobs.Hidden.Should().Be(new Gap("/jobs", "403 Permission check failed", "the privilege of this case"));
    }

    [Fact]
    public void An_observed_value_becomes_unreadable()
        => Apply(InventoryChangeKind.Hide, "guests.rows[vmId=110].config", null).Guests.Rows.Single(guest => guest.VmId == 110).Config.IsKnown.Should().BeFalse();

    [Theory]
    [InlineData(InventoryChangeKind.Set, "jobs.rows[id=nightly].comment", "\"jobs.rows[id=nightly].comment\" leads nowhere in the inventory: there is no [id=nightly]")]
    [InlineData(InventoryChangeKind.Set, "job.rows[*].comment", "\"job.rows[*].comment\" leads nowhere in the inventory: there is no job")]
    [InlineData(InventoryChangeKind.Set, "jobs.rows[id=backup-tier1]", "\"jobs.rows[id=backup-tier1]\" leads nowhere in the inventory: there is no [id=backup-tier1]")]
    [InlineData(InventoryChangeKind.Remove, "jobs.rows[id=nightly]", "\"jobs.rows[id=nightly]\" leads nowhere in the inventory: there is no [id=nightly]")]
    [InlineData(InventoryChangeKind.Remove, "jobs.colour", "\"jobs.colour\" leads nowhere in the inventory: there is no colour")]
    [InlineData(InventoryChangeKind.Hide, "jobs.rows", "\"jobs.rows\" leads nowhere in the inventory: there is no rows")]
    [InlineData(InventoryChangeKind.Hide, "jobs.rows[id=backup-tier1].storage", "\"jobs.rows[id=backup-tier1].storage\" leads nowhere in the inventory: there is no storage")]
    [InlineData(InventoryChangeKind.Add, "jobs", "\"jobs\" is no list of the inventory, so nothing can be added to it")]
    [InlineData(InventoryChangeKind.Set, "jobs.rows[id=backup-tier1].coment", "\"jobs.rows[id=backup-tier1].coment\" sets nothing: an inventory has no coment there")]
    [InlineData(InventoryChangeKind.Set, "jobs.rows[id=backup-tier1].isEnabled", "with these changes the inventory is not a readable inventory: ")]
    public void A_change_that_cannot_be_made_is_told_at_its_place(InventoryChangeKind kind, string path, string message)
    {
        var apply = () => Apply(kind, path, "\"x\"");

        var fault = apply.Should().Throw<InventoryPatchException>().Which;
        fault.Message.Should().StartWith(message).And.NotContain("Newtonsoft").And.NotContain("System.");
        fault.Place.Should().Be(Here);
    }

    [Fact]
    public void What_is_no_inventory_is_said_as_everywhere()
    {
        var apply = () => InventoryPatch.Apply("{"u8, "broken.json", [new InventoryChange(InventoryChangeKind.Hide, Path("jobs"), null, Here)]);

        apply.Should().Throw<InventoryException>().WithMessage("broken.json*");
    }

    private static Inventory Apply(InventoryChangeKind kind, string path, string? json)
        => InventoryPatch.Apply(Compliant, "compliant.json", [new InventoryChange(kind, Path(path), json, Here)]);

    private static DocumentPath Path(string text)
    {
        DocumentPath.TryParse(text, out var path, out var fault).Should().BeTrue(fault);
        return path!;
    }
}
