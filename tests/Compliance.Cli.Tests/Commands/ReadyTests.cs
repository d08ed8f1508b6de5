using System.Text.Json.Nodes;
using Compliance.LoopbackProxmox;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>ready</c>: GO only when everything that the gate asks is known to hold.</summary>
public sealed class ReadyTests
{
    public static TheoryData<string, Action<JsonNode>> Faults => new()
    {
        { "BKP624 qemu/900", inventory => Guest(inventory, 900)["lock"] = "migrate" },
        { "BKP625 estate", inventory => inventory["isQuorate"]!["value"] = false },
        { "BKP205 node/pve1", inventory => Node(inventory)["scheduler"]!["value"] = "failed" },
        { "BKP302 node/pve1/storage/local-backup", inventory => Storage(inventory)["isActive"] = false },
        { "BKP629 node/pve1/storage/local-backup", inventory => Storage(inventory)["available"] = 1_000_000_000 },
        { "BKP628 node/pve1", inventory => Node(inventory)["replications"]!["rows"]![0]!["failCount"] = 1 },
        { "BKP634 qemu/100", inventory => Points(inventory).First(point => (string)point!["volumeId"]! == "local-backup:backup/vzdump-qemu-100-2026_11_23-01_00_02.vma.zst")!["size"]!["value"] = 1 },
        { "BKP402 qemu/110", inventory => Points(inventory).RemoveAll(point => ((string)point!["volumeId"]!).Contains("-110-2026_11_2", StringComparison.Ordinal)) },
        { "BKP503 tier/1", inventory => Node(inventory)["tasks"]!["value"]!.AsArray().RemoveAll(task => ((string)task!["upid"]!).Contains("9110", StringComparison.Ordinal)) },
        { "BKP601 node/pve1", inventory => inventory["hostArchives"]![0]!["archives"]!["value"]!.AsArray().Clear() },
        { "BKP604 node/pve1", inventory => Damage(Archive(inventory)) },
        { "BKP605 node/pve1", inventory => inventory["storages"]!["rows"]!.AsArray().ToList().ForEach(storage => storage!["digest"] = new string('0', 40)) },
        { "BKP605 node/pve1", inventory => Guest(inventory, 110)["config"]!["value"]!["digest"] = new string('0', 40) },
        { "BKP621 node/pve1", inventory => Archive(inventory)["takenAt"] = "2026-11-23T03:20:55Z" },
        {
            "BKP623 node/pve1",
            inventory => Node(inventory)["activeTasks"]!["value"]!.AsArray().Add(JsonNode.Parse(
                """{"upid":"UPID:pve1:000CC038:156D21F8:6B03E528:vzdump:200:root@pam:","type":"vzdump","vmId":200,"startedAt":"2026-11-23T07:19:00Z","endedAt":null,"user":"root@pam","status":null}"""))
        },
    };

    private static JsonNode Archive(JsonNode inventory) => inventory["hostArchives"]![0]!["archives"]!["value"]![0]!;

    private static void Damage(JsonNode archive)
    {
        archive["state"] = "damaged";
        archive["reason"] = "it ends in the middle of a block";
    }

    public static TheoryData<string> Parts => ["tasks", "activeTasks", "replications", "scheduler", "storages"];

