using System.Text.Json.Nodes;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>drill</c>: which restore test is due, on whose backup, to where.</summary>
public sealed class DrillTests
{
    private static readonly JsonNode Gap = JsonNode.Parse("""{"endpoint":"/nodes/pve1/x","reason":"403 Permission check failed","needs":"Sys.Audit on /nodes/pve1"}""")!;

    /// <summary>What is recorded of tier 1, its state, and the exit code for that tier alone.</summary>
    public static TheoryData<string, int, string> States => new()
    {
        { "never", ExitCode.Findings, "no successful restore test is recorded" },
        { "failed", ExitCode.Findings, "service failed" },
        { "contradicted", ExitCode.Findings, "no qmrestore task to 9110 ran at that time on any node" },
        { "stale", ExitCode.Findings, "due since 2026-11-16" },
        { "soon", ExitCode.Findings, "due on 2026-12-01" },
        { "unconfirmed", ExitCode.CouldNotAssess, "by the record alone: could not read /nodes/pve1/x" },
        { "proven", ExitCode.Compliant, "not due before 2027-05-18" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_tier_is_due_when_its_record_says_so(string state, int exitCode, string why)
    {
        using var estate = new DrillEstate();
        _ = state switch
        {
            "never" => estate,
            "failed" => estate.Tested(1, "qemu/110", 9110, "2026-11-19").Tested(1, "qemu/111", 9111, "2026-11-20", result: "failed"),
            "stale" => estate.Tested(1, "qemu/110", 9110, "2026-05-20"),
            "soon" => estate.Tested(1, "qemu/110", 9110, "2026-06-04"),
            _ => estate.Tested(1, "qemu/110", 9110, "2026-11-19", hasTask: state == "proven"),
        };
        if (state == "unconfirmed")
        {
            estate.Node["tasks"] = new JsonObject { ["unreadable"] = Gap.DeepClone() };
        }

        var run = await estate.DrillAsync("--tier", "1", "-o", "json");
        run.ExitCode.Should().Be(exitCode, run.Output + run.Error);
        var tier = JsonNode.Parse(run.Output)!["tiers"]!.AsArray().Single()!;
        ((string)tier["state"]!).Should().Be(state);
        ((string)tier["why"]!).Should().Contain(why);
        (tier["drill"] is not null).Should().Be(exitCode == ExitCode.Findings, "who is not due needs no plan");
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_what_needs_none_last()
    {
        using var estate = new DrillEstate();
        estate.Tested(0, "qemu/100", 9100, "2026-11-19").Tested(1, "qemu/110", 9110, "2026-05-20");
        (await estate.PlanAsync())["tiers"]!.AsArray().Select(tier => $"{tier!["tier"]} {tier["state"]}")
            .Should().Equal("2 never", "1 stale", "0 proven", "3 not-needed");
    }

    [Fact]
    public async Task Nothing_is_due_when_all_are_proven()
    {
        using var estate = new DrillEstate();
        var run = await estate.AllTested().DrillAsync();
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        Approved.Verify(run.Output, "tests/Compliance.Cli.Tests/goldens/drill/nothing-due.txt");
    }

    [Fact]
    public async Task A_later_moment_makes_them_due_and_within_says_how_soon()
    {
        using var estate = new DrillEstate();
        estate.AllTested();
        (await estate.DrillAsync("--within", "200d")).ExitCode.Should().Be(ExitCode.Findings);
        var later = await estate.DrillAsync("--as-of", "2027-05-19T00:00:00Z");
        later.ExitCode.Should().Be(ExitCode.Findings);
        later.Output.Should().Contain("the inventory is 176d 16h old");
        (await estate.DrillAsync("--as-of", "now")).Output.Should().Contain("As of 20");
    }

    [Theory]
    [InlineData("2026-11-09T08:39:59Z", "proven")]
    [InlineData("2026-11-09T08:40:00Z", "soon")]
    [InlineData("2026-11-23T08:40:00Z", "soon")]
    [InlineData("2026-11-23T08:40:01Z", "stale")]
    public async Task Time_is_up_to_the_second(string asOf, string state)
    {
        using var estate = new DrillEstate();
        ((string)(await estate.Tested(1, "qemu/110", 9110, "2026-05-27").TierAsync(1, "--as-of", asOf))["state"]!).Should().Be(state);
    }

    [Fact]
    public async Task The_order_of_an_inventory_changes_nothing()
    {
        using var estate = new DrillEstate();
        estate.Tested(2, "qemu/200", 9200, "2026-05-20");
        var before = (await estate.PlanAsync())["tiers"]!.ToJsonString();
        foreach (var list in (JsonArray[])[estate.Points, estate.Node["storages"]!["rows"]!.AsArray(), estate.Node["tasks"]!["value"]!.AsArray(), estate.Inventory["storages"]!["rows"]!.AsArray(), estate.Inventory["guests"]!["rows"]!.AsArray()])
        {
            var rows = list.Reverse().ToList();
            list.Clear();
            rows.ForEach(list.Add);
        }

        (await estate.PlanAsync())["tiers"]!.ToJsonString().Should().Be(before);
    }

    [Fact]
    public async Task Guests_take_turns()
    {
        using var estate = new DrillEstate();
        (await GuestAsync(estate)).Should().Be("qemu/200: never tested, and a service that the policy names");
        estate.Tested(2, "qemu/200", 9200, "2026-03-01");
        (await GuestAsync(estate)).Should().Be("lxc/201: never tested, and a service that the policy names");
        estate.Tested(2, "lxc/201", 9201, "2026-02-01").Tested(2, "lxc/202", 9202, "2026-02-02");
        (await GuestAsync(estate)).Should().Be("lxc/201: tested the longest ago, on 2026-02-01, and a service that the policy names");

        estate.Guest(201)["isTemplate"] = new JsonObject { ["value"] = true };
        (await GuestAsync(estate)).Should().StartWith("lxc/202:", "a template runs nothing");

        static async Task<string> GuestAsync(DrillEstate estate) => await estate.TierAsync(2) is { } tier ? $"{tier["drill"]!["guest"]}: {tier["drill"]!["whyGuest"]}" : "";
    }

    [Fact]
    public async Task A_named_guest_is_planned_for_even_when_nothing_is_due()
    {
        using var estate = new DrillEstate();
        var run = await estate.AllTested().DrillAsync("--guest", "202");
        run.ExitCode.Should().Be(ExitCode.Compliant, "it was asked for, and is not due");
        run.Output.Should().Contain("restore lxc/202 (tools01)").And.NotContain("tier 1").And.Contain("asked for");
    }

    [Fact]
    public async Task The_newest_sound_restore_point_is_taken()
    {
        using var estate = new DrillEstate();
        var mine = estate.Points.Where(point => (int?)point!["vmId"] == 110).OrderByDescending(point => (string)point!["createdAt"]!).ToList();
        mine.ForEach(point => point!["size"] = new JsonObject { ["value"] = 700_000_000 });
        mine[0]!["size"]!["value"] = 1;
        var drill = (await estate.TierAsync(1))["drill"]!;
        ((string)drill["volid"]!).Should().Be((string)mine[1]!["volumeId"]!);
        ((string)drill["whyPoint"]!).Should().StartWith("the newest on local-backup that is not known to be damaged, 1 newer passed over");
    }

    [Fact]
    public async Task Without_a_restore_point_it_is_due_all_the_same()
    {
        using var estate = new DrillEstate();
        estate.Points.Clear();
        var run = await estate.DrillAsync("--tier", "1");
        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("cannot be planned: no guest of tier 1 that may be tested has a sound restore point; make a backup first").And.NotContain("qmrestore");

        estate.Inventory["backups"]![0]!["points"] = new JsonObject { ["unreadable"] = Gap.DeepClone() };
        (await estate.DrillAsync("--tier", "1")).Output.Should().Contain("was seen; could not read /nodes/pve1/x");
    }

    [Fact]
    public async Task Hidden_guests_never_mean_that_nothing_is_due()
    {
        using var estate = new DrillEstate();
        estate.Inventory["guests"]!["hidden"] = Gap.DeepClone();
        ((string)(await estate.TierAsync(1))["drill"]!["notes"]![0]!).Should().Be(
            "9001 may be taken by a guest that was not seen (could not read /nodes/pve1/x (403 Permission check failed): needs Sys.Audit on /nodes/pve1); the first command tells");

        estate.Inventory["guests"]!["rows"]!.AsArray().Clear();
        var run = await estate.DrillAsync();
        run.ExitCode.Should().Be(ExitCode.CouldNotAssess, run.Output);
        run.Output.Should().StartWith("No restore test is known to be due, but of 3 tiers nobody can say.\n").And.Contain("Sys.Audit on /nodes/pve1");
    }

    [Fact]
    public async Task A_number_is_nobodys_and_was_nobodys()
    {
        using var estate = new DrillEstate();
        estate.Tested(2, "lxc/201", 9301, "2026-11-19");
        estate.Guest(900)["vmId"] = 9300;
        estate.AddTask("qmrestore", 9302, "2026-11-20T08:00:00Z");
        var former = estate.Points[0]!.DeepClone();
        former["vmId"] = 9303;
        former["volumeId"] = "local-backup:backup/vzdump-qemu-9303-2026_07_31-01_00_02.vma.zst";
        estate.Points.Add(former);
        estate.Guest(200)["config"]!["value"]!["scsi1"] = "local-lvm:vm-9304-disk-0,size=1G";
        var plan = await estate.PlanAsync("--vmid-from", "9300");
        plan["tiers"]!.AsArray().Where(tier => tier!["drill"] is not null).Select(tier => (int)tier!["drill"]!["restoreTo"]!).Should().Equal(9305, 9306);
    }

    [Fact]
    public async Task Without_room_nothing_is_restored()
    {
        using var estate = new DrillEstate();
        estate.Storage("local-lvm")["available"] = 64L << 30;
        estate.Storage("tank")["available"] = (64L << 30) - 1;
        ((string)(await estate.TierAsync(1))["drill"]!["storage"]!).Should().Be("local-lvm", "exactly enough is enough");
        estate.Storage("local-lvm")["available"] = (64L << 30) - 1;
        var run = await estate.DrillAsync("--tier", "1");
        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("cannot be planned: no storage on pve1 is seen that takes guest volumes (images), is active and 64 GiB free (local-lvm: 64 GiB free, tank: 64 GiB free)")
            .And.NotContain("qmrestore").And.NotContain("FILL-IN");
    }

    [Fact]
    public async Task An_encrypted_restore_point_needs_its_key()
    {
        using var estate = new DrillEstate();
        var point = estate.Points.Last(one => (int?)one!["vmId"] == 110)!;
        estate.Points.RemoveAll(one => (int?)one!["vmId"] == 110 && one != point);
        point["volumeId"] = "pbs:backup/vm/110/2026-11-22T20:00:02Z";
        point["pbs"] = new JsonObject { ["isEncrypted"] = true, ["verification"] = "ok" };
        point["size"] = new JsonObject { ["value"] = 700_000_000 };
        var drill = (await estate.TierAsync(1, "--guest", "110"))["drill"]!;
        ((string)drill["steps"]![0]!["command"]!).Should().Contain(" && qmrestore pbs:backup/vm/110/2026-11-22T20:00:02Z 9001 --storage ");
        drill["notes"]!.AsArray().Select(note => (string)note!).Should().Contain("the restore point is encrypted, and pbs is not seen to have a key: put the key there first, or the restore fails");
    }

    [Fact]
    public async Task What_the_backup_lacks_is_said_before()
    {
        using var estate = new DrillEstate();
        estate.Guest(110)["config"]!["value"]!["scsi1"] = "local-lvm:vm-110-disk-1,backup=0,size=900G";
        var machine = (await estate.TierAsync(1))["drill"]!;
        machine["notes"]!.AsArray().Select(note => (string)note!).Should().Equal("scsi1 is in no backup (backup=0 is set on it): the copy comes up without it");
        ((string)machine["whyStorage"]!).Should().StartWith("64 GiB needed", "what is not saved takes no room");

        estate.Guest(201)["config"]!["value"]!["mp0"] = "tank:subvol-201-disk-1,mp=/srv/runner,size=20G";
        estate.Guest(201)["config"]!["value"]!["mp1"] = "/srv/zones,mp=/srv/zones";
        var container = (await estate.TierAsync(2, "--guest", "201"))["drill"]!;
        container["notes"]!.AsArray().Select(note => (string)note!).Should().Equal(
            "mp0 is in no backup (backup=1 is not set on this mount point): the copy has it empty",
            "mp1 is in no backup (bind mounts are never backed up): the copy comes up without it");
        ((string)container["whyStorage"]!).Should().StartWith("28 GiB needed", "an empty volume is as large as a full one");
    }

    [Fact]
    public async Task A_restore_point_that_only_another_node_has_is_restored_there()
    {
        using var estate = new DrillEstate();
        var other = estate.Node.DeepClone();
        other["name"] = "pve2";
        estate.Inventory["nodes"]!["rows"]!.AsArray().Add(other);
        estate.Guest(110)["node"] = "pve2";
        var drill = (await estate.TierAsync(1))["drill"]!;
        ((string)drill["node"]!).Should().Be("pve1", "its backups are from before it moved");

        estate.Inventory["storages"]!["rows"]!.AsArray().Single(storage => (string)storage!["id"]! == "local-backup")!["isShared"] = true;
        ((string)(await estate.TierAsync(1))["drill"]!["node"]!).Should().Be("pve2", "what is shared is restored where the guest is");
    }

    [Fact]
    public async Task An_inventory_from_before_a_test_contradicts_nothing()
    {
        using var estate = new DrillEstate();
        estate.Tested(1, "qemu/110", 9110, "2026-11-23", hasTask: false);
        var tier = await estate.TierAsync(1, "--as-of", "2026-11-23T09:00:00Z");
        ((string)tier["state"]!).Should().Be("unconfirmed");
        ((string)tier["why"]!).Should().Contain("the inventory was collected before the test was over; collect it again");
    }

    [Theory]
    [InlineData("--tier 7", "the policy has no such tier; it has 0, 1, 2, 3")]
    [InlineData("--guest qemu/999", "pve1 shows no such guest")]
    [InlineData("--guest 200 --tier 1", "it is in tier 2")]
    [InlineData("--vmid-from 5", "a vmid is between 100 and 999999999")]
    [InlineData("--within soon", "\"soon\" is no duration")]
    public async Task What_cannot_be_asked(string args, string because)
    {
        using var estate = new DrillEstate();
        (await estate.DrillAsync(args.Split(' '))).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Theory]
    [InlineData("txt", "text")]
    [InlineData("md", "md")]
    [InlineData("json", "json")]
    public async Task Each_format_tells_it_all(string extension, string format)
    {
        using var estate = new DrillEstate();
        estate.Tested(0, "qemu/100", 9100, "2026-11-19").Tested(2, "qemu/200", 9200, "2026-05-20");
        var run = await estate.DrillAsync("-o", format);
        var plan = await estate.PlanAsync();
        var output = run.Output
            .Replace((string)plan["policy"]!["digest"]!, "sha256:POLICY", StringComparison.Ordinal)
            .Replace((string)plan["estate"]!["digest"]!, "sha256:ESTATE", StringComparison.Ordinal);
        Approved.Verify(output, $"tests/Compliance.Cli.Tests/goldens/drill/due.{extension}");
    }

    [SkippableTheory]
    [InlineData("compliant", "audit")]
    [InlineData("compliant", "plus")]
    [InlineData("compliant", "none")]
    [InlineData("drifted", "audit")]
    [InlineData("drifted", "plus")]
    [InlineData("cluster", "audit")]
    [InlineData("cluster", "none")]
    [InlineData("large", "audit")]
    public async Task Every_recorded_estate_is_answered(string recorded, string token)
    {
        var inventory = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, recorded)), token);
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("inventory.json");
        await File.WriteAllBytesAsync(file, InventoryFile.Format(inventory));
        var run = await CommandRun.OfAsync(
            ["drill", "-p", Samples.Policy, "--inventory", file, "--as-of", inventory.CollectedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)], token: null);
        run.ExitCode.Should().NotBe(ExitCode.Compliant, "none of them has tested a restore");
        Approved.Verify($"{run.Output}(exit code {run.ExitCode})\n", $"tests/Compliance.Cli.Tests/goldens/drill/{recorded}-{token}.txt");
    }
}
