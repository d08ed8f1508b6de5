using System.Text.Json.Nodes;

namespace Compliance.Cli.Tests.Commands;

/// <summary><c>ready --receipt</c> and <c>ready --verify</c>: a receipt opens something only while it is whole, in time, and of the estate as it is.</summary>
public sealed class ReceiptTests
{
    private const string Soon = "2026-11-23T07:30:00Z";

    public static TheoryData<string, Action<JsonNode>> Moves => new()
    {
        { "guests: qemu/112 appeared", inventory => inventory["guests"]!["rows"]!.AsArray().Add(Renumbered(Row(inventory, "guests", "vmId", "900"), "vmId", 112)) },
        { "guests: qemu/900 is gone", inventory => Remove(inventory, "guests", "vmId", "900") },
        { "guests: qemu/110 changed", inventory => Row(inventory, "guests", "vmId", "110")["tags"]!.AsArray().Add("new") },
        { "jobs: job/backup-tier1 changed", inventory => Row(inventory, "jobs", "id", "backup-tier1")["pruneBackups"] = "keep-last=1" },
        { "jobs: job/backup-tier0 is gone", inventory => Remove(inventory, "jobs", "id", "backup-tier0") },
        { "storages: storage/local-backup changed", inventory => Row(inventory, "storages", "id", "local-backup")["path"] = "/elsewhere" },
        { "nodes: Proxmox VE changed", inventory => inventory["serverVersion"] = "9.9.9" },
        { "nodes: node/pve2 appeared; vzdump-defaults: node/pve2 appeared", inventory => inventory["nodes"]!["rows"]!.AsArray().Add(Renamed(inventory["nodes"]!["rows"]![0]!, "pve2")) },
    };

    public static TheoryData<Action<JsonNode>> Idle => new()
    {
        inventory => Row(inventory, "guests", "vmId", "900")["lock"] = "backup",
        inventory => Row(inventory, "guests", "vmId", "900")["status"] = "stopped",
        inventory => inventory["nodes"]!["rows"]![0]!["storages"]!["rows"]![0]!["used"] = 1,
        inventory => inventory["backups"]![0]!["points"]!["value"]!.AsArray().RemoveAt(0),
        inventory => inventory["collectedAt"] = "2026-11-23T07:25:00Z",
    };

    [Fact]
    public async Task A_go_is_valid_until_something_ends_it()
    {
        using var estate = new ReadyEstate();
        var file = await WriteAsync(estate, ExitCode.Compliant);

        (await VerifyAsync(file, Soon)).Should().Be((ExitCode.Compliant,
            "VALID  GO for an upgrade of pve1 until 2026-11-23 11:20:56 UTC; not signed. Only the receipt itself was verified: --policy and --inventory or --url tell whether anything moved since."));
        (await VerifyAsync(file, "2026-11-23T11:20:55Z")).ExitCode.Should().Be(ExitCode.Compliant);
        (await VerifyAsync(file, "2026-11-23T11:20:56Z")).Should().Be((ExitCode.Findings, "NOT VALID  it expired at 2026-11-23 11:20:56 UTC (what is known is too old then (--max-age)): ask ready again."));
        (await VerifyAsync(file, "2026-11-23T07:20:55Z")).ExitCode.Should().Be(ExitCode.Findings, "nobody has it before it was made");
        Directory.GetFiles(Path.GetDirectoryName(file)!, "*.tmp").Should().BeEmpty("what is unfinished goes away");
    }

    [Fact]
    public async Task The_receipt_of_a_no_go_can_be_kept_and_opens_nothing()
    {
        using var estate = new ReadyEstate();
        estate.Guest(900)["lock"] = "migrate";
        var file = await WriteAsync(estate, ExitCode.Findings);

        var receipt = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        receipt["validUntil"].Should().BeNull();
        ((string)receipt["blocking"]![0]!["rule"]!).Should().Be("BKP624");
        (await VerifyAsync(file, Soon)).Should().Be((ExitCode.Findings, "NOT VALID  it says NO-GO for an upgrade of pve1: it opens nothing."));
    }