    [Fact]
    public async Task Go_needs_all_of_it()
    {
        using var estate = new ReadyEstate();
        var run = await estate.ReadyAsync();
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        Approved.Verify(run.Output, "tests/Compliance.Cli.Tests/goldens/ready/go.txt");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_fault_is_enough(string expected, Action<JsonNode> fault)
    {
        using var estate = new ReadyEstate();
        fault(estate.Inventory);
        var run = await estate.ReadyAsync("-o", "json");
        run.ExitCode.Should().Be(ExitCode.Findings, run.Output);
        var answer = JsonNode.Parse(run.Output)!;
        ((string)answer["verdict"]!).Should().Be("no-go");
        answer["blocking"]!.AsArray().Select(found => $"{found!["rule"]} {found["subject"]!["id"]}").Should().Contain(expected);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task What_nobody_could_read_is_no_go_either(string part)
    {
        using var estate = new ReadyEstate();
        var gap = JsonNode.Parse("""{"endpoint":"/nodes/pve1/x","reason":"403 Permission check failed","needs":"Sys.Audit on /nodes/pve1"}""");
        estate.Node[part] = part is "replications" or "storages"
            ? new JsonObject { ["rows"] = new JsonArray(), ["hidden"] = gap }
            : new JsonObject { ["unreadable"] = gap };
        var run = await estate.ReadyAsync();
        run.ExitCode.Should().Be(ExitCode.CouldNotAssess, run.Output);
        run.Output.Should().StartWith("UNKNOWN  for an upgrade of pve1\n").And.Contain("Sys.Audit on /nodes/pve1");
    }

    [Fact]
    public async Task A_place_that_is_not_mounted_is_no_go()
    {
        using var estate = new ReadyEstate();
        estate.Inventory["hostArchives"] = null;
        var run = await estate.ReadyAsync();
        run.ExitCode.Should().Be(ExitCode.CouldNotAssess, run.Output);
        run.Output.Should().StartWith("UNKNOWN").And.Contain("/mnt/backup/host");
    }

    [Fact]
    public async Task A_policy_that_names_no_place_is_no_go()
    {
        using var estate = new ReadyEstate();
        estate.Write("policy.yaml", Repository.Read("samples/homelab/policy.yaml"));
        (await estate.ReadyAsync()).Output.Should().StartWith("NO-GO").And.Contain("BKP620");
    }

    [Fact]
    public async Task An_inventory_of_yesterday_opens_nothing()
    {
        using var estate = new ReadyEstate();
        (await estate.ReadyAsync("--as-of", "2026-11-23T11:21:56Z")).Output.Should().StartWith("NO-GO").And.Contain("BKP633");
        (await estate.ReadyAsync("--as-of", "2026-11-23T11:21:56Z", "--max-age", "5h")).ExitCode.Should().Be(ExitCode.Compliant);
        (await estate.ReadyAsync("--as-of", "now")).Output.Should().Contain("BKP633", "without --as-of now is judged, too");
    }

    [Fact]
    public async Task A_waiver_opens_what_somebody_accepted_and_is_named()
    {
        using var estate = new ReadyEstate();
        estate.Guest(900)["lock"] = "migrate";
        estate.Write("waivers.yaml", """
            - rule: BKP624
              subjects: [qemu/900]
              owner: anna
              made: 2026-11-22
              reason: a disposable guest; its migration broke off last week
              expires: 2026-12-01
            """);
        var run = await estate.ReadyAsync();
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output + run.Error);
        run.Output.Should().Contain("1 waived: BKP624 qemu/900 until 2026-12-01");
    }

    [Fact]
    public async Task What_the_policy_turns_off_is_named()
    {
        using var estate = new ReadyEstate();
        estate.Guest(900)["lock"] = "migrate";
        estate.Write("policy.yaml", ReadyEstate.Policy + "\nrules:\n  - { rule: BKP624, enabled: false, reason: guests are locked by our own tool }\n");
        var run = await estate.ReadyAsync();
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output + run.Error);
        run.Output.Should().Contain("1 off by the policy: BKP624 (guests are locked by our own tool)");
    }

    [Theory]
    [InlineData("--node pve9", "pve1 has no such node; it has pve1")]
    [InlineData("--max-age soon", "\"soon\" is no duration")]
    [InlineData("--max-age 0m", "\"0m\" is no duration")]
    public async Task What_cannot_be_asked(string args, string because)
    {
        using var estate = new ReadyEstate();
        (await estate.ReadyAsync(args.Split(' '))).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Fact]
    public async Task A_change_that_there_is_not()
        => (await CommandRun.OfAsync("ready --for dinner")).ShouldFailWith(ExitCode.BadInput, "dinner");

    [Fact]
    public async Task The_change_must_be_named()
        => (await CommandRun.OfAsync("ready")).ShouldFailWith(ExitCode.BadInput, "--for");

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

        var answers = new List<string>();
        foreach (var change in (string[])["upgrade", "network", "storage"])
        {
            var run = await CommandRun.OfAsync(
                ["ready", "--for", change, "-p", Samples.Policy, "--inventory", file, "--as-of", inventory.CollectedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)], token: null);
            run.ExitCode.Should().NotBe(ExitCode.Compliant, "none of them has tested a restore");
            answers.Add($"$ pve-compliance ready --for {change}\n{run.Output}(exit code {run.ExitCode})\n");
        }

        Approved.Verify(recorded == "large" ? string.Concat(answers.Select(answer => string.Join('\n', answer.Split('\n').Take(3)) + "\n")) : answers[0], $"tests/Compliance.Cli.Tests/goldens/ready/{recorded}-{token}.txt");
    }

    [SkippableFact]
    public async Task A_change_to_one_node_asks_nothing_of_the_others()
    {
        var inventory = await RecordedInventory.CollectAsync(Shared.Require(Path.Combine(Shared.Recordings, "cluster")), "audit");
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("inventory.json");
        await File.WriteAllBytesAsync(file, InventoryFile.Format(inventory));

        var all = await CommandRun.OfAsync(["ready", "--for", "storage", "-p", Samples.Policy, "--inventory", file], token: null);
        all.Output.Should().Contain("node/pve2");
        var one = await CommandRun.OfAsync(["ready", "--for", "storage", "-p", Samples.Policy, "--inventory", file, "--node", "pve1"], token: null);
        one.Output.Should().StartWith("NO-GO  for a storage change of pve1 (lab)\n").And.NotContain("node/pve2");
    }

    private static JsonNode Node(JsonNode inventory) => inventory["nodes"]!["rows"]![0]!;

    private static JsonNode Guest(JsonNode inventory, int vmid) => inventory["guests"]!["rows"]!.AsArray().Single(guest => (int)guest!["vmId"]! == vmid)!;

    private static JsonNode Storage(JsonNode inventory)
        => Node(inventory)["storages"]!["rows"]!.AsArray().Single(storage => (string)storage!["id"]! == "local-backup")!;

    private static JsonArray Points(JsonNode inventory) => inventory["backups"]![0]!["points"]!["value"]!.AsArray();
}
