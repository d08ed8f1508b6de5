using System.Text;
using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Commands;
using Compliance.Cli.Tests.RuleCases;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>Facts that once said something about what nobody had seen.</summary>
public sealed class UnseenFactTests
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    [Fact]
    public void Of_a_volume_that_nobody_saw_nothing_is_known()
    {
        var unknown = Unknown(inventory =>
        {
            foreach (var place in InventoryPlaces.Of(inventory).Where(p => PlaceEndpoint.Of(p) is "/nodes/N/qemu/ID/config" or "/cluster/backup/ID/included_volumes").ToList())
            {
                InventoryPlaces.Hide(InventoryPlaces.Find(inventory, place), isEmptied: false, PlaceEndpoint.Of(place));
            }
        });
        unknown.Should().Contain(FactTable.Facts.Where(f => f.Subject == "volume").Select(f => f.FullName));
    }

    [Fact]
    public void Nobody_says_why_a_guest_is_not_covered_without_having_seen_the_jobs()
        => Unknown(inventory => Hide(inventory, "jobs", isEmptied: true)).Should().Contain(["guest.whyNotCovered", "guest.schedules", "guest.isCovered"]);

    [Fact]
    public void Job_without_a_visible_guest_may_have_hidden_ones()
        => Unknown(inventory => Hide(inventory, "guests", isEmptied: true)).Should().Contain(["job.guests", "job.guestCount", "job.tier", "job.hasTier"]);

    [Fact]
    public void Job_without_guests_runs_on_nodes_nobody_saw()
    {
        var seen = Facts(inventory =>
        {
            inventory["guests"]!["rows"] = new JsonArray();
            Hide(inventory, "nodes", isEmptied: true);
        });
        seen.Where(u => u.Fact.Subject == "job").Select(u => u.Fact.FullName).Should().Contain(["job.target", "job.targetFault", "job.prunes", "job.retention"]);
        seen.Where(u => u.Fact.FullName == "job.target").Should().OnlyContain(u => u.Cause.Endpoint == "/cluster/resources");
    }

    [Fact]
    public void Jobs_of_a_node_are_not_counted_when_some_may_be_hidden()
        => Unknown(inventory => Hide(inventory, "jobs", isEmptied: true)).Should().Contain("node.jobCount");

    private static void Hide(JsonNode inventory, string list, bool isEmptied)
        => InventoryPlaces.Hide(inventory[list]!.AsObject(), isEmptied, PlaceEndpoint.Of("/" + list));

    private static HashSet<string> Unknown(Action<JsonNode> hide) => [.. Facts(hide).Select(u => u.Fact.FullName)];

    private static List<UnknownFact> Facts(Action<JsonNode> hide)
    {
        var text = JsonNode.Parse(Repository.Read("samples/homelab/inventories/drifted.json"))!;
        hide(text);
        var inventory = InventoryFile.Parse(Encoding.UTF8.GetBytes(text.ToJsonString()), "hidden.json");
        return [.. UnknownFact.Of(Estate.Build(Policy, EvidenceRecords.None, inventory, inventory.CollectedAt))];
    }
}