    [Fact]
    public async Task The_same_policy_and_estate_keep_it_valid()
    {
        using var estate = new ReadyEstate();
        var file = await WriteAsync(estate, ExitCode.Compliant);

        (await VerifyAsync(file, Soon, estate.Now())).Line.Should().EndWith("Policy and estate are as they were, by the inventory of 2026-11-23 07:20:56 UTC.");
        (await VerifyAsync(file, Soon, "-p", estate.PathOf("."))).Line.Should().Contain("The policy is the same; --inventory or --url");
        estate.Write("waivers.yaml", "- { rule: BKP624, subjects: [qemu/900], owner: anna, made: 2026-11-22, reason: a disposable guest of the lab, expires: 2026-12-01 }\n");
        (await VerifyAsync(file, Soon, estate.Now())).Should().Be((ExitCode.Findings, "NOT VALID  the policy changed since, or records or waivers with it: ask ready again."));
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task What_moved_is_named(string expected, Action<JsonNode> move)
    {
        using var estate = new ReadyEstate();
        var file = await WriteAsync(estate, ExitCode.Compliant);
        move(estate.Inventory);

        (await VerifyAsync(file, Soon, estate.Now())).Should().Be((ExitCode.Findings, $"NOT VALID  the estate moved since: {expected}. Ask ready again."));
    }

    [Theory]
    [MemberData(nameof(Idle))]
    public async Task What_moves_all_the_time_is_none_of_its_business(Action<JsonNode> move)
    {
        using var estate = new ReadyEstate();
        var file = await WriteAsync(estate, ExitCode.Compliant);
        move(estate.Inventory);

        (await VerifyAsync(file, Soon, estate.Now())).ExitCode.Should().Be(ExitCode.Compliant);
    }

    [Fact]
    public async Task What_nobody_can_see_any_more_is_not_the_same()
    {
        using var estate = new ReadyEstate();
        var file = await WriteAsync(estate, ExitCode.Compliant);
        estate.Guest(110)["config"] = JsonNode.Parse("""{"unreadable":{"endpoint":"/x","reason":"403","needs":"VM.Audit"}}""");
        (await VerifyAsync(file, Soon, estate.Now())).Should().Be((ExitCode.CouldNotAssess,
            "UNKNOWN  nobody can tell whether the estate moved: guests: qemu/110 could not be read. pve-compliance doctor says what to grant."));

        estate.Inventory["guests"]!["hidden"] = JsonNode.Parse("""{"endpoint":"/x","reason":"the list is filtered","needs":"VM.Audit"}""");
        estate.Guest(110)["config"] = null;
        Remove(estate.Inventory, "guests", "vmId", "110");
        (await VerifyAsync(file, Soon, estate.Now())).ExitCode.Should().Be(ExitCode.CouldNotAssess, "what is hidden is not gone");
    }

    [Fact]
    public async Task It_is_good_for_its_own_estate_and_change_only()
    {
        using var estate = new ReadyEstate();
        var file = await WriteAsync(estate, ExitCode.Compliant);
        (await VerifyAsync(file, Soon, "--for", "upgrade")).ExitCode.Should().Be(ExitCode.Compliant);
        (await VerifyAsync(file, Soon, "--for", "network")).Should().Be((ExitCode.Findings, "NOT VALID  it is for an upgrade of pve1, and nothing else."));

        estate.Inventory["collectedAt"] = "2026-11-23T07:20:00Z";
        (await VerifyAsync(file, Soon, estate.Now())).ExitCode.Should().Be(ExitCode.CouldNotAssess, "an older inventory tells nothing of what happened since");
        estate.Inventory["name"] = "other";
        (await VerifyAsync(file, Soon, estate.Now())).Line.Should().Be("NOT VALID  it is of pve1, and this is other.");
    }

    [Fact]
    public async Task A_waiver_that_ends_ends_the_receipt()
    {
        using var estate = new ReadyEstate();
        estate.Guest(900)["lock"] = "migrate";
        estate.Write("waivers.yaml", "- { rule: BKP624, subjects: [qemu/900], owner: anna, made: 2026-11-22, reason: a disposable guest of the lab, expires: 2026-11-23 }\n");

        (await ValidityAsync(estate, "1d")).Should().Be(("2026-11-24T00:00:00Z", "BKP624 qemu/900 holds no longer then"));
        (await ValidityAsync(estate, "4h")).Until.Should().Be("2026-11-23T11:20:56Z", "the earliest end counts");
    }

    [Fact]
    public async Task The_next_run_of_any_job_ends_the_receipt()
    {
        using var estate = new ReadyEstate();
        Row(estate.Inventory, "jobs", "id", "backup-tier2")["schedule"] = "09:00";
        estate.Node["timeZone"] = JsonNode.Parse("""{"value":"UTC"}""");
        (await ValidityAsync(estate, "4h")).Should().Be(("2026-11-23T09:00:00Z", "job/backup-tier2 runs then"));
    }

    [Fact]
    public async Task A_restore_point_that_leaves_its_window_ends_the_receipt()
    {
        using var estate = new ReadyEstate();
        var newest = estate.Inventory["backups"]![0]!["points"]!["value"]!.AsArray().Where(point => (int?)point!["vmId"] == 110).MaxBy(point => (string)point!["createdAt"]!)!;
        estate.Node["timeZone"] = JsonNode.Parse("""{"value":"UTC"}""");
        newest["createdAt"] = "2026-11-22T07:10:00Z";
        var run = await ValidityAsync(estate, "12h");
        run.Because.Should().Be("BKP402 qemu/110 holds no longer then");
        var until = DateTimeOffset.Parse(run.Until, System.Globalization.CultureInfo.InvariantCulture);
        (await estate.ReadyAsync("--max-age", "12h", "--as-of", $"{until.AddSeconds(-1):yyyy-MM-dd'T'HH:mm:ss'Z'}")).ExitCode.Should().Be(ExitCode.Compliant, "the second before");
        (await estate.ReadyAsync("--max-age", "12h", "--as-of", $"{until:yyyy-MM-dd'T'HH:mm:ss'Z'}")).ExitCode.Should().Be(ExitCode.Findings, "the second itself");
    }

    [Fact]
    public async Task A_job_whose_next_run_nobody_can_tell_leaves_no_time_at_all()
    {
        using var estate = new ReadyEstate();
        Row(estate.Inventory, "jobs", "id", "backup-tier2")["schedule"] = "whenever";
        (await ValidityAsync(estate, "4h")).Should().Be((ReadyEstate.AsOf, "nobody knows when job/backup-tier2 runs next: its schedule cannot be read"));
    }

    [Theory]
    [InlineData("nothing", "it is no JSON document (line 1)")]
    [InlineData("{}", "it was not written by pve-compliance ready --receipt")]
    [InlineData("{\"kind\":\"readiness-receipt\",\"version\":2}", "a newer pve-compliance wrote it")]
    public async Task What_is_no_receipt(string content, string because)
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync(["ready", "--verify", folder.File("x.json", content)], token: null)).ShouldFailWith(ExitCode.BadInput, because);
    }

    [Theory]
    [InlineData("--verify nowhere.json", "cannot read the receipt nowhere.json")]
    [InlineData("--verify x --receipt y", "--receipt belongs to a run without --verify")]
    [InlineData("--verify x -o json", "--output belongs to a run without --verify")]
    [InlineData("--for upgrade --verify-key y", "--verify-key belongs to --verify")]
    [InlineData("--for upgrade --sign-key y", "give --receipt FILE, too")]
    public async Task What_does_not_go_together(string args, string because)
        => (await CommandRun.OfAsync($"ready {args}")).ShouldFailWith(ExitCode.BadInput, because);

    private static async Task<(string Until, string Because)> ValidityAsync(ReadyEstate estate, string maxAge)
    {
        var run = await estate.ReadyAsync("--max-age", maxAge, "-o", "json");
        run.ExitCode.Should().Be(ExitCode.Compliant, run.Output);
        var answer = JsonNode.Parse(run.Output)!;
        return ((string)answer["validUntil"]!, (string)answer["validBecause"]!);
    }

    internal static async Task<string> WriteAsync(ReadyEstate estate, int exitCode, params string[] more)
    {
        var file = estate.PathOf("out/receipt.json");
        var run = await estate.ReadyAsync(["--receipt", file, .. more]);
        run.ExitCode.Should().Be(exitCode, run.Output + run.Error);
        run.Error.Should().Contain($"wrote {file}");
        return file;
    }

    internal static async Task<(int ExitCode, string Line)> VerifyAsync(string file, string asOf, params string[] more)
    {
        var run = await CommandRun.OfAsync(["ready", "--verify", file, "--as-of", asOf, .. more], token: null);
        run.Error.Should().BeEmpty();
        return (run.ExitCode, run.Output.TrimEnd('\n'));
    }

    private static JsonNode Row(JsonNode inventory, string list, string key, string value) => inventory[list]!["rows"]!.AsArray().Single(row => row![key]!.ToString() == value)!;

    private static void Remove(JsonNode inventory, string list, string key, string value) => inventory[list]!["rows"]!.AsArray().Remove(Row(inventory, list, key, value));

    private static JsonNode Renumbered(JsonNode row, string key, int number)
    {
        var copy = row.DeepClone();
        copy[key] = number;
        return copy;
    }

    private static JsonNode Renamed(JsonNode node, string name)
    {
        var copy = node.DeepClone();
        copy["name"] = name;
        return copy;
    }
}
